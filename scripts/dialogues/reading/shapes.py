"""Say in words what is wrong with the shape of a YAML file: one slip, one problem, at its line."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dialogues.problems import Problem, shorten
from dialogues.reading.documents import Location, YamlFile, name_place
from dialogues.schemas import list_fields

OWN_FIELDS = re.compile(r"(?:^|/)record\.yml$")
"""The one file whose own fields stand at the beginning of its lines; the others have entries there."""
CLOSE = 0.7
"""How alike two names are of which one may be a slip for the other."""
UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
RULES = {
    "missing": "must hold the field",
    **dict.fromkeys(UNKNOWN, "holds a field that is not known:"),
    "dataclass_type": "must hold zh and en, and is",
    "string_pattern_mismatch": "does not have the form that it must have:",
    "tuple_type": "must be a list such as [a, b], and is",
    "date_from_datetime_parsing": "must be a date such as 2022-03-22, and is",
    "date_parsing": "must be a date such as 2022-03-22, and is",
}
LINE_BREAK = "must be one paragraph without a line break (write `|-` in place of `|`), and is"


def list_faults(error: ValidationError, document: YamlFile) -> Iterator[Problem]:
    """Yield a problem for each slip that a model refuses, and none for what follows from it."""
    details = error.errors(include_url=False, include_context=False)
    told: set[Location] = set()
    for detail in details:
        location = _find_moved(detail, document) or place_of(detail)
        if location not in told and not _follows(detail, details, document):
            told.add(location)
            slip = _find_slip(detail, details, document)
            yield slip or document.problem(_describe(detail), *location)


def place_of(detail: ErrorDetails) -> Location:
    """Return where a model found a fault."""
    return tuple(step for step in detail["loc"] if step != "[key]")


def _follows(detail: ErrorDetails, details: Sequence[ErrorDetails], document: YamlFile) -> bool:
    """Return whether a fault is only what another one leads to."""
    location = place_of(detail)
    places = [place_of(other) for other in details if other["type"] != "missing"]
    moved = [place for other in details if (place := _find_moved(other, document))]
    if detail["type"] == "too_short":  # a list counts as empty where its items are wrong
        return any(place[: len(location)] == location != place for place in places)
    if detail["type"] == "missing":  # the field is there, in another place or misspelt
        beside = [str(place[-1]) for place in places if place[:-1] == location[:-1]]
        return any(place[-1] == location[-1] for place in moved) or bool(
            get_close_matches(str(location[-1]), beside, cutoff=CLOSE)
        )
    if detail["input"] is None and len(location) == 1:  # what belongs beneath it follows it
        keys = list(document.content)
        behind = keys[keys.index(location[0]) + 1 :][:1] if location[0] in keys else []
        return any([*place] == behind for place in moved)
    return False


def _find_moved(detail: ErrorDetails, document: YamlFile) -> Location:
    """Return the place of a field that stands outside of the entry it belongs to; else nothing."""
    location = place_of(detail)
    if not location:
        return ()
    step = location[-1 if OWN_FIELDS.search(document.path) else 0]
    if not (isinstance(step, int) or step in list_fields()):
        return ()
    if not OWN_FIELDS.search(document.path):
        return location[:1]
    outside = len(location) == 1 and detail["type"] in UNKNOWN
    within = location[-2:-1] == ("labels",) and detail["type"] == "model_type"
    return location if outside or within else ()


def _find_slip(
    detail: ErrorDetails, details: Sequence[ErrorDetails], document: YamlFile
) -> Problem | None:
    """Return the slip of the pen that led to a fault, or None."""
    location, name = place_of(detail), str(detail["loc"][-1] if detail["loc"] else "")
    if name == "[key]":
        name = str(location[-1])
    if _is_split(name, detail["input"], document.line(document.line_of(*location))):
        rule = "a text with a comma between { and } must stand between quotation marks, and here"
        return document.problem(f"{rule} {shorten(name, 24)} stands alone", *location)
    if moved := _find_moved(detail, document):
        above = document.find_key_above(moved[0]) if len(moved) == 1 else "its label"
        return document.problem(f"{moved[-1]} must be indented beneath {above}, and is not", *moved)
    if detail["type"] == "tuple_type" and isinstance(detail["input"], dict):
        first = next(iter(detail["input"]), "")
        rule = (
            f"{name_place(location)} must be a list, each item behind `- `, and no dash is before"
        )
        return document.problem(f"{rule} {str(first)!r}", *location, first)
    if detail["type"] in UNKNOWN:
        missing = [place_of(other) for other in details if other["type"] == "missing"]
        lacking = [str(place[-1]) for place in missing if place[:-1] == location[:-1]]
        for meant in get_close_matches(name, lacking, n=1, cutoff=CLOSE):
            return document.problem(f"{_describe(detail)}, for {meant!r}", *location)
    if detail["type"] == "string_pattern_mismatch":
        return _find_space(str(detail["input"]), location, document)
    return None


def _is_split(name: str, value: object, words: str) -> bool:
    """Return whether a comma cut a name off from the text before it: `{zh: 甲, en: A, b}`."""
    alone = re.search(rf"[,{{]\s*{re.escape(name)}\s*(?:[,}}]|$)", words)
    return bool(name and alone) and value in (None, name)


def _find_space(value: str, location: Location, document: YamlFile) -> Problem | None:
    """Return what is wrong with the white space of a text, if anything is."""
    where, shown = name_place(location), value.strip()
    start = document.line_of(*location)
    if value.endswith("\n") and "\n" not in shown:
        return document.problem(f"{where} {LINE_BREAK} {shorten(value)}", *location)
    if "\n" in shown:
        first, _, second = shown.partition("\n")
        line = document.find_words(start, second.strip().split("\n")[0])
        rule = "must be one paragraph, and another begins behind"
        return Problem(document.path, line, f"{where} {rule} {shorten_end(first.rstrip())}")
    if shown and value != shown:
        line = document.find_words(start, shown)
        if value[0].isspace():
            message = f"{where} must not begin with a space, and does: {shorten(value, 24)}"
        else:
            message = f"{where} must not end with a space, and does: {shorten_end(value)}"
        return Problem(document.path, line, message)
    return None


def shorten_end(text: str, limit: int = 24) -> str:
    """Return the end of a text in quotes."""
    return repr(text if len(text) <= limit else "…" + text[1 - limit :])


def _describe(detail: ErrorDetails) -> str:
    """Return which rule a model found broken, and what it found."""
    location, kind = place_of(detail), detail["type"]
    if kind in ("missing", *UNKNOWN):
        return (
            f"{name_place(location[:-1]) or 'the file'} {RULES[kind]} {shorten(str(location[-1]))}"
        )
    rule = RULES.get(kind, detail["msg"][:1].lower() + detail["msg"][1:] + ":")
    return f"{name_place(location)} {rule} {shorten(str(detail['input']))}"
