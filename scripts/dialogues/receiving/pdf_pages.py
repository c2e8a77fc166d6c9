"""Write a page of a PDF as text: a table's rows with tabs between their cells, the rest line by line."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dialogues.parsing.folding import fold_radicals

WORD = "A-Za-z0-9À-ɏ"
LINE = re.compile(rf"(?<=[{WORD},.;:])\n(?=[{WORD}])")
"""The end of a line between Latin words, which was a space."""


def write_page(page: Any) -> str:
    """Return the text of a page of pdfplumber, with the usual characters for radicals.

    Where tables and what is between them are not all that the page says, it is returned line by line.
    """
    plain = page.extract_text() or ""
    written = "\n".join(filter(None, _write_parts(page)))
    return fold_radicals(written if _count(written) == _count(plain) else plain)


def _write_parts(page: Any) -> Iterator[str]:
    """Yield from top to bottom what stands above, in and below each table."""
    top = page.bbox[1]
    for table in sorted(page.find_tables(), key=lambda table: table.bbox[1]):
        yield _write_between(page, top, table.bbox[1])
        yield "\n".join("\t".join(map(_join_lines, row)) for row in table.extract())
        top = table.bbox[3]
    yield _write_between(page, top, page.bbox[3])


def _write_between(page: Any, top: float, bottom: float) -> str:
    left, _, right, _ = page.bbox
    return page.crop((left, top, right, bottom)).extract_text() or "" if top < bottom else ""


def _join_lines(cell: str | None) -> str:
    return LINE.sub(" ", (cell or "").strip()).replace("\n", "")


def _count(text: str) -> Counter[str]:
    return Counter("".join(text.split()))
