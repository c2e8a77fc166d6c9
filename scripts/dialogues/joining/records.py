"""Join what a source says with what is known of it; nothing is guessed, every gap is a Problem."""

from collections.abc import Mapping, Sequence

from dialogues.joining.passages import PassageBook, lines_of
from dialogues.model.countries import is_country
from dialogues.model.entities import Bilingual, City, Organization
from dialogues.model.sessions import Contribution, Fact, Heading, Part, Question, Session, Speaker
from dialogues.parsing import structure
from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.structure import Parsed
from dialogues.problems import Problem
from dialogues.reading.files import Source
from dialogues.reading.registry import Registry, bilingual
from dialogues.reading.yaml_files import Document
from dialogues.schemas.record import LabelEntry, PassageEntry, RecordEntry, SessionEntry


class Resolver:
    """Resolves one record; collects the problems that it meets."""

    def __init__(
        self, entry: RecordEntry, document: Document, source: Source, registry: Registry
    ) -> None:
        self.entry = entry
        self.document = document
        self.source = source
        self.registry = registry
        self.problems: list[Problem] = []
        self.headings = {heading.zh: bilingual(heading) for heading in entry.headings}
        self.facts = {fact.name.zh: fact for fact in entry.facts}
        self.speakers = {
            label: self._speaker(label, known) for label, known in entry.labels.items()
        }

    def resolve_sessions(
        self,
        record: str,
        parsed: Parsed,
        passages: Mapping[str, PassageEntry],
        passages_document: Document,
    ) -> tuple[Session, ...]:
        """Return the sessions of a record in its own order."""
        book = PassageBook(self.source, passages, passages_document, self.registry)
        found = {section.session: section.elements for section in parsed.sections}
        sessions = tuple(
            Session(
                id=entry.id,
                event=self._known("events", entry.event, "sessions", number, "event"),
                record=record,
                title=bilingual(entry.title),
                dates=entry.dates,
                note=bilingual(entry.note) if entry.note else None,
                parts=tuple(self._parts(entry, found.get(entry.id, ()), book)),
            )
            for number, entry in enumerate(self.entry.sessions)
        )
        self.problems += book.problems
        if not parsed.problems:
            self.problems += [*book.find_strangers(), *book.find_lost_references()]
        return sessions

    def organization(self, key: str, *location: str | int) -> Organization:
        """Return an organization of the registry."""
        self._known("organizations", key, *location)
        unknown = Organization(key=key, name=Bilingual(key, key))
        return self.registry.organizations.get(key) or unknown

    def _parts(
        self, session: SessionEntry, elements: Sequence[structure.Element], book: PassageBook
    ) -> list[Part]:
        parts: list[Part] = []
        question: Question | None = None
        for element in elements:
            match element:
                case structure.Heading(text):
                    parts.append(Heading(self._heading(session, text), self._lines(text)))
                case structure.Fact(name, _):
                    fact = self.facts[name.text]
                    parts.append(Fact(bilingual(fact.name), bilingual(fact.value)))
                case structure.Question(key, block):
                    question = Question(book.find(key, block))
                    parts.append(question)
                case structure.Item():
                    answered = question if element.kind == "answer" else None
                    parts.append(self._contribution(element, answered, book))
        return parts

    def _contribution(
        self, item: structure.Item, question: Question | None, book: PassageBook
    ) -> Contribution:
        return Contribution(
            id=item.id,
            kind=item.kind,
            number=item.number.text,
            speaker=self._find_speaker(item),
            pictured=self._find_pictured(item),
            passages=tuple(
                book.find(f"{item.id}-{number}", block)
                for number, block in enumerate(item.blocks, 1)
            ),
            question=question,
        )

    def _find_speaker(self, item: structure.Item) -> Speaker | None:
        if not item.label:
            if item.kind in ("talk", "answer"):
                place = (item.number or item.blocks[0].body).start
                self.problems.append(self.source.problem(place, "a row must name who speaks"))
            return None
        if item.label.text not in self.speakers:
            rule = f"a label must be declared in {self.document.path}, labels, and is not:"
            message = f"{rule} {item.label.text!r}"
            self.problems.append(self.source.problem(item.label.start, message))
        return self.speakers.get(item.label.text)

    def _find_pictured(self, item: structure.Item) -> tuple[Speaker, ...]:
        labels = self.entry.pictured.get(item.id, ())
        found = []
        for number, label in enumerate(labels):
            location = ("pictured", item.id, number)
            if label not in item.blocks[0].body.text:
                self._complain(f"a caption must name {label!r}, and {item.id} does not", *location)
            if label not in self.speakers:
                self._complain(f"pictured must be declared in labels, and has {label!r}", *location)
            else:
                found.append(self.speakers[label])
        return tuple(found)

    def _heading(self, session: SessionEntry, text: Excerpt) -> Bilingual:
        if text.text == session.heading and text.text not in self.headings:
            return Bilingual(text.text, session.title.en)
        return self.headings[text.text]

    def _speaker(self, label: str, entry: LabelEntry) -> Speaker:
        place = ("labels", label)
        person = entry.person and self._known("people", entry.person, *place, "person")
        for number, city in enumerate(entry.cities):
            self._known("cities", city, *place, "cities", number)
        if not entry.cities and not entry.country:
            self._complain("a label must have cities or a country, and has neither", *place)
        if entry.country and not is_country(entry.country):
            rule = f"country must be an ISO 3166-1 code, and is {entry.country!r}"
            self._complain(rule, *place, "country")
        return Speaker(
            label=label,
            person=self.registry.people.get(person or ""),
            role=bilingual(entry.role) if entry.role else None,
            organization=self.organization(entry.organization, *place, "organization")
            if entry.organization
            else None,
            cities=tuple(self._cities(entry.cities)),
            country=entry.country,
            doubtful=entry.certainty is not None,
            note=bilingual(entry.note) if entry.note else None,
        )

    def _cities(self, keys: Sequence[str]) -> list[City]:
        return [self.registry.cities[key] for key in keys if key in self.registry.cities]

    def _known(self, name: str, key: str, *location: str | int) -> str:
        if self.registry.lacks(name, key):
            where = ".".join(str(step) for step in location)
            self._complain(f"{where} must be a key of {name}.yml, and is {key!r}", *location)
        return key

    def _lines(self, text: Excerpt) -> tuple[int, ...]:
        return lines_of(self.source, text)

    def _complain(self, message: str, *location: str | int) -> None:
        self.problems.append(self.document.problem(message, *location))
