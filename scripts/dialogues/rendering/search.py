"""The index of one language for the search in the reader's browser: two JSON files.

index.json, fetched when a reader begins to search:

    language  zh or en
    groups  sort -> [[key, name, other names ...] ...]: what has a page, and countries; numbered
            through all sorts; the key is left out where the first name that makes one (`make_key`) makes it
    cities  the numbers of the cities of each country
    regions [[[name ...], [numbers of the countries in it]] ...]
    events  [[key, title, title in the other language, places ...] ...]
    guides  [[address, title ...] ...]: index pages, and parts of pages that are written by hand
    kinds   kind of record -> [name, name in the other language]
    pages   [[address, title, title in the other language, record, kind, number of the event,
            [days], [[id, heading, number of passages, [entities], question] ...]] ...]
    texts   the passages in the language, in the order of the items
    themes  the numbers of the themes of each passage
    printed [[passage, words as printed ...] ...], where they are corrected
    script  pairs of characters that are one to the search: as printed, as simplified or in Japan
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
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dialogues.finding.characters import HAN
from dialogues.model.addresses import session_address
from dialogues.model.archive import Event
from dialogues.model.sessions import Contribution, Question, Session, Speaker
from dialogues.rendering.hashes import hash_contents
from dialogues.rendering.search_names import (
    list_cities,
    list_events,
    list_groups,
    list_guides,
    list_regions,
    number_entities,
)
from dialogues.rendering.simplified import list_usage, pair_scripts
from dialogues.rendering.site import PageText, Site

WORD = re.compile(r"[0-9a-zÀ-ɏ]+(?:[.,'’&+-][0-9a-zÀ-ɏ]+)*%?", re.IGNORECASE)
PARTICLES = "的在是和與及也了以我們這並等可有為將到讓更其都從把被而或就還個要來於所很由又但則此他她它您你一不上下中多能會各些同時後前方面性化"
"""Characters that only bind others: what is searched in, but not shown, goes without them."""
CHINESE = re.compile(f"(?:(?![{PARTICLES}])[{HAN}])+")
COMMON = 0.3
"""The part of all texts that a word is in which tells nothing."""

Item = tuple[str, str, int, list[int], int]
"""Id, heading, number of passages, numbers of who speaks and for what, its question.

The one passage of a question has the question's id; its number of passages is 0.
"""


def render_search(site: Site) -> Iterator[PageText]:
    """Yield the two files of a language; a hook gives them their addresses."""
    passages = [passage for _, passage in site.archive.passages]
    numbered = number_entities(site)
    others = [passage.en or "" if site.language == "zh" else passage.zh for passage in passages]
    other = _dump(squeeze(others))
    chinese = _chinese(site)
    index = {
        "language": site.language,
        "groups": list_groups(site),
        "cities": list(list_cities(site)),
        "regions": list(list_regions(site)),
        "events": list(list_events(site)),
        "guides": list(list_guides(site)),
        "kinds": _kinds(site),
        "pages": list(_pages(site, numbered)),
        "texts": [passage.in_language(site.language) for passage in passages],
        "themes": [[numbered[theme.path] for theme in passage.themes] for passage in passages],
        "printed": [
            [place, *(correction.was for correction in passage.corrections)]
            for place, passage in enumerate(passages)
            if passage.corrections
        ],
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
    names += [event.title.zh for event in archive.events.values()]
    names += [session.title.zh for _, session in archive.sessions]
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


def _who(speaker: Speaker) -> dict[str, None]:
    """Return the paths of who speaks and for what, with the country."""
    countries = [city.country for city in speaker.cities]
    countries += [speaker.country] if speaker.country else []
    return dict.fromkeys([*(entity.path for entity in speaker.entities), *countries])


def _synonyms(site: Site) -> Iterator[list[str]]:
    """Yield the term that the texts of the language have, and words of both languages for it."""
    for synonym in site.archive.synonyms:
        own, other = (synonym.zh, synonym.en)[:: 1 if site.language == "zh" else -1]
        yield [own, *dict.fromkeys(word for word in (other, *synonym.also) if word != own)]


def _kinds(site: Site) -> dict[str, list[str]]:
    """Return the names of the kinds of records, also in the other language."""
    kinds = sorted({record.kind for record in site.archive.records.values()})
    views = site.view, _other(site).view
    return {kind: [view.plain(f"kind_{kind}") for view in views] for kind in kinds}


def _other(site: Site) -> Site:
    return replace(site, language="en" if site.language == "zh" else "zh")


def _pages(site: Site, numbered: Mapping[str, int]) -> Iterator[list[object]]:
    events: list[Event] = list(site.archive.events.values())
    for event, session in site.archive.sessions:
        yield [
            session_address(event, session),
            site.view.session_title(event, session),
            _other(site).view.session_title(event, session),
            session.record,
            site.archive.records[session.record].kind,
            events.index(event),
            [date.isoformat() for date in session.dates],
            list(_items(site, session, numbered)),
        ]


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
