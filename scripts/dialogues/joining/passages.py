"""Join each passage of a source with its entry in passages.yml."""

from dialogues.model.entities import Bilingual
from dialogues.model.sessions import Correction, Passage
from dialogues.model.sources import Source
from dialogues.parsing.excerpts import INSERTED, Excerpt
from dialogues.parsing.structure import Block
from dialogues.reading.records import Folder
from dialogues.reading.registry import Registry
from dialogues.schemas.record import PassageEntry

NO_ENTRY = PassageEntry(zh="-")
"""What is known of a passage that has no entry: nothing."""


def join_passage(key: str, block: Block, folder: Folder, registry: Registry) -> Passage:
    """Return a passage with what its entry says of it; one without an entry has its text alone."""
    entry, themes = folder.passages.get(key, NO_ENTRY), registry.themes
    return Passage(
        id=key,
        marker=block.marker.text,
        level=block.level,
        original=block.body.text,
        en=entry.en,
        lines=lines_of(folder.source, block.marker + block.body),
        themes=tuple(themes[theme] for theme in entry.themes or () if theme in themes),
        proposed=tuple(entry.proposed),
        doubtful=entry.attribution is not None,
        refers_to=entry.refers_to,
        corrections=tuple(Correction(**dict(correction)) for correction in entry.corrections),
        states=Bilingual(entry.state.zh, entry.state.en),
        note=entry.note,
        entry_line=folder.passages_document.line_of(key),
    )


def lines_of(source: Source, text: Excerpt) -> tuple[int, ...]:
    """Return the lines of the source on which an excerpt stands, from 1, in order."""
    return tuple(sorted({source.line_of(place) for place in text.offsets if place != INSERTED}))
