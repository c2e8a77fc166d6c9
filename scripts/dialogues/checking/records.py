"""Check what record.yml declares: each string of it must occur in the source."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import timedelta
from itertools import pairwise

from dialogues.checking.examples import find_examples
from dialogues.checking.films import check_films
from dialogues.checking.labels import check_labels
from dialogues.checking.passages import check_passages
from dialogues.checking.translations import find_chinese
from dialogues.finding.numbers import BEFORE_REPUBLIC
from dialogues.parsing.structure import Fact, Heading, Item
from dialogues.problems import Problem
from dialogues.reading.records import Folder, is_unusual
from dialogues.reading.registry import Registry

EVIDENT = frozenset({"page-number", "characters", "doubled-label", "merged-cells", "number-stop"})
"""Kinds of what is left out that a record need not declare: what they are is plain."""
LONGEST_SESSION = timedelta(days=31)
"""Two days of a session that lie further apart are a slip."""
ROC_DATE = re.compile(
    r"(?<![\d.])(\d{2,3}(?=\)?\s*[年/])|\d{3}(?=[.-]))\)?\s*[年/.-]"
    r"\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})(?:\s*日|(?![\d.]))"
)
"""A date of the ROC calendar, whose first year is 1912: `111年09月05日`, `110/03/28`, `今(113)年5月3日`,
`113.5.3`."""


def check_record(folder: Folder, registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each entry of a record that its source or the registry does not bear out."""
    yield from check_labels(folder, registry)
    yield from check_passages(folder, registry)
    yield from _check_digest(folder)
    yield from _check_sessions(folder)
    yield from _check_characters(folder)
    yield from _check_order(folder)
    yield from _check_dates(folder)
    yield from find_chinese(folder.document)
    yield from find_examples(folder.document)
    yield from find_examples(folder.passages_document)
    if not folder.parsed.problems:  # what a source has can be told only where all is understood
        yield from _check_strings(folder)
        yield from _check_omissions(folder, registry)
        yield from check_films(folder)


def _check_digest(folder: Folder) -> Iterator[Problem]:
    if folder.entry.source.sha256 != folder.source.sha256:
        rule = "must be that of source.txt, which is never edited, and the file's is"
        message = f"source.sha256 {rule} {folder.source.sha256}"
        yield folder.document.problem(message, "source", "sha256")
    original = folder.entry.source.original
    if original and folder.original != original.sha256:
        rule = f"must be that of {original.file} as received, and the file's is"
        message = f"source.original.sha256 {rule} {folder.original or 'missing'}"
        yield folder.document.problem(message, "source", "original")


def _check_sessions(folder: Folder) -> Iterator[Problem]:
    met: set[str] = set()
    several = len(folder.entry.sessions) > 1
    for number, session in enumerate(folder.entry.sessions):
        if session.id in met:
            rule = "a session must have an id of its own, and another has"
            yield folder.document.problem(f"{rule} {session.id!r}", "sessions", number, "id")
        if session.id == "index":
            rule = "a key must not be the name of a page that is there, and is"
            yield folder.document.problem(f"{rule} {session.id!r}", "sessions", number, "id")
        if several and session.heading is None:
            rule = "one of several sessions must have the heading at which it begins"
            yield folder.document.problem(f"{rule}: {session.id}", "sessions", number)
        met.add(session.id)


def _check_strings(folder: Folder) -> Iterator[Problem]:
    """Yield a problem for each declared string that the source does not have in that place."""
    for what, value, location, found in [*_declared_lines(folder), *_declared_speakers(folder)]:
        if value not in found:
            message = f"{what} must occur in the source exactly so, and does not: {value!r}"
            yield folder.document.problem(message, *location)


Declared = tuple[str, str, tuple[str | int, ...], Collection[str]]
"""What a string is, the string, where it is declared, and the strings that there are."""


def _declared_lines(folder: Folder) -> Iterator[Declared]:
    entry, elements = folder.entry, list(folder.parsed.elements)
    headings = {element.text.text for element in elements if isinstance(element, Heading)}
    facts = {element.name.text for element in elements if isinstance(element, Fact)}
    texts = {left.text.text for left in folder.parsed.left_out if left.kind == "text"}
    for number, session in enumerate(entry.sessions):
        if session.heading:
            yield "a heading", session.heading, ("sessions", number, "heading"), headings
    for number, heading in enumerate(entry.headings):
        yield "a heading", heading.zh, ("headings", number, "zh"), headings
    for number, fact in enumerate(entry.facts):
        yield "a fact", fact.name.zh, ("facts", number), facts
    for number, text in enumerate(entry.left_out.texts):
        yield "a text left out", text.text, ("left_out", "texts", number, "text"), texts
    yield from _declared_words(folder)


def _declared_words(folder: Folder) -> Iterator[Declared]:
    """Yield what is declared of words that may stand anywhere in the source."""
    entry = folder.entry
    for number, cited in enumerate(entry.cited):
        yield "what is cited", cited.words, ("cited", number, "words"), folder.source.text
    for number, character in enumerate(entry.characters):
        where = ("characters", number, "code")
        yield "a character", character.char, where, folder.source.text
    for name in ("quoted", "spoken", "unspoken"):
        for number, declared in enumerate(getattr(entry, name)):
            yield f"what is {name}", declared, (name, number), folder.source.text
    for number, lead_in in enumerate(entry.lead_ins):
        yield "a lead-in", lead_in, ("lead_ins", number), folder.source.text


def _declared_speakers(folder: Folder) -> Iterator[Declared]:
    items = [element for element in folder.parsed.elements if isinstance(element, Item)]
    captions = {item.id for item in items if item.kind == "caption"}
    named = {item.label.text for item in items}
    named |= {label for labels in folder.entry.pictured.values() for label in labels}
    for label in folder.entry.labels:
        yield "a label", label, ("labels", label), named
    for number, session in enumerate(folder.entry.sessions):
        sections = [s for s in folder.parsed.sections if s.session == session.id]
        own = {e.label.text for s in sections for e in s.elements if isinstance(e, Item)}
        for label in session.labels:
            yield "a session's label", label, ("sessions", number, "labels", label), own
    for key in folder.entry.pictured:
        yield "the id of a caption", key, ("pictured", key), captions


def _check_omissions(folder: Folder, registry: Registry) -> Iterator[Problem]:
    declared = set(folder.entry.left_out.kinds)
    found = {left.kind for left in folder.parsed.left_out} - {"text"}
    for kind in sorted(declared - found):
        rule = "left_out.kinds must name what is left out, and nothing is of the kind"
        yield folder.document.problem(f"{rule} {kind!r}", "left_out", "kinds")
    for kind in sorted(found - declared - EVIDENT):
        rule = "left_out.kinds must name all that is left out, and lacks"
        yield folder.document.problem(f"{rule} {kind!r}", "left_out", "kinds")
    for kind in sorted(kind for kind in declared if registry.lacks("omissions", kind)):
        rule = "left_out.kinds must be keys of omissions.yml, and has"
        yield folder.document.problem(f"{rule} {kind!r}", "left_out", "kinds")


def _check_characters(folder: Folder) -> Iterator[Problem]:
    """Yield a problem for each character that a reader can see: its reading would change the text."""
    for number, entry in enumerate(folder.entry.characters):
        if not is_unusual(entry.char):
            rule = "characters must be ones that nobody can see, or forms of another, and one is"
            location = ("characters", number, "code")
            yield folder.document.problem(f"{rule} {entry.code} {entry.char!r}", *location)


def _check_order(folder: Folder) -> Iterator[Problem]:
    """Yield a problem for days of a session that are in no order, or too far apart."""
    for number, session in enumerate(folder.entry.sessions):
        for place, (day, after) in enumerate(pairwise(session.dates), 1):
            if after <= day:
                rule = f"dates must be in order, each once, and {after} stands behind"
                yield folder.document.problem(f"{rule} {day}", "sessions", number, "dates", place)
        first, last = min(session.dates), max(session.dates)
        if last - first > LONGEST_SESSION:
            rule = f"a session must be of {LONGEST_SESSION.days} days at most, and this is of"
            message = f"{rule} {(last - first).days + 1}"
            yield folder.document.problem(message, "sessions", number, "dates")


def _check_dates(folder: Folder) -> Iterator[Problem]:
    """Yield a problem for each full date in the head of a document that no date here agrees with."""
    dates = {date for session in folder.entry.sessions for date in session.dates}
    known = {date.isoformat() for date in {*dates, folder.entry.published} if date}
    for number, fact in enumerate(folder.entry.facts):
        for date in find_roc_dates(fact.value.zh):
            if date not in known:
                rule = f"a session's dates, or published, must have the date {date}, as has"
                message = f"{rule} {fact.value.zh!r}"
                yield folder.document.problem(message, "facts", number, "value")


def find_roc_dates(text: str) -> list[str]:
    """Return the dates of the ROC calendar in a text, as YYYY-MM-DD of the common one."""
    usual = unicodedata.normalize("NFKC", text)
    return [
        f"{int(year) + BEFORE_REPUBLIC}-{int(month):02}-{int(day):02}"
        for year, month, day in ROC_DATE.findall(usual)
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    ]
