"""From the text of a source to its elements. Pure: no file is read or written here."""

import re
from collections import Counter

from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing.blocks import UNKNOWN_TAG
from dialogues.parsing.characters import read_characters
from dialogues.parsing.excerpts import INSERTED, Excerpt
from dialogues.parsing.layout import Layout
from dialogues.parsing.releases import ReleaseParser
from dialogues.parsing.structure import (
    Element,
    Findings,
    Item,
    LeftOut,
    Parsed,
    Question,
    Section,
    excerpts_of,
)
from dialogues.parsing.tables import TableParser
from dialogues.parsing.turns import DOTS
from dialogues.problems import Problem, shorten

PARSERS: dict[RecordKind, type[TableParser] | type[ReleaseParser]] = {
    "summary": TableParser,
    "minutes": TableParser,
    "release": ReleaseParser,
}
"""The layout of each kind of record, in one place."""

MARKS = re.compile(rf"(?:#{{1,6}}|[-{DOTS}]|\*{{1,2}}|[<>【】「」『』〔〕\[\]]){{1,2}}")
"""What is left of bullets, of bold type and links, of brackets around a label."""


def parse(source: Source, kind: RecordKind, layout: Layout) -> Parsed:
    """Return all that a source holds; what no rule understands is a Problem, never dropped."""
    text, unplaced = read_characters(source.text, layout.characters)
    findings = PARSERS[kind](source, text, layout).parse()
    findings.left_out.extend(unplaced)
    residue, problems = _account_for_residue(source, findings)
    sections: dict[str, list[Element]] = {}
    for session, element in findings.elements:
        sections.setdefault(session, []).append(element)
    return Parsed(
        sections=tuple(Section(session, tuple(found)) for session, found in sections.items()),
        left_out=(*findings.left_out, *residue),
        problems=(*findings.problems, *problems, *_check_elements(source, findings)),
    )


def _account_for_residue(source: Source, findings: Findings) -> tuple[list[LeftOut], list[Problem]]:
    """Return what lies between the elements: spacing and marks; anything else is a Problem."""
    excerpts = (
        *(part for _, element in findings.elements for part in excerpts_of(element)),
        *(left.text for left in findings.left_out),
    )
    unknown = {*range(len(source.text))}.difference(*(excerpt.offsets for excerpt in excerpts))
    complained = {problem.line for problem in findings.problems}
    residue, problems = [], []
    for run in _runs(sorted(unknown)):
        text = Excerpt.of(source.text[run[0] : run[1]], run[0])
        for word in re.finditer(r"\s+|\S+", text.text):
            part = text[word.start() : word.end()]
            if part.text.isspace():
                residue.append(LeftOut("spacing", part))
            elif MARKS.fullmatch(part.text):
                residue.append(LeftOut("markup", part))
            elif source.line_of(part.start) not in complained:
                complained.add(source.line_of(part.start))
                rule = "every character must be shown or left out by a rule, and no rule knows"
                rest = text.text[word.start() : word.start() + 80].split("\n")[0]
                problems.append(source.problem(part.start, f"{rule} {shorten(rest)}"))
    return residue, problems


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Return the first place and the one after the last of each run of places without a gap."""
    starts = [p for i, p in enumerate(places) if i == 0 or places[i - 1] != p - 1]
    ends = [p + 1 for i, p in enumerate(places) if i + 1 == len(places) or places[i + 1] != p + 1]
    return list(zip(starts, ends, strict=True))


def _check_elements(source: Source, findings: Findings) -> list[Problem]:
    """Return a problem for each id that comes twice, each empty item and each unknown tag."""
    elements = [element for _, element in findings.elements]
    numbered = [element for element in elements if isinstance(element, Item | Question)]
    counts = Counter(element.id for element in numbered)
    problems = [
        source.problem(
            _place(element),
            f"a number must come once in its part, and {count} have the id {element.id!r}",
        )
        for element in numbered
        if (count := counts[element.id]) > 1
    ]
    for element in elements:
        if isinstance(element, Item) and not any(block.body for block in element.blocks):
            rule = "a contribution must have a text, and this has none"
            problems.append(source.problem(_place(element), f"{rule}: {element.id}"))
        for excerpt in excerpts_of(element):
            if tag := UNKNOWN_TAG.search(excerpt.text):
                rule = "a cell may hold the tags <p>, <ol>, <ul> and <li>, and has"
                place = excerpt.offsets[tag.start()]
                problems.append(source.problem(place, f"{rule} {shorten(tag[0])}"))
    return problems


def _place(element: Element) -> int:
    return next((part.start for part in excerpts_of(element) if part.start != INSERTED), 0)
