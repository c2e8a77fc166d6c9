"""Find who says what where: those who speak, are pictured, are named or are answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from dialogues.finding.mentions import Gazetteer
from dialogues.model.archive import Archive, Place
from dialogues.model.entities import City, Entity
from dialogues.model.sessions import Contribution, Part, Passage, Question, Session, Speaker


@dataclass(frozen=True)
class Crosslinks:
    """Places, by date, of each city, person, organization and initiative."""

    said: Mapping[Entity, Sequence[Place]]
    pictured: Mapping[Entity, Sequence[Place]]
    mentioned: Mapping[Entity, Sequence[Place]]
    """Where others than its own speakers name it."""
    national: Mapping[str, Sequence[tuple[Place, Speaker]]]
    """Those who stand for no city, by country."""
    places: Mapping[tuple[str, str], Place]
    """Where each contribution and each passage of one stands, by record and id."""
    referring: Mapping[tuple[str, str], Sequence[str]]
    """The ids of the passages that refer to a contribution or passage."""

    def places_of(self, entity: Entity) -> list[Place]:
        """Return where somebody speaks for it, then where somebody is pictured for it."""
        return [*self.said.get(entity, ()), *self.pictured.get(entity, ())]


def find_crosslinks(archive: Archive, gazetteer: Gazetteer) -> Crosslinks:
    """Go through all contributions once, by date, and sort them by those whom they concern."""
    said: dict[Entity, list[Place]] = defaultdict(list)
    pictured: dict[Entity, list[Place]] = defaultdict(list)
    mentioned: dict[Entity, list[Place]] = defaultdict(list)
    national: dict[str, list[tuple[Place, Speaker]]] = defaultdict(list)
    places: dict[tuple[str, str], Place] = {}
    referring: dict[tuple[str, str], list[str]] = defaultdict(list)
    for place in archive.places:
        contribution = place.contribution
        own = _stands_for(contribution)
        for entity in own:
            (said if contribution.speaker else pictured)[entity].append(place)
        for entity in _named_in(contribution, gazetteer) - own.keys():
            mentioned[entity].append(place)
        for who in contribution.people:
            if who.country:
                national[who.country].append((place, who))
        record = place.session.record
        places[record, contribution.id] = place
        for passage in contribution.passages:
            places[record, passage.id] = place
            for target in passage.refers_to:
                referring[record, target].append(passage.id)
    return Crosslinks(said, pictured, mentioned, national, places, referring)


def find_silent(session: Session, question: Question) -> list[Speaker]:
    """Return who of a session's panel is not recorded as answering a question."""
    answers = [c for c in session.contributions if c.question == question]
    answered = {_identify(c.speaker) for c in answers if c.speaker}
    panel = {_identify(c.speaker): c.speaker for c in session.contributions if c.speaker}
    return [speaker for who, speaker in panel.items() if who not in answered]


def find_resumed(parts: Iterable[Part]) -> set[str]:
    """Return the ids of where a record goes on by itself right behind what somebody says.

    These need a heading: without one they stand beneath somebody else's name. What nobody says in
    minutes has one wherever it begins, and none behind more of the same.
    """
    pairs = pairwise(chain([None], parts))
    return {
        part.id
        for before, part in pairs
        if isinstance(part, Contribution)
        if (part.kind == "narration" and isinstance(before, Contribution) and before.speaker)
        or (
            part.kind == "note" and not (isinstance(before, Contribution) and before.kind == "note")
        )
    }


def find_naming(
    contribution: Contribution, entity: Entity, gazetteer: Gazetteer
) -> Sequence[Passage]:
    """Return the passages that name something; all of them where its own speaker speaks."""
    if any(entity in who.entities for who in contribution.people):
        return contribution.passages
    return [
        passage
        for passage in contribution.passages
        if any(entity in gazetteer.entities_in(text) for text in passage.texts)
    ]


def _identify(speaker: Speaker) -> object:
    """Return what tells one speaker from another: the person, or whom an unnamed one stands for."""
    return speaker.person or (speaker.cities, speaker.organization, speaker.country)


def _stands_for(contribution: Contribution) -> dict[Entity, None]:
    """Return who speaks or is pictured and what they stand for, each once."""
    return dict.fromkeys(entity for who in contribution.people for entity in who.entities)


def _named_in(contribution: Contribution, gazetteer: Gazetteer) -> set[Entity]:
    """Return what a contribution names in its passages, or, of cities, in its label."""
    texts = [text for passage in contribution.passages for text in passage.texts]
    named = {entity for text in texts for entity in gazetteer.entities_in(text)}
    if contribution.speaker:
        label = gazetteer.entities_in(contribution.speaker.label)
        named |= {entity for entity in label if isinstance(entity, City)}
    return named
