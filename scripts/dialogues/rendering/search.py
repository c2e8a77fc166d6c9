"""Write the index of one language for the search in the reader's browser: two JSON files.

index.json, fetched when a reader begins to search; it has what is shown, and what a query
in the script of the language finds:

    made    a hash that both files have: one knows whether the other is of the same build

    language  zh or en
    groups  sort -> [[key, name, other names ...] ...]: what has a page, and countries; numbered
            through all sorts; the key is left out where the first name that makes one (`make_key`) makes it
    cities  the numbers of the cities of each country
    regions [[[name ...], [numbers of the countries in it]] ...]; numbered behind the groups
    events  [[key, title, title in the other language, places ...] ...]
    guides  [[address, title ...] ...]: index pages, and parts of pages that are written by hand
    kinds   kind of record -> [name, name in the other language]
    pages   [[address, title, title in the other language, record, kind, number of the event,
            [days], [[id, heading, number of passages, [entities], question] ...]] ...]
    texts   the passages in the language, in the order of the items
    themes  the numbers of the themes of each passage
    printed [[passage, words as printed ...] ...], where they are corrected
    script  pairs of characters that are one to the search: as printed, or in Japan, and as simplified
    synonyms  [[a term of the texts, other words for it ...] ...]
    particles  characters that `squeeze` takes out of Chinese
    usage   [words of the mainland, words of Taiwan] where they differ, both simplified

other.json, fetched when a query is in the script of the other language, or has what stands nowhere:

    made    the same hash
    texts   the same passages in the other language, as `squeeze` leaves them
    names   [[number, name ...] ...]: more names of what is numbered
    synonyms  more words for each term, its translation first
    script, usage  more of the same, where the language is English

Addresses are relative to the language's home page. A question is an item like a contribution; an
answer has the place of its question among the items of its page, other items have -1.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

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
    make_key,
    number_entities,
)
from dialogues.rendering.search_other import (
    PARTICLES,
    divide_script,
    divide_words,
    is_in_script,
    is_typed_or_said,
    squeeze,
)
from dialogues.rendering.simplified import list_usage, pair_scripts
from dialogues.rendering.site import PageText, Site

Item = tuple[str, str, int, list[int], int]
"""Id, heading, number of passages, numbers of who speaks and for what, its question.

The one passage of a question has the question's id; its number of passages is 0.
"""


def render_search(site: Site) -> Iterator[PageText]:
    """Yield the two files of a language; a hook gives them their addresses."""
    passages = [passage for _, passage in site.archive.passages]
    numbered = number_entities(site)
    names, left = _divide_names(site, [passage.in_language(site.language) for passage in passages])
    synonyms = [divide_words(words, is_in_script(site.language)) for words in _synonyms(site)]
    index = {
        "language": site.language,
        **names,
        "cities": list(list_cities(site)),
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
        "synonyms": [own for own, _ in synonyms],
        "particles": PARTICLES,
    }
    other = {
        "texts": squeeze([p.en or "" if site.language == "zh" else p.zh for p in passages]),
        "names": left,
        "synonyms": [others for _, others in synonyms],
    }
    yield from _dump_both(site, index, other)


def _divide_names(site: Site, texts: Sequence[str]) -> tuple[dict[str, object], list[list[object]]]:
    """Return the groups and the regions with the names of the first file; the numbered others."""
    groups, regions = list_groups(site), list(list_regions(site))
    is_own = is_typed_or_said(site.language, texts)
    entries = [entry for group in groups.values() for entry in group]
    entries += [["-", *names] for names, _ in regions]
    divided = [
        divide_words(names, is_own, "" if key else next(filter(make_key, names)))
        for key, *names in entries
    ]
    kept = iter(own for own, _ in divided)
    own = {sort: [[key, *next(kept)] for key, *_ in group] for sort, group in groups.items()}
    left = [[number, *others] for number, (_, others) in enumerate(divided) if others]
    return {"groups": own, "regions": [[next(kept), members] for _, members in regions]}, left


def _dump_both(
    site: Site, index: Mapping[str, object], other: Mapping[str, object]
) -> Iterator[PageText]:
    """Yield both files, each with what it needs to compare Chinese, and a hash of both."""
    chinese = _chinese(site)
    own, more = divide_script(pair_scripts("".join(chinese)), _dump(index))
    usage = (list_usage(chinese), [])[:: 1 if site.language == "zh" else -1]
    files = {
        "index": {**index, "script": own, "usage": usage[0]},
        "other": {**other, "script": more, "usage": usage[1]},
    }
    made = hash_contents(_dump(content).encode() for content in files.values())
    for name, content in files.items():
        yield f"{site.language}/search/{name}.json", _dump({"made": made, **content})


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
