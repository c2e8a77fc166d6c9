"""Text that remembers where in its source each character stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

INSERTED = -1
"""The offset of a character that joining put in and the source does not have."""


@dataclass(frozen=True)
class Excerpt:
    """Some characters of a source, in order, each with its offset from the source's start."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int = 0) -> "Excerpt":
        """Return the excerpt that holds the text, found at an offset of the source."""
        return cls(text, tuple(range(start, start + len(text))))

    def __getitem__(self, part: slice) -> "Excerpt":
        return Excerpt(self.text[part], self.offsets[part])

    def __add__(self, other: "Excerpt") -> "Excerpt":
        return Excerpt(self.text + other.text, self.offsets + other.offsets)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def start(self) -> int:
        """The offset of the first character that the source has; INSERTED where it has none."""
        return next((offset for offset in self.offsets if offset != INSERTED), INSERTED)

    def strip(self) -> "Excerpt":
        """Return the excerpt without the white space around it."""
        bare = self.text.strip()
        if len(bare) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self[start : start + len(bare)]

    def split(self, separator: str) -> "list[Excerpt]":
        """Return the parts between the separators, as str.split does."""
        parts, start = [], 0
        for part in self.text.split(separator):
            parts.append(self[start : start + len(part)])
            start += len(part) + len(separator)
        return parts


SPACED_SEAM = re.compile(r"[0-9A-Za-zÀ-ɏ,.;:!?)%&'\"][0-9A-Za-zÀ-ɏ(&'\"]")
"""Two characters between which a line of Latin text has a space, and breaks."""

EMPTY = Excerpt("", ())
SPACE = Excerpt(" ", (INSERTED,))


def concatenate(excerpts: Iterable[Excerpt]) -> Excerpt:
    """Return the excerpts as one, with nothing between them."""
    parts = list(excerpts)
    offsets = tuple(chain.from_iterable(part.offsets for part in parts))
    return Excerpt("".join(part.text for part in parts), offsets)


def join(before: Excerpt, after: Excerpt) -> Excerpt:
    """Join two halves that a page break cut, with the space that it took from Latin words.

    A line of Chinese breaks anywhere, a line of Latin text only between words.
    """
    if SPACED_SEAM.search(before.text[-1:] + after.text[:1]):
        return before + SPACE + after
    return before + after


def join_all(excerpts: Iterable[Excerpt]) -> Excerpt:
    """Join the parts of a text that page breaks cut, as `join` does two."""
    parts: list[Excerpt] = []
    for excerpt in excerpts:
        if parts and SPACED_SEAM.search(parts[-1].text[-1:] + excerpt.text[:1]):
            parts.append(SPACE)
        parts.append(excerpt)
    return concatenate(parts)
