r"""Write tables as CSV that a spreadsheet opens as it is: UTF-8 with a mark, lines that end in CR LF.

A spreadsheet would run a cell that begins like a formula, and make a number or a day of `1.`, `(5)`
or `110/03/28`, a date of Taiwan's years. Such a text gets an apostrophe in front, and so does one
that begins with an apostrophe: whoever reads the file takes one away and has every text as it is.
A list is its items with `|` between them, which no key, day or address has; a `|` or `\` within a
name has a `\` before it.
"""

import csv
import io
import re
from collections.abc import Iterable

from dialogues.data.columns import Row, columns_of

MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""
FORMULA = tuple("=+-@\t\r\n＝＋－＠'")
"""Beginnings of a text that a spreadsheet could take for a formula, and the apostrophe itself."""
MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
NUMBER = re.compile(rf"(?![1-9]\d{{0,14}}$)(?=.*\d)(?:[\d\s.,:/年月日時分%()（）+eE-]|{MONTH})+")
"""A text that a spreadsheet could take for a number, a day or a time, and show otherwise."""


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
            return _mark(value)
        case tuple():
            joined = "|".join(re.sub(r"[|\\]", r"\\\g<0>", str(item)) for item in value)
            return _mark(joined) if any(isinstance(item, str) for item in value) else joined
        case _:
            return str(value)


def _mark(text: str) -> str:
    """Return a text that stays one, by an apostrophe where it needs it."""
    return f"'{text}" if text.startswith(FORMULA) or NUMBER.fullmatch(text) else text
