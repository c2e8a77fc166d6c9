"""Cut a row into columns: what stands beneath each heading, as a record declares it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogues.parsing.excerpts import EMPTY, Excerpt
from dialogues.parsing.layout import Column
from dialogues.parsing.lines import TableRow
from dialogues.parsing.structure import Complaint
from dialogues.problems import shorten

SHAPES: tuple[frozenset[Column], ...] = (
    frozenset({"number", "label", "content"}),
    frozenset({"label", "content"}),
    frozenset({"question", "label", "content"}),
    frozenset({"question", "answers"}),
    frozenset({"number", "question", "answers"}),
)
"""A talk or an answer a row; a question with its answers a row. Any may have `unspoken` columns."""
ISSUES: tuple[frozenset[Column], ...] = (frozenset({"question"}), frozenset({"number", "question"}))
"""What is decided a row: with one `unspoken` column at least."""


@dataclass(frozen=True)
class Columns:
    """The columns of one table, in their order; one without a heading is empty, and None."""

    kinds: tuple[Column | None, ...] = ()
    headings: tuple[Excerpt, ...] = ()

    @property
    def fault(self) -> str:
        """What is wrong with the columns together; empty where nothing is."""
        known = [kind for kind in self.kinds if kind and kind != "unspoken"]
        shapes = (*SHAPES, *ISSUES) if "unspoken" in self.kinds else SHAPES
        if len(known) == len(set(known)) and frozenset(known) in shapes:
            return ""
        rule = "columns must be number, label and content, or question and answers, each once"
        return f"{rule}, and are {', '.join(kind or 'empty' for kind in self.kinds)}"

    def cut(self, row: TableRow) -> "Cells | Complaint":
        """Return the cells of a row by their columns, or what is wrong with their number."""
        cells = list(row.cells)
        while len(cells) > len(self.kinds) and not cells[-1].text.strip():
            cells.pop()
        if len(cells) != len(self.kinds):
            rule = f"a row must have {len(self.kinds)} cells, and has {len(row.cells)}"
            return row.text, f"{rule}: {shorten(row.text.text)}"
        pairs = list(zip(self.kinds, self.headings, cells, strict=True))
        for kind, _, cell in pairs:
            if kind is None and cell.text.strip():
                return (
                    cell,
                    f"a column without a heading must be empty, and has {shorten(cell.text)}",
                )
        notes = tuple((head, cell) for kind, head, cell in pairs if kind == "unspoken")
        said = [place for place, kind in enumerate(self.kinds) if kind in ("content", "answers")]
        leading = self.kinds[: said[0]].count("unspoken") if said else 0
        return Cells({kind: cell for kind, _, cell in pairs if kind}, notes, leading)


@dataclass(frozen=True)
class Cells:
    """The cells of one row."""

    known: Mapping[Column, Excerpt]
    notes: Sequence[tuple[Excerpt, Excerpt]]
    """The headings of the columns that nobody speaks, with their cells."""
    leading: int
    """How many of these stand before what is said."""

    def has(self, column: Column) -> bool:
        """Return whether there is a text in a column."""
        return bool(self[column].text.strip())

    def __getitem__(self, column: Column) -> Excerpt:
        return self.known.get(column, EMPTY)

    def __contains__(self, column: Column) -> bool:
        return column in self.known


def read_columns(row: TableRow, meanings: Mapping[str, Column]) -> Columns | None:
    """Return the columns that a row heads; None where it is no row of column headings.

    A cell without text heads an empty column; where there is one, the others have to make a table.
    """
    texts = row.texts
    while texts and not texts[-1]:
        texts.pop()
    if not texts or any(text and text not in meanings for text in texts):
        return None
    headings = tuple(cell.strip() for cell in row.cells[: len(texts)])
    columns = Columns(tuple(meanings.get(text) for text in texts), headings)
    return None if columns.fault and not all(row.texts) else columns
