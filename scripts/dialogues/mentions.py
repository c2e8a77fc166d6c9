"""Names of known cities in a text, found by one expression over all names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogues.archive import City

LATIN = r"A-Za-z0-9À-ɏ"


@dataclass(frozen=True)
class Segment:
    """A piece of a text, and the city that it names, if it names one."""

    text: str
    city: City | None


class Gazetteer:
    """All names of all cities, ready to be looked for in any text.

    The longest name wins; a Latin name is found only as whole words and in its own case (`Bath`,
    never `bath` or `Bathurst`); a longer name that means something else is declared with the city
    (`exclude`) and hides the name within it.
    """

    def __init__(self, cities: Iterable[City]) -> None:
        self.owners: dict[str, City | None] = {}
        for city in cities:
            self.owners.update(dict.fromkeys(city.exclude))
            self.owners.update(dict.fromkeys(city.names, city))
        self._found: dict[str, tuple[Segment, ...]] = {}
        names = sorted(self.owners, key=len, reverse=True)
        self.expression = re.compile("|".join(map(_as_pattern, names)) or r"(?!)")

    def split(self, text: str) -> tuple[Segment, ...]:
        """Return the whole text in pieces, those that name a city with it."""
        if text not in self._found:
            self._found[text] = tuple(self._split(text))
        return self._found[text]

    def _split(self, text: str) -> Iterator[Segment]:
        start = 0
        for found in self.expression.finditer(text):
            city = self.owners[found[0]]
            if city is None:
                continue
            if start < found.start():
                yield Segment(text[start : found.start()], None)
            yield Segment(found[0], city)
            start = found.end()
        if start < len(text):
            yield Segment(text[start:], None)

    def cities_in(self, text: str) -> set[City]:
        """Return the cities that a text names."""
        return {segment.city for segment in self.split(text) if segment.city}


def _as_pattern(name: str) -> str:
    """Return the expression for a name: whole words only where it begins or ends in Latin."""
    before = rf"(?<![{LATIN}])" if re.match(rf"[{LATIN}]", name) else ""
    after = rf"(?![{LATIN}])" if re.search(rf"[{LATIN}]$", name) else ""
    return before + re.escape(name) + after
