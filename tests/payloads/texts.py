"""Gives each field of a project its texts, hostile or harmless, and knows each again."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

WORD = re.compile(r"qz[a-z]{4}q")
MOST = 1_000
"""Entries that a field can have."""


@dataclass(frozen=True)
class Given:
    """A text that a field was given: which of the hostile ones, by its place among them."""

    field: str
    number: int
    text: str


class Texts:
    """Each field has as many texts as are asked for: all hostile ones once, or as many of them.

    Where they are half of all, a field's English has those that its Chinese has not. A text that the
    checks of the data refused is given no more: a harmless one stands in for it.
    """

    def __init__(
        self,
        hostile: Sequence[str],
        refused: AbstractSet[str] = frozenset(),
        count: int | None = None,
    ) -> None:
        self.hostile = hostile
        self.refused = refused
        self.count = count or len(hostile)
        self.fields: dict[str, int] = {}
        self.given: dict[str, Given] = {}
        """By the word that no other text has."""

    def __call__(self, field: str, place: int) -> str:
        """Return the text of a field for its entry with this place; fields begin at different ones."""
        turn = self.fields.setdefault(field, len(self.fields))
        chinese = self.fields.get(re.sub(r"\.en$", ".zh", field), turn)
        first = 7 * chinese + (0 if chinese == turn else self.count)
        number = (first + place) % len(self.hostile)
        word = _write_word(turn * MOST + place)
        hostile = self.hostile[number] if word not in self.refused else "Harmless §"
        text = hostile.replace("§", word)
        self.given[word] = Given(field, number, text)
        return text

    def both(self, field: str, place: int) -> dict[str, str]:
        """Return the texts of a field in both languages."""
        return {language: self(f"{field}.{language}", place) for language in ("zh", "en")}


def _write_word(number: int) -> str:
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
    return f"qz{letters}q"
