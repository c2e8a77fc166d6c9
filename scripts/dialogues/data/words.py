"""Read what the data says of itself, and what its tables and columns mean, in both languages."""

from functools import cache
from importlib.resources import files
from typing import Any

from dialogues.model.entities import Bilingual
from dialogues.reading.yaml_nodes import read_plain


@cache
def read_words() -> dict[str, Any]:
    """Return the words of words.yml: `about`, `tables` and `columns`."""
    text = files(__package__).joinpath("words.yml").read_text(encoding="utf-8")
    words: dict[str, Any] = read_plain(text)
    return words


def statements() -> dict[str, Bilingual]:
    """Return what has to be known of the data, wherever it goes."""
    return {name: Bilingual(**words) for name, words in read_words()["about"].items()}


def describe_table(table: str) -> Bilingual:
    """Return what a row of a table is."""
    return Bilingual(**read_words()["tables"][table])


def describe(table: str, column: str) -> Bilingual:
    """Return what a column means: in its table, else wherever it occurs."""
    columns = read_words()["columns"]
    return Bilingual(**(columns.get(f"{table}.{column}") or columns[column]))
