"""A registry in which every text is given."""

from payloads.texts import Texts

SORTS = ("cities", "people", "organizations", "initiatives")
Entry = dict[str, object]
File = dict[object, object]


def list_files(texts: Texts, count: int) -> dict[str, File]:
    """Return the files of docs/registry by their names, `count` entries in each."""
    places = range(count)
    return {
        **{sort: {f"{sort}-{n}": _named(texts, sort, n) for n in places} for sort in SORTS},
        "themes": {"common": _common(), **{f"theme-{n}": _theme(texts, n) for n in places}},
        "schemes": {s: {n: texts.both(s, n) for n in places} for s in ("iso", "sdg")},
        "events": {f"e-{n}": _event(texts, n) for n in places},
        "omissions": _omissions(texts, count),
        "glossary": {
            texts("glossary", n): {"en": [texts("glossary.en", n)], "avoid": [texts("avoid", n)]}
            for n in places
        },
        "synonyms": {
            texts("synonyms", n): {"en": texts("synonyms.en", n), "also": [texts("also", n)]}
            for n in places
        },
        "redirects": _redirects(texts, count),
    }


def names_of(texts: Texts, place: int) -> list[str]:
    """Return all names that have to be printed in a record."""
    fields = [f"{s}.{f}" for s in SORTS for f in ("zh", "en", "variants", "exclude")]
    return [texts(field, place) for field in fields]


def _named(texts: Texts, sort: str, place: int) -> Entry:
    entry: Entry = {
        **texts.both(sort, place),
        "variants": [texts(f"{sort}.variants", place)],
        "exclude": [texts(f"{sort}.exclude", place)],
        "note": texts.both(f"{sort}.note", place),
    }
    if sort == "cities":
        where = {"latitude": -50 + place % 10 * 11, "longitude": -170 + place // 10 * 30}
        entry |= {"kind": "city", "country": "PL", **where}
    if sort == "initiatives":
        entry |= {"kind": "project", "city": f"cities-{place}"}
    return entry


def _common() -> Entry:
    words = {"zh": "共同", "en": "Common"}
    return {**words, "scope": words, "iso": 0, "sdg": 0, "terms": ["共同"]}


def _theme(texts: Texts, place: int) -> Entry:
    terms = [texts("themes.terms", place)]
    scope = texts.both("themes.scope", place)
    return {
        **texts.both("themes", place),
        "scope": scope,
        "iso": place,
        "sdg": place,
        "terms": terms,
    }


def _event(texts: Texts, place: int) -> Entry:
    title, where = texts.both("events.title", place), texts.both("events.place", place)
    return {"title": title, "city": "cities-0", "place": where}


def _omissions(texts: Texts, count: int) -> File:
    kinds = ["column-headings", "fact-colon", "markup", "spacing"]
    keys = kinds + [f"kind-{number}" for number in range(count - len(kinds))]
    return {key: texts.both("omissions", place) for place, key in enumerate(keys)}


def _redirects(texts: Texts, count: int) -> File:
    """Pages and anchors that are gone, with addresses that are texts too."""
    gone: File = {}
    for place in range(count):
        target, why = "events/e-0/", texts.both("redirects.why", place)
        gone[f"events/gone-{place}/"] = {"to": target, "why": why}
        gone[f"events/e-{place}/#gone"] = {"why": texts.both("redirects.anchor", place)}
    return gone
