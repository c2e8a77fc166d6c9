"""Look labels up, and give a key to what is met for the first time."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogues.drafting.phrases import Phrases
from dialogues.drafting.places import Place, Places
from dialogues.finding.characters import HAN
from dialogues.reading.registry import Registry

NOWHERE = "unknown"
"""The key of no entry: what stands where a person has to write one."""


@dataclass(frozen=True)
class Stub:
    """An entry that the registry lacks: its key, and the lines beneath it."""

    file: str
    key: str
    fields: Mapping[str, object]


@dataclass(frozen=True)
class Known:
    """What labels are looked up in."""

    registry: Registry
    phrases: Phrases
    places: Places | None
    text: str = ""
    """The record, which may name the country of a city elsewhere."""
    unnamed: dict[str, str] = field(default_factory=dict)
    """Keys of those whose Latin name nobody knows yet, by what is printed."""
    met: dict[str, str] = field(default_factory=dict)
    """What is printed of the people that were met, by their keys."""

    def name_person(self, english: str, printed: str) -> str:
        """Return the key of a person; two whose Chinese names differ never share one."""
        key = make_key(english)
        if not key:
            return self.number(printed, "person")
        number = 1
        while self._is_another(name := key if number == 1 else f"{key}-{number}", printed):
            number += 1
        self.met[name] = printed
        return name

    def name_city(self, place: Place) -> str:
        """Return the key of a city of GeoNames; with its country where a namesake has the plain one."""
        key = make_key(place.en)
        namesake = self.registry.cities.get(key)
        plain = namesake is None or namesake.geonames in (None, place.geonames)
        return key if plain else f"{key}-{place.country.lower()}"

    def number(self, printed: str, sort: str) -> str:
        """Return a number in place of a key, which no draft has yet: city-1, person-2."""
        taken = {*self.unnamed.values(), *self.registry.cities, *self.registry.people}
        free = (f"{sort}-{number}" for number in range(1, len(taken) + 2))
        return self.unnamed.setdefault(printed, next(key for key in free if key not in taken))

    def _is_another(self, key: str, printed: str) -> bool:
        person = self.registry.people.get(key)
        names = person.names if person else (self.met.get(key, printed),)
        chinese = [name for name in (printed, names[0]) if re.match(f"[{HAN}]", name)]
        return len(chinese) > 1 and printed not in names


def make_key(name: str) -> str:
    """Return the key of a Latin name: lower-case words joined by hyphens; empty where it has none."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("ł", "l").replace("ø", "o").replace("đ", "d")
    )
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join(words)[:80].strip("-")
