"""Read what the data says of itself, and what its tables and columns mean, in both languages."""

from functools import cache
from importlib.resources import files
from typing import Any

from dialogues.model.entities import Bilingual
from dialogues.problems import Problem, ProblemsFound
from dialogues.reading.yaml_nodes import read_plain
from dialogues.rendering.words import wording


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
    return _find("tables", table)


def describe(table: str, column: str) -> Bilingual:
    """Return what a column means: in its table, else in any, else as the pages call it."""
    columns = read_words()["columns"]
    name = f"{table}.{column}"
    name = name if name in columns else column
    word = wording().get(name)
    if word and name not in columns:
        return Bilingual(f"{word['zh']}。", f"{word['en']}.")
    return _find("columns", name)


def _find(kind: str, name: str) -> Bilingual:
    """Return the words for a table or a column; raise ProblemsFound where there are none."""
    words = read_words()[kind].get(name)
    if words is None:
        rule = f"{kind} must be described in zh and en, and {name!r} is not"
        raise ProblemsFound([Problem("scripts/dialogues/data/words.yml", 1, rule)])
    return Bilingual(**words)
