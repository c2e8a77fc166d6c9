"""Find where each theme is spoken of, by whom, and which cities speak of the same ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import groupby, islice, permutations

from dialogues.model.archive import Archive, Event, Place
from dialogues.model.entities import City, Theme
from dialogues.model.sessions import Passage, Question, Session

NEIGHBOURS = 5
"""Cities shown as speaking of similar things."""


@dataclass(frozen=True)
class Treatment:
    """What one contribution says on a theme."""

    place: Place
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Neighbour:
    """A city that spoke of some of the same themes as another."""

    city: City
    shared: tuple[Theme, ...]
    either: int
    """How many themes the one or the other spoke of."""


@dataclass(frozen=True)
class ThemeIndex:
    """What is said on each theme, by date."""

    treatments: Mapping[Theme, Sequence[Treatment]]
    questions: Mapping[Theme, Sequence[tuple[Event, Session, Question]]]
    counts: Mapping[City, Counter[Theme]]
    """How many passages of a city's speakers are about each theme.

    Captions are not speech, and a passage whose speaker is doubtful counts for no city.
    """
    shared: Mapping[City, frozenset[City]]
    """The cities for which somebody spoke together with a city: they need not be alike."""
    together: Mapping[Theme, Counter[Theme]]
    """How many passages are about two themes at once."""

    def passages_on(self, theme: Theme) -> int:
        """Return how many passages are about a theme."""
        return sum(len(treatment.passages) for treatment in self.treatments.get(theme, ()))

    def cities_on(self, theme: Theme) -> list[tuple[City, int]]:
        """Return the cities that spoke of a theme, those with the most passages first."""
        found = [(city, counts[theme]) for city, counts in self.counts.items() if counts[theme]]
        return sorted(found, key=lambda pair: -pair[1])

    def neighbours_of(self, city: City) -> list[Neighbour]:
        """Return the cities that share most of their themes with a city.

        The measure is the themes of both divided by the themes of either: of 5 and 7 themes, 4
        shared are 4 of 8. A city that spoke of everything is thus near to nobody.
        """
        own = self.bits.get(city, 0)
        alike: dict[tuple[float, int], list[list[City]]] = defaultdict(list)
        for bits, cities in self.alike.items():
            shared = (own & bits).bit_count()
            if shared > 1:
                alike[-shared / (own | bits).bit_count(), -shared].append(cities)
        found = (
            other
            for measure in sorted(alike)
            for other in merge(*alike[measure], key=lambda other: other.key)
            if other != city and other not in self.shared[city]
        )
        return [self._compare(city, other) for other in islice(found, NEIGHBOURS)]

    def _compare(self, city: City, other: City) -> Neighbour:
        own, theirs = self.counts[city], self.counts[other]
        shared = tuple(theme for theme in own if theme in theirs)
        return Neighbour(other, shared, len(own.keys() | theirs.keys()))

    @cached_property
    def bits(self) -> Mapping[City, int]:
        """The themes of each city as bits of a number, for all are compared with all."""
        place: dict[Theme, int] = {}
        return {
            city: sum(1 << place.setdefault(theme, len(place)) for theme in counts)
            for city, counts in self.counts.items()
        }

    @cached_property
    def alike(self) -> Mapping[int, list[City]]:
        """The cities that spoke of the same themes, by these, in the order of their keys."""
        found: dict[int, list[City]] = defaultdict(list)
        for city in sorted(self.bits, key=lambda city: city.key):
            found[self.bits[city]].append(city)
        return found


def group_by_session(treatments: Iterable[Treatment]) -> Iterator[list[Treatment]]:
    """Yield what is said on a theme in each session, in the order in which it is given."""
    for _, group in groupby(treatments, lambda one: (one.place.event.key, one.place.session.id)):
        yield list(group)


def find_themes(archive: Archive) -> ThemeIndex:
    """Go through all contributions once, by date, and sort their passages by theme."""
    treatments: dict[Theme, list[Treatment]] = defaultdict(list)
    counts: dict[City, Counter[Theme]] = defaultdict(Counter)
    shared: dict[City, set[City]] = defaultdict(set)
    together: dict[Theme, Counter[Theme]] = defaultdict(Counter)
    for place in archive.places:
        passages = place.contribution.passages
        spoken = Counter(theme for passage in passages for theme in passage.themes)
        for theme in spoken:
            matching = tuple(passage for passage in passages if theme in passage.themes)
            treatments[theme].append(Treatment(place, matching))
        if place.contribution.speaker:
            sure = Counter(theme for p in passages if not p.doubtful for theme in p.themes)
            for city in place.contribution.cities:
                counts[city] += sure
                shared[city].update(place.contribution.cities)
        for one, other in _pairs(passages):
            together[one][other] += 1
    others = {city: frozenset(cities) for city, cities in shared.items()}
    return ThemeIndex(treatments, _find_questions(archive), counts, others, together)


def _pairs(passages: Iterable[Passage]) -> Iterator[tuple[Theme, Theme]]:
    for passage in passages:
        yield from permutations(passage.themes, 2)


def _find_questions(
    archive: Archive,
) -> dict[Theme, list[tuple[Event, Session, Question]]]:
    questions: dict[Theme, list[tuple[Event, Session, Question]]] = defaultdict(list)
    for event, session in archive.sessions:
        for question in session.questions:
            for theme in question.passage.themes:
                questions[theme].append((event, session, question))
    return questions
