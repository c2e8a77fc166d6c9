"""Join the source of a record with its entries and the registry. What is wrong, `checking` says."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dialogues.joining.passages import join_passage, lines_of
from dialogues.model.archive import Citation, Omission, Record
from dialogues.model.entities import Bilingual, Organization
from dialogues.model.films import Film
from dialogues.model.sessions import Contribution, Fact, Heading, Part, Question, Session, Speaker
from dialogues.parsing import structure
from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.structure import passages_of
from dialogues.reading.records import Folder
from dialogues.reading.registry import Registry
from dialogues.schemas.record import LabelEntry, SessionEntry


def join_record(folder: Folder, registry: Registry) -> Record:
    """Return a record; what its entries name and the registry lacks is left out of it."""
    sessions = Joiner(folder, registry).join_sessions()
    return Record(
        key=folder.key,
        title=folder.entry.title,
        kind=folder.entry.kind,
        issuer=find_organization(folder.entry.issuer, registry),
        published=folder.entry.published,
        added=folder.entry.added,
        source=folder.source,
        sessions=sessions,
        omissions=tuple(find_omissions(folder, registry)),
        cited=tuple(find_citations(folder, sessions)),
    )


class Joiner:
    """Joins the sessions of one record."""

    def __init__(self, folder: Folder, registry: Registry) -> None:
        self.folder = folder
        self.registry = registry
        self.headings = {heading.zh: heading for heading in folder.entry.headings}
        self.facts = {fact.name.zh: fact for fact in folder.entry.facts}
        self.speakers: Mapping[str, Speaker] = {}
        """Who stands behind the labels, in the session that is joined."""

    def join_sessions(self) -> tuple[Session, ...]:
        """Return the sessions of the record in its own order."""
        return tuple(map(self._join_session, self.folder.entry.sessions))

    def _join_session(self, entry: SessionEntry) -> Session:
        found = {section.session: section.elements for section in self.folder.parsed.sections}
        self.speakers = join_speakers(self.folder.entry.labels_in(entry.id), self.registry)
        return Session(
            id=entry.id,
            event=entry.event,
            record=self.folder.key,
            title=entry.title,
            dates=entry.dates,
            official_english=entry.official_english,
            films=tuple(Film(**dict(film)) for film in entry.films),
            note=entry.note,
            parts=tuple(self._join_parts(entry, found.get(entry.id, ()))),
        )

    def _join_parts(
        self, session: SessionEntry, elements: Sequence[structure.Element]
    ) -> Iterator[Part]:
        question: Question | None = None
        for element in elements:
            match element:
                case structure.Heading(text):
                    lines = lines_of(self.folder.source, text)
                    yield Heading(self._find_heading(session, text), lines)
                case structure.Fact(name, _):
                    fact = self.facts[name.text]
                    yield Fact(fact.name, fact.value)
                case structure.Question(key, block):
                    question = Question(join_passage(key, block, self.folder, self.registry))
                    yield question
                case structure.Item():
                    answered = question if element.kind == "answer" else None
                    yield self._join_contribution(element, answered)

    def _join_contribution(self, item: structure.Item, question: Question | None) -> Contribution:
        pictured = self.folder.entry.pictured.get(item.id, ())
        return Contribution(
            id=item.id,
            kind=item.kind,
            number=item.number.text,
            speaker=self.speakers.get(item.label.text),
            pictured=tuple(self.speakers[label] for label in pictured if label in self.speakers),
            passages=tuple(
                join_passage(key, block, self.folder, self.registry)
                for key, block in passages_of(item)
            ),
            question=question,
        )

    def _find_heading(self, session: SessionEntry, text: Excerpt) -> Bilingual:
        """Return a heading in both languages: a session's own has the English of its title."""
        if text.text == session.heading and text.text not in self.headings:
            return Bilingual(text.text, session.title.en)
        return self.headings[text.text]


def join_speakers(labels: Mapping[str, LabelEntry], registry: Registry) -> dict[str, Speaker]:
    """Return who stands behind each label."""
    return {
        label: Speaker(
            label=label,
            person=registry.people.get(entry.person or ""),
            role=entry.role,
            organization=find_organization(entry.organization, registry)
            if entry.organization
            else None,
            cities=tuple(registry.cities[key] for key in entry.cities if key in registry.cities),
            country=entry.country,
            doubtful=entry.certainty is not None,
            note=entry.note,
        )
        for label, entry in labels.items()
    }


def find_organization(key: str, registry: Registry) -> Organization:
    """Return an organization of the registry; one that it lacks is named by its key."""
    unknown = Organization(key=key, name=Bilingual(key, key))
    return registry.organizations.get(key) or unknown


def find_omissions(folder: Folder, registry: Registry) -> list[Omission]:
    """Return what no page shows of a source, with the reason for each kind and each line."""
    whys = {text.text: text.why for text in folder.entry.left_out.texts}
    lines: dict[str, set[int]] = {}
    for left in folder.parsed.left_out:
        what = left.text.text if left.kind == "text" else left.kind
        lines.setdefault(what, set()).add(folder.source.line_of(left.text.start))
    return [
        Omission(what if what in whys else None, why, tuple(sorted(places)))
        for what, places in lines.items()
        if (why := whys.get(what) or registry.omissions.get(what))
    ]


def find_citations(folder: Folder, sessions: Sequence[Session]) -> Iterator[Citation]:
    """Yield what a record refers to and the project does not hold, with where its words stand."""
    source, passages = folder.source, [p for session in sessions for p in session.passages]
    for cited in folder.entry.cited:
        places = [found.start() for found in re.finditer(re.escape(cited.words), source.text)]
        yield Citation(
            words=cited.words,
            what=cited.what,
            lines=tuple(sorted({source.line_of(place) for place in places})),
            passage=next((p for p in passages if cited.words in p.original), None),
        )
