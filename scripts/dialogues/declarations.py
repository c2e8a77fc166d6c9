"""Whether what a record.yml declares is what its source has: nothing that matches nothing."""

import datetime
import re
from collections.abc import Iterator

from dialogues.parsing.structure import Fact, Heading, Item
from dialogues.problems import Problem
from dialogues.records import Folder
from dialogues.registry import Registry

ROC_DATE = re.compile(r"(?<!\d)(\d{2,3})[年/](\d{1,2})[月/](\d{1,2})(?!\d)")
"""A date of the ROC calendar: `111年09月05日`, `110/03/28`; its first year is 1912."""


def check_declarations(folder: Folder, registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each declaration of a record that its source does not bear out."""
    yield from _check_digest(folder)
    yield from _check_sessions(folder)
    yield from _check_strings(folder)
    yield from _check_omissions(folder, registry)
    yield from _check_dates(folder)


def _check_digest(folder: Folder) -> Iterator[Problem]:
    if folder.entry.source.sha256 != folder.source.sha256:
        rule = "must be that of source.txt, which is never edited, and the file's is"
        message = f"source.sha256 {rule} {folder.source.sha256}"
        yield folder.document.problem(message, "source", "sha256")


def _check_sessions(folder: Folder) -> Iterator[Problem]:
    met: set[str] = set()
    several = len(folder.entry.sessions) > 1
    for number, session in enumerate(folder.entry.sessions):
        if session.id in met:
            rule = "a session must have an id of its own, and another has"
            yield folder.document.problem(f"{rule} {session.id!r}", "sessions", number, "id")
        if several and session.heading is None:
            rule = "one of several sessions must have the heading at which it begins"
            yield folder.document.problem(f"{rule}: {session.id}", "sessions", number)
        met.add(session.id)


def _check_strings(folder: Folder) -> Iterator[Problem]:
    """Yield a problem for each declared string that the source does not have in that place."""
    entry, elements = folder.entry, [e for s in folder.parsed.sections for e in s.elements]
    items = [element for element in elements if isinstance(element, Item)]
    headings = {element.text.text for element in elements if isinstance(element, Heading)}
    facts = {element.name.text for element in elements if isinstance(element, Fact)}
    pictured = {label for labels in entry.pictured.values() for label in labels}
    spoken = {item.label.text for item in items}
    texts = {left.text.text for left in folder.parsed.left_out if left.kind == "text"}

    def missing(what: str, value: str, *location: str | int) -> Problem:
        message = f"{what} must occur in the source exactly so, and does not: {value!r}"
        return folder.document.problem(message, *location)

    for number, session in enumerate(entry.sessions):
        if session.heading and session.heading not in headings:
            yield missing("a session's heading", session.heading, "sessions", number, "heading")
    for number, heading in enumerate(entry.headings):
        if heading.zh not in headings:
            yield missing("a heading", heading.zh, "headings", number, "zh")
    for number, fact in enumerate(entry.facts):
        if fact.name.zh not in facts:
            yield missing("a fact", f"{fact.name.zh} {fact.value.zh}", "facts", number)
    for label in entry.labels:
        if label not in spoken | pictured:
            yield missing("a label", label, "labels", label)
    for number, text in enumerate(entry.left_out.texts):
        if text.text not in texts:
            yield missing("a text left out", text.text, "left_out", "texts", number, "text")
    for number, lead_in in enumerate(entry.lead_ins):
        if lead_in not in folder.source.text:
            yield missing("a lead-in", lead_in, "lead_ins", number)
    for key in entry.pictured:
        if key not in {item.id for item in items if item.kind == "caption"}:
            yield missing("the id of a caption", key, "pictured", key)


def _check_omissions(folder: Folder, registry: Registry) -> Iterator[Problem]:
    declared = set(folder.entry.left_out.kinds)
    found = {left.kind for left in folder.parsed.left_out} - {"text"}
    for kind in sorted(declared - found):
        rule = "left_out.kinds must name what is left out, and nothing is of the kind"
        yield folder.document.problem(f"{rule} {kind!r}", "left_out", "kinds")
    for kind in sorted(found - declared):
        rule = "left_out.kinds must name all that is left out, and lacks"
        yield folder.document.problem(f"{rule} {kind!r}", "left_out", "kinds")
    for kind in sorted(declared - registry.omissions.keys() if registry.omissions else ()):
        rule = "left_out.kinds must be keys of omissions.yml, and has"
        yield folder.document.problem(f"{rule} {kind!r}", "left_out", "kinds")


def _check_dates(folder: Folder) -> Iterator[Problem]:
    """Yield a problem for each full date in the head of a document that no date here agrees with."""
    known = {date for session in folder.entry.sessions for date in session.dates}
    known |= {folder.entry.published} if folder.entry.published else set()
    for number, fact in enumerate(folder.entry.facts):
        for date in find_roc_dates(fact.value.zh):
            if date not in known:
                rule = f"a session's dates, or published, must have the date {date}, as has"
                message = f"{rule} {fact.value.zh!r}"
                yield folder.document.problem(message, "facts", number, "value")


def find_roc_dates(text: str) -> list[datetime.date]:
    """Return the dates of the ROC calendar in a text as dates of the common one."""
    return [
        datetime.date(int(year) + 1911, int(month), int(day))
        for year, month, day in ROC_DATE.findall(text)
    ]
