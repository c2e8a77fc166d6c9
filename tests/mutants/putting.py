"""A record as pieces to put together: its own characters, and others put in."""

import re
from collections.abc import Callable
from random import Random

from dialogues.parsing.excerpts import Excerpt, concatenate
from mutants.judging import Case
from mutants.truth import STRANGER, Mutant

Damage = Callable[[Case, Random], Mutant | None]
"""Makes a mutant of a record; None where the record has nothing of the kind."""


class Text:
    """A record as pieces to put together: its own characters, and others put in."""

    def __init__(self, case: Case) -> None:
        self.whole = Excerpt.of(case.text)
        self.next = STRANGER
        self.strangers: dict[int, str] = {}

    def put(self, text: str, speaker: str | None = None) -> Excerpt:
        """Return characters that the record does not have; those of a speaker are looked for."""
        piece = Excerpt.of(text, self.next)
        self.next += len(text)
        if speaker is not None:
            words = re.search(r"[：:︰]\**(.*)$|^(.*)$", text.strip())
            assert words
            start = text.index(words[1] or words[2])
            self.strangers |= dict.fromkeys(piece.offsets[start:], speaker)
        return piece

    def mutate(self, kind: str, *pieces: Excerpt, visible: frozenset[int] = frozenset()) -> Mutant:
        return Mutant(kind, concatenate(pieces), self.strangers, visible)
