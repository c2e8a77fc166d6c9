"""Advise on what is no mistake: English that reads badly, characters that a PDF put for others."""

import re
from collections.abc import Iterator

from dialogues.model.archive import Archive
from dialogues.model.sources import Source
from dialogues.parsing.folding import fold, list_radicals
from dialogues.problems import Problem
from dialogues.reading.records import RECORDS

LONGEST = 40
"""Words of a sentence."""
SENTENCE = re.compile(r"(?<=[.!?])[”)]*\s+(?=[A-Z“(])")
TWICE = re.compile(r"\bsuch as\b[^.;:]*?(?:\betc\b|\band so on\b|\band so forth\b)", re.IGNORECASE)


def advise(archive: Archive) -> Iterator[Problem]:
    """Yield what could be better, and where: advice alone, by which nothing fails."""
    for record in archive.records.values():
        yield from note_radicals(record.source)
    for _, session in archive.sessions:
        captions = [c.passages for c in session.contributions if c.kind == "caption"]
        lists_of_names = {passage.id for passages in captions for passage in passages}
        for passage in session.passages:
            if passage.id not in lists_of_names:
                path = f"{RECORDS}/{session.record}/passages.yml"
                for message in _advise(passage.en or ""):
                    yield Problem(path, passage.entry_line, f"{passage.id}.en {message}")


def note_radicals(source: Source) -> Iterator[Problem]:
    """Yield a note for each line with characters that a PDF puts for others: ⾧ for 長."""
    for number, line in enumerate(source.text.split("\n"), 1):
        if radicals := list_radicals(line):
            read = ", ".join(f"{char} U+{ord(char):04X} for {fold(char)}" for char in radicals)
            message = f"has characters that are found as what they mean: {read}"
            yield Problem(source.path, number, message)


def _advise(en: str) -> Iterator[str]:
    for sentence in SENTENCE.split(en):
        if (count := len(sentence.split())) > LONGEST:
            start = " ".join(sentence.split()[:6])
            yield f"reads better in sentences of {LONGEST} words at most, and one has {count}: {start} …"
    if found := TWICE.search(en):
        yield f"opens a list with “such as”, which “{found[0].split()[-1]}” need not close"
