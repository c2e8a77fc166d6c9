"""The index of one language for the search in the reader's browser: two JSON files.

index.json, fetched when a reader begins to search:

    language  zh or en
    groups  sort -> [[key, name, other names ...] ...]: what has a page, and countries; numbered
            through all sorts; the key is left out where the first name that makes one (`make_key`) makes it
    pages   [[address, title, [[id, heading, number of passages, [entities], question] ...]] ...]
    texts   the passages in the language, in the order of the items
    script  pairs of characters that are one to the search: as printed, as simplified
    synonyms  [[a term of the texts, other words for it ...] ...]
    particles  characters that `squeeze` takes out of Chinese
    usage   [words of the mainland, words of Taiwan] where they differ, both simplified
    other   the hash in the address of the other file

other.json, fetched when a query is in the script of the other language:

    the same passages in that language, as `squeeze` leaves them

Addresses are relative to the language's home page. A question is an item like a contribution; an
answer has the place of its question among the items of its page, other items have -1.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dialogues.finding.characters import HAN
from dialogues.model.addresses import session_address
from dialogues.model.countries import country_name
from dialogues.model.entities import SORTS, City
from dialogues.model.sessions import Contribution, Question, Session, Speaker
from dialogues.rendering.hashes import hash_contents
from dialogues.rendering.simplified import list_usage, pair_scripts
from dialogues.rendering.site import PageText, Site

WORD = re.compile(r"[0-9a-zÀ-ɏ]+(?:[.,'’&+-][0-9a-zÀ-ɏ]+)*%?", re.IGNORECASE)
PARTICLES = "的在是和與及也了以我們這並等可有為將到讓更其都從把被而或就還個要來於所很由又但則此他她它您你一不上下中多能會各些同時後前方面性化"
"""Characters that only bind others: what is searched in, but not shown, goes without them."""
CHINESE = re.compile(f"(?:(?![{PARTICLES}])[{HAN}])+")
SHORTEST_CITY = 2
"""Characters that a name keeps at least."""
COMMON = 0.3
"""The part of all texts that a word is in which tells nothing."""

Item = tuple[str, str, int, list[int], int]
"""Id, heading, number of passages, numbers of who speaks and for what, its question.

The one passage of a question has the question's id; its number of passages is 0.
"""


def render_search(site: Site) -> Iterator[PageText]:
    """Yield the two files of a language; a hook gives them their addresses."""
    passages = [passage for _, passage in site.archive.passages]
    others = [passage.en or "" if site.language == "zh" else passage.zh for passage in passages]
    other = _dump(squeeze(others))
    chinese = _chinese(site)
    index = {
        "language": site.language,
        "groups": {sort: list(_entries(site, sort)) for sort in SORTS}
        | {"countries": list(_countries(site))},
        "pages": list(_pages(site)),
        "texts": [passage.in_language(site.language) for passage in passages],
        "synonyms": list(_synonyms(site)),
        "particles": PARTICLES,
        "script": pair_scripts("".join(chinese)),
        "usage": list_usage(chinese),
        "other": hash_contents([other.encode()]),
    }
    yield f"{site.language}/search/index.json", _dump(index)
    yield f"{site.language}/search/other.json", other


def _chinese(site: Site) -> tuple[str, ...]:
    """Return all Chinese that a search can meet, the same for both languages."""
    archive = site.archive
    names = [name for entity in archive.linked for name in entity.names]
    synonyms = [word for synonym in archive.synonyms for word in (synonym.zh, *synonym.also)]
    return (*(passage.zh for _, passage in archive.passages), *names, *synonyms)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def squeeze(texts: Sequence[str]) -> list[str]:
    """Return what of texts can be searched in where they are not shown.

    Chinese keeps all its characters in their order, so that any part of a sentence is found; what
    is not Chinese in it is in the English too. English keeps each word once, those aside that most
    texts have.
    """
    if any(CHINESE.search(text) for text in texts):
        return ["".join(CHINESE.findall(text)) for text in texts]
    words = [{word.lower() for word in WORD.findall(text)} for text in texts]
    counts = Counter(word for found in words for word in found)
    common = {word for word, count in counts.items() if count > COMMON * len(texts)}
    return [" ".join(sorted(found - common)) for found in words]


def _numbered(site: Site) -> dict[str, int]:
    """Return the number of everything that has a page, by the page's path."""
    paths = [*(entity.path for entity in site.archive.entities), *_codes(site)]
    return {path: number for number, path in enumerate(paths)}


def _codes(site: Site) -> list[str]:
    """Return the codes of the countries of all cities and of those who stand for a country."""
    return sorted(
        {city.country for city in site.archive.cities.values()} | {*site.crosslinks.national}
    )


def _countries(site: Site) -> Iterator[list[str]]:
    """Yield, for each country, its place on the index of cities and its names."""
    for code in _codes(site):
        name = country_name(code)
        own, other = (name.zh, name.en) if site.language == "zh" else (name.en, name.zh)
        yield [code.lower(), own, other]


def _who(speaker: Speaker) -> dict[str, None]:
    """Return the paths of who speaks and for what, with the country."""
    countries = [city.country for city in speaker.cities]
    countries += [speaker.country] if speaker.country else []
    return dict.fromkeys([*(entity.path for entity in speaker.entities), *countries])


def _entries(site: Site, sort: str) -> Iterator[list[str]]:
    """Yield the key of each entry and its names, that of the language first.

    A name that holds a shorter one of the same entry is found by that.
    """
    view = site.view
    for entity in site.archive.of_sort(sort).values():
        names = entity.names
        names += tuple(_short(name) for name in names if isinstance(entity, City))
        own = view.pick(entity.name)
        different = {name.casefold(): name for name in reversed(names)}
        kept = [
            name
            for folded, name in sorted(different.items())
            if name != own and not any(o in folded for o in different if o != folded)
        ]
        made = entity.key == next(filter(None, map(make_key, (own, *kept))), None)
        yield ["" if made else entity.key, own, *kept]


def _synonyms(site: Site) -> Iterator[list[str]]:
    for synonym in site.archive.synonyms:
        term = synonym.zh if site.language == "zh" else synonym.en
        chinese = site.language == "zh"
        yield [term, *(word for word in synonym.also if bool(CHINESE.search(word)) == chinese)]


def _short(name: str) -> str:
    """Return a city's name without the character that says what it is: 巴斯 of 巴斯市."""
    return name[:-1] if len(name) > SHORTEST_CITY and name[-1] in "市縣省州" else name


def make_key(name: str) -> str:
    """Return what a name is in an address: its letters without accents, in lower case."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))


def _pages(site: Site) -> Iterator[list[object]]:
    numbered = _numbered(site)
    for event, session in site.archive.sessions:
        title = site.view.session_title(event, session)
        yield [session_address(event, session), title, list(_items(site, session, numbered))]


def _items(site: Site, session: Session, numbered: Mapping[str, int]) -> Iterator[Item]:
    view = site.view
    asked: dict[str, int] = {}
    parts = [part for part in session.parts if isinstance(part, Question | Contribution)]
    for place, part in enumerate(parts):
        if isinstance(part, Question):
            asked[part.id] = place
            yield part.id, view.plain("question"), 0, [], -1
            continue
        question = asked[part.question.id] if part.question else -1
        paths = _who(part.speaker) if part.speaker else ()
        numbers = [numbered[path] for path in paths]
        yield (
            part.id,
            view.name_with_doubt(part, part.passages),
            len(part.passages),
            numbers,
            question,
        )
