"""List what the search knows by name: entities, countries, regions, events, pages of help."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from dialogues.finding.characters import HAN
from dialogues.model.addresses import INDEXES
from dialogues.model.countries import country_name
from dialogues.model.entities import LANGUAGES, SORTS, City, Entity
from dialogues.rendering.simplified import simplify
from dialogues.rendering.site import Site

SHORTEST_CITY = 2
"""Characters that a name keeps at least."""
HEADING = re.compile(r"^#{1,3} ([^{\n]+)(?:\{ *#([\w-]+) *\})?$", re.MULTILINE)
"""A heading of a page by hand: its title, and its anchor where it has one."""
NEARBY = ("zh_Hans_CN", "zh_Hant_HK", "zh_Hant_TW", "en_GB")
"""Locales whose names of countries and regions a reader may type, beside those of the countries."""
WORD = re.compile(r"\w+")


@cache
def _known() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the other names of cities by GeoNames' numbers, and the countries of regions by codes."""
    text = files(__package__).joinpath("other_names.json").read_text(encoding="utf-8")
    known: Mapping[str, Mapping[str, list[str]]] = json.loads(text)
    return known


def list_groups(site: Site) -> dict[str, list[list[str]]]:
    """Return, for each sort of what has a page, and for countries, the key and names of each."""
    words = _words(site)
    groups = {sort: list(_entries(site, sort, words)) for sort in SORTS}
    return groups | {"countries": list(_countries(site))}


def _words(site: Site) -> frozenset[str]:
    """Return all words of the texts in Latin letters, folded: no name that nobody uses is one."""
    texts = " ".join(text for _, passage in site.archive.passages for text in passage.texts)
    return frozenset(WORD.findall(fold(texts)))


@cache
def fold(text: str) -> str:
    """Return a text as the search compares it: without accents, in lower case, simplified."""
    plain = unicodedata.normalize("NFD", simplify(text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def number_entities(site: Site) -> dict[str, int]:
    """Return the number of everything in the groups, by the page's path or the country's code."""
    paths = [*(entity.path for entity in site.archive.entities), *_codes(site)]
    return {path: number for number, path in enumerate(paths)}


def _codes(site: Site) -> list[str]:
    """Return the codes of the countries of all cities and of those who stand for a country."""
    return sorted(
        {city.country for city in site.archive.cities.values()} | {*site.crosslinks.national}
    )


def _entries(site: Site, sort: str, words: frozenset[str]) -> Iterator[list[str]]:
    """Yield the key of each entry and its names, that of the language first.

    The key is left out where the first name that makes one makes it. A name that holds a shorter
    one of the same entry is found by that.
    """
    for entity in site.archive.of_sort(sort).values():
        own = site.view.pick(entity.name)
        different = {fold(name): name for name in reversed(_all_names(entity, words))}
        kept = [
            name
            for folded, name in sorted(different.items())
            if name != own and not any(_holds(folded, o) for o in different if o != folded)
        ]
        made = entity.key == next(filter(None, map(make_key, (own, *kept))), None)
        yield ["" if made else entity.key, own, *kept]


def _holds(name: str, other: str) -> bool:
    """Return whether a name has another in it as the search finds it: letters from word to word."""
    return other in name and bool(re.search(rf"(?<![0-9a-z]){re.escape(other)}(?![0-9a-z])", name))


def _all_names(entity: Entity, words: frozenset[str]) -> tuple[str, ...]:
    if not isinstance(entity, City):
        return entity.names
    others = _known()["cities"].get(str(entity.geonames), [])
    strange = tuple(name for name in others if fold(name) not in words)
    return (*entity.names, *map(_short, entity.names), *strange)


def _short(name: str) -> str:
    """Return a city's name without the character that says what it is: 巴斯 of 巴斯市."""
    return name[:-1] if len(name) > SHORTEST_CITY and name[-1] in "市縣省州" else name


def make_key(name: str) -> str:
    """Return what a name is in an address: its letters without accents, in lower case."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))


def _countries(site: Site) -> Iterator[list[str]]:
    """Yield, for each country, its place on the index of cities and its names, also its own."""
    for code in _codes(site):
        name = country_name(code)
        own, other = (name.zh, name.en) if site.language == "zh" else (name.en, name.zh)
        spoken = get_global("territory_languages").get(code, {})
        official = [key for key, of in spoken.items() if of["official_status"]]
        others = {fold(one): one for one in _territories(code, (*NEARBY, *official))}
        yield [
            code.lower(),
            own,
            other,
            *(others[one] for one in sorted(others) if one not in {*map(fold, (own, other))}),
        ]


def _territories(code: str, locales: Iterable[str]) -> list[str]:
    """Return what a country or a region is called in some languages with letters that are searched."""
    names = sorted({_territory(code, locale) for locale in locales})  # a set has no order
    return [name for name in names if name and re.search(f"[a-zA-Z{HAN}]{{2}}", name)]


@cache
def _territory(code: str, locale: str) -> str:
    try:
        return str(Locale.parse(locale).territories.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""  # a language that CLDR has no words of


def list_cities(site: Site) -> Iterator[list[int]]:
    """Yield the numbers of the cities of each country, in their order."""
    numbered = number_entities(site)
    cities = site.archive.cities.values()
    for code in _codes(site):
        yield [numbered[city.path] for city in cities if city.country == code]


def list_regions(site: Site) -> Iterator[tuple[list[str], list[int]]]:
    """Yield the names of each part of the world, and the numbers of its countries."""
    numbered = number_entities(site)
    for region, countries in _known()["regions"].items():
        members = [numbered[code] for code in _codes(site) if code in countries]
        names = sorted({fold(name): name for name in _territories(region, NEARBY)}.values())
        if members and names:
            yield names, members


def list_events(site: Site) -> Iterator[list[str]]:
    """Yield the key of each event, its title in both languages, and its place in both."""
    for event in site.archive.events.values():
        places = [event.place.in_language(one) for one in _both(site)] if event.place else []
        yield [event.key, *(event.title.in_language(one) for one in _both(site)), *places]


def list_guides(site: Site) -> Iterator[list[str]]:
    """Yield the address and title of each index, and of each part of the pages written by hand."""
    other = replace(site, language=_both(site)[1])
    for name, address in INDEXES.items():
        yield [address, site.view.plain(name), other.view.plain(name)]
    for path, text in site.guides.items():
        language, _, page = path.removesuffix(".md").partition("/")
        if language == site.language and page != "index":
            for found in HEADING.finditer(text):
                anchor = f"#{found[2]}" if found[2] else ""
                yield [f"{page}/{anchor}", found[1].strip()]


def _both(site: Site) -> list[str]:
    """Return the languages, that of the site first."""
    return sorted(LANGUAGES, key=lambda language: language != site.language)
