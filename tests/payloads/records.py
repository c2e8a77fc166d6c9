"""Records in which every text is given: many of tables, and a release."""

from datetime import date, timedelta

from payloads.registry import Entry, names_of
from payloads.texts import Texts

SECOND, THIRD = "第二段", "第三段"
ROLE = {"zh": "市長", "en": "Mayor"}


def write_talk(texts: Texts, place: int, count: int) -> tuple[str, Entry]:
    """Return the source and the record.yml of a record of one talk and one question."""
    own = place % count
    printed = [texts(field, own) for field in ("glossary", "synonyms", "synonyms.en", "cited")]
    lines = [" ".join(["略", *printed]), texts("left_out", place)]
    label, heading = texts("label", place), texts("heading", place)
    columns = {
        "編號": "number",
        "代表": "label",
        "內容": "content",
        texts("columns", place): "label",
    }
    source = f"""\
{lines[0]}
{lines[1]}
{heading}
編號\t代表\t內容
1\t{label}\t<p>{texts("passage", place)}</p><p>{SECOND}</p><p>{THIRD}</p>

Q1.{texts("question", place)}
1\t{label}\t回答
"""
    record: Entry = {
        "title": texts.both("record.title", place),
        "kind": "summary",
        "issuer": f"organizations-{own}",
        "added": "2030-01-03",
        "sessions": [_session(texts, place, count)],
        "columns": columns,
        "labels": {label: _label(texts, place, count)},
        "left_out": {
            "kinds": ["column-headings", "markup", "spacing"],
            "texts": [{"text": t, "why": texts.both("left_out.why", place)} for t in lines],
        },
        "cited": [{"words": texts("cited", own), "what": texts.both("cited.what", own)}],
    }
    return source, record


def write_release(texts: Texts, count: int) -> tuple[str, Entry]:
    """Return the source and the record.yml of a release with facts, headings and captions."""
    places = range(count)
    facts = [(texts.both("fact", n), texts.both("fact.value", n)) for n in places]
    headings = [texts.both("headings", n) for n in places]
    spoken = [(texts("begins", n), texts("statement", n)) for n in places]
    pictured = [texts("pictured", n) for n in places]
    paragraphs = [
        *(f"{name['zh']}：{value['zh']}" for name, value in facts),
        *(heading["zh"] for heading in headings[::2]),
        *(f"{begins}由{label}說明。" for begins, label in spoken),
        *(heading["zh"] for heading in headings[1::2]),
        *(f"圖{n}：{label}合影" for n, label in enumerate(pictured, 1)),
    ]
    labels = [*(label for _, label in spoken), *pictured]
    record: Entry = {
        "title": ROLE,
        "kind": "release",
        "issuer": "organizations-0",
        "added": "2030-01-03",
        "sessions": [{"event": "e-0", "id": "release", "title": ROLE, "dates": ["2030-01-01"]}],
        "facts": [{"name": name, "value": value} for name, value in facts],
        "headings": headings,
        "labels": {label: {"role": ROLE, "cities": ["cities-0"]} for label in labels},
        "statements": [{"begins": begins, "label": label} for begins, label in spoken],
        "pictured": {f"fig-{n}": [label] for n, label in enumerate(pictured, 1)},
        "left_out": {"kinds": ["fact-colon", "spacing"]},
    }
    return "\n\n".join(paragraphs) + "\n", record


def write_passage(texts: Texts, zh: str, place: int, count: int) -> Entry:
    """Return the entry of a passage; that of the second one holds all that an entry can."""
    if zh == THIRD:
        return {"zh": zh, "themes": [], "en": " / ".join(names_of(texts, place % count))}
    if zh != SECOND:
        return {"zh": zh, "themes": [], "accept": {"untranslated": texts("accept", place)}}
    correction = {
        "was": SECOND,
        "now": texts("now", place),
        "why": texts.both("why", place),
        "evidence": texts("corrections.evidence", place),
        "by": texts("by", place),
        "date": ("2030-01-02", "2030-01-04")[place % 2],  # before and after the records were added
    }
    own = [f"theme-{place % count}", "common"]
    return {
        "zh": zh,
        "en": texts("en", place),
        "themes": own,
        "evidence": dict.fromkeys(own, SECOND),
        "proposed": {own[0]: texts("proposed", place)},
        "note": texts.both("passage.note", place),
        "corrections": [correction],
    }


def _session(texts: Texts, place: int, count: int) -> Entry:
    """Return a session; one behind the last event is the second of another event."""
    return {
        "event": f"e-{place % count}",
        "id": f"s-{place}",
        "heading": texts("heading", place),
        "title": texts.both("session.title", place),
        "dates": [(date(2030, 1, 1) + timedelta(days=place)).isoformat()],
        "note": texts.both("session.note", place),
    }


def _label(texts: Texts, place: int, count: int) -> Entry:
    own = place % count
    return {
        "person": f"people-{own}",
        "organization": f"organizations-{own}",
        "cities": [f"cities-{own}"],
        "role": texts.both("role", place),
        "note": texts.both("label.note", place),
    }
