"""Tables as CSV that a spreadsheet opens as it is: UTF-8 with a mark, lines that end in CR LF.

A spreadsheet would run a cell that begins like a formula. Such a text gets an apostrophe in front,
and so does one that begins with an apostrophe: whoever reads the file takes one away and has every
text as it is. Columns of numbers and keys never begin so.
"""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date

from dialogues.data.columns import Row, columns_of

MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""
FORMULA = tuple("=+-@\t\r\n＝＋－＠'")
"""Beginnings of a text that a spreadsheet could take for a formula, and the apostrophe itself."""


def write_csv(table: type[Row], rows: Iterable[Row]) -> str:
    """Return a table as CSV, its columns named in the first line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    names = [column.name for column in columns_of(table)]
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
    return MARK + text.getvalue()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{value}" if value.startswith(FORMULA) else value
        case tuple():
            return json.dumps(value, ensure_ascii=False, default=date.isoformat)
        case _:
            return str(value)
