"""Join each passage of a source with its entry in passages.yml."""

from dialogues.model.entities import Bilingual
from dialogues.model.sessions import Correction, Passage
from dialogues.model.sources import Source
from dialogues.parsing.excerpts import INSERTED, Excerpt
from dialogues.parsing.structure import Block
from dialogues.reading.records import Folder
from dialogues.reading.registry import Registry, bilingual
from dialogues.schemas.record import PassageEntry

UNSEEN = Bilingual("machine", "machine")


def join_passage(key: str, block: Block, folder: Folder, registry: Registry) -> Passage:
    """Return a passage with what its entry says of it; one without an entry has its text alone."""
    entry = folder.passages.get(key)
    themes = registry.themes
    return Passage(
        id=key,
        marker=block.marker.text,
        level=block.level,
        original=block.body.text,
        en=entry.en if entry else None,
        lines=lines_of(folder.source, block.marker + block.body),
        themes=tuple(themes[t] for t in entry.themes or () if t in themes) if entry else (),
        proposed=tuple(entry.proposed) if entry else (),
        doubtful=entry is not None and entry.attribution is not None,
        refers_to=entry.refers_to if entry else (),
        corrections=join_corrections(entry) if entry else (),
        states=Bilingual(entry.state.zh, entry.state.en) if entry else UNSEEN,
        note=bilingual(entry.note) if entry and entry.note else None,
        entry_line=folder.passages_document.line_of(key),
    )


def join_corrections(entry: PassageEntry) -> tuple[Correction, ...]:
    """Return the corrections of a passage in the order of its entry."""
    return tuple(
        Correction(c.was, c.now, bilingual(c.why), c.evidence, c.by, c.date)
        for c in entry.corrections
    )


def lines_of(source: Source, text: Excerpt) -> tuple[int, ...]:
    """Return the lines of the source on which an excerpt stands, from 1, in order."""
    return tuple(sorted({source.line_of(place) for place in text.offsets if place != INSERTED}))
