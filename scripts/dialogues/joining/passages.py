"""The passages of a record: what its source has, beside what passages.yml knows of it."""

from collections.abc import Iterator, Mapping

from dialogues.checking.themes import check_themes
from dialogues.checking.translations import check_pair
from dialogues.model.entities import Bilingual
from dialogues.model.sessions import Correction, Passage
from dialogues.parsing.excerpts import INSERTED, Excerpt
from dialogues.parsing.structure import Block
from dialogues.problems import Problem, shorten
from dialogues.reading.files import Source
from dialogues.reading.registry import Registry, bilingual
from dialogues.reading.yaml_files import Document
from dialogues.schemas.record import PassageEntry

UNSEEN = Bilingual("machine", "machine")


class PassageBook:
    """The entries of a record, and which of them its source has met."""

    def __init__(
        self,
        source: Source,
        entries: Mapping[str, PassageEntry],
        document: Document,
        registry: Registry,
    ) -> None:
        self.source = source
        self.entries = entries
        self.document = document
        self.registry = registry
        self.problems: list[Problem] = []
        self.met: set[str] = set()

    def find(self, key: str, block: Block) -> Passage:
        """Return a passage; one without an entry, or with one for other words, is a Problem."""
        self.met.add(key)
        entry = self.entries.get(key)
        text = block.body.text
        if entry is None:
            rule = f"a passage must have an entry in {self.document.path} (`make sync` adds it)"
            message = f"{rule}, and {key} has none: {shorten(text, 24)}"
            self.problems.append(self.source.problem(block.body.start, message))
        elif entry.zh != text:
            self.problems.append(self._stale(key, entry.zh, text))
        else:
            self.problems += self._check_entry(key, entry)
        return self._passage(key, block, entry)

    def find_strangers(self) -> list[Problem]:
        """Return a problem for each entry whose passage the source does not have."""
        rule = "an entry must belong to a passage of the source, and there is none with the id"
        return [
            self.document.problem(f"{rule} {key!r}", key) for key in self.entries.keys() - self.met
        ]

    def find_lost_references(self) -> Iterator[Problem]:
        """Yield a problem for each reference to a passage that the source does not have."""
        contributions = {key.rpartition("-")[0] for key in self.met}
        for key, entry in self.entries.items():
            for number, target in enumerate(entry.refers_to):
                if target not in self.met | contributions or target == key:
                    rule = f"{key}.refers_to must be ids of this record, and one is {target!r}"
                    yield self.document.problem(rule, key, "refers_to", number)

    def _passage(self, key: str, block: Block, entry: PassageEntry | None) -> Passage:
        themes = self.registry.themes
        text = block.body.text
        return Passage(
            id=key,
            marker=block.marker.text,
            level=block.level,
            original=text,
            en=entry.en if entry else None,
            lines=lines_of(self.source, block.marker + block.body),
            themes=tuple(themes[t] for t in entry.themes or () if t in themes) if entry else (),
            proposed=tuple(entry.proposed) if entry else (),
            doubtful=entry is not None and entry.attribution is not None,
            refers_to=entry.refers_to if entry else (),
            corrections=tuple(self._corrections(key, entry, text)) if entry else (),
            states=Bilingual(entry.state.zh, entry.state.en) if entry else UNSEEN,
            note=bilingual(entry.note) if entry and entry.note else None,
            entry_line=self.document.line_of(key),
        )

    def _check_entry(self, key: str, entry: PassageEntry) -> Iterator[Problem]:
        faults = [*check_pair(entry, self.registry.glossary)]
        if "themes" not in self.registry.unread:
            faults += check_themes(entry, self.registry.themes)
        for field, message in faults:
            yield self.document.problem(f"{key}.{field} {message}", key, field)

    def _corrections(self, key: str, entry: PassageEntry, text: str) -> list[Correction]:
        for number, correction in enumerate(entry.corrections):
            if correction.was == correction.now:
                message = f"now must differ from was, and both are {correction.was!r}"
                location = (key, "corrections", number, "now")
                self.problems.append(self.document.problem(message, *location))
            if text.count(correction.was) != 1:
                rule = (
                    f"was must stand once in the passage, and stands {text.count(correction.was)}"
                )
                message = f"{rule} times: {correction.was!r}"
                location = (key, "corrections", number, "was")
                self.problems.append(self.document.problem(message, *location))
        return [
            Correction(c.was, c.now, bilingual(c.why), c.evidence, c.by, c.date)
            for c in entry.corrections
        ]

    def _stale(self, key: str, quoted: str, text: str) -> Problem:
        place = next(
            (i for i, (a, b) in enumerate(zip(quoted, text, strict=False)) if a != b),
            min(len(quoted), len(text)),
        )
        start = max(0, place - 8)
        message = (
            f"{key}.zh must quote the source; from character {place + 1} on the source has"
            f" {shorten(text[start:], 24)}, and the entry has {shorten(quoted[start:], 24)}"
        )
        return self.document.problem(message, key, "zh")


def lines_of(source: Source, text: Excerpt) -> tuple[int, ...]:
    """Return the lines of the source on which an excerpt stands, from 1, in order."""
    return tuple(sorted({source.line_of(place) for place in text.offsets if place != INSERTED}))
