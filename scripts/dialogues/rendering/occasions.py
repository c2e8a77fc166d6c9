"""Gather what a city or theme has of each session, contribution by contribution."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from dialogues.model.archive import Event, Place
from dialogues.model.sessions import Session


@dataclass(frozen=True)
class Said:
    """One contribution among those of a session."""

    place: Place
    is_introduced: bool
    """Whether the turn before it was of the same speaker, who needs no second heading."""

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody else may have said it, or a part of it."""
        return any(passage.doubtful for passage in self.place.contribution.passages)


Occasion = tuple[Event, Session, list[Said]]


def gather_occasions(places: Iterable[Place]) -> list[Occasion]:
    """Return contributions by session, in the order in which they are given."""
    occasions = []
    for _, group in groupby(places, lambda place: (place.event.key, place.session.id)):
        found = list(group)
        again = [_who(one) == _who(other) for one, other in pairwise(found)]
        turns = [Said(*pair) for pair in zip(found, [False, *again], strict=True)]
        occasions.append((found[0].event, found[0].session, turns))
    return occasions


def _who(place: Place) -> object:
    speaker = place.contribution.speaker
    return (speaker.person or speaker.label) if speaker else place.contribution.id
