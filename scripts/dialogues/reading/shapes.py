"""Say in words what is wrong with the shape of a YAML file: one slip, one problem, at its line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dialogues.problems import Problem, shorten
from dialogues.reading.documents import LONGEST_STEP, Location, YamlFile, name_place
from dialogues.schemas import list_fields

OWN_FIELDS = re.compile(r"(?:^|/)record\.yml$")
"""The one file whose own fields stand at the beginning of its lines; the others have entries there."""
WIDE_LIST = re.compile(r"[a-z0-9-]+(?:，\s*[a-z0-9-]+)+")
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


@dataclass
class Faults:
    """All that a model found wrong with a file, by places: none looks through all the others."""

    details: Sequence[ErrorDetails]
    document: YamlFile

    @cached_property
    def beside(self) -> Mapping[Location, list[str]]:
        """The names of what is wrong, by what holds it."""
        return self._gather(missing=False)

    @cached_property
    def lacking(self) -> Mapping[Location, list[str]]:
        """The names of the fields that are missing, by what should hold them."""
        return self._gather(missing=True)

    def _gather(self, *, missing: bool) -> Mapping[Location, list[str]]:
        found: dict[Location, list[str]] = {}
        for detail in self.details:
            if (detail["type"] == "missing") == missing:
                *above, name = place_of(detail) or ("",)
                found.setdefault(tuple(above), []).append(str(name)[:LONGEST_STEP])
        return found

    @cached_property
    def within(self) -> frozenset[Location]:
        """All places that hold something wrong."""
        places = [place_of(detail) for detail in self.details if detail["type"] != "missing"]
        return frozenset(place[:n] for place in places for n in range(len(place)))

    @cached_property
    def moved(self) -> frozenset[Location]:
        """Where fields stand outside of the entry that they belong to."""
        found = (_find_moved(detail, self.document) for detail in self.details)
        return frozenset(place for place in found if place)

    @cached_property
    def moved_names(self) -> frozenset[str | int]:
        return frozenset(place[-1] for place in self.moved)

    @cached_property
    def emptied(self) -> frozenset[str | int]:
        """The entries that what belongs beneath them follows."""
        above = (self.document.key_above(place[0]) for place in self.moved if len(place) == 1)
        return frozenset(key for key in above if key is not None)


def list_faults(error: ValidationError, document: YamlFile) -> Iterator[Problem]:
    """Yield a problem for each slip that a model refuses, and none for what follows from it."""
    faults = Faults(error.errors(include_url=False, include_context=False), document)
    told: set[Location] = set()
    for detail in faults.details:
        location = _find_moved(detail, document) or place_of(detail)
        if location not in told and not _follows(detail, faults):
            told.add(location)
            slip = _find_slip(detail, faults)
            yield slip or document.problem(_describe(detail), *location)


def place_of(detail: ErrorDetails) -> Location:
    """Return where a model found a fault."""
    return tuple(step for step in detail["loc"] if step != "[key]")


def _follows(detail: ErrorDetails, faults: Faults) -> bool:
    """Return whether a fault is only what another one leads to."""
    location = place_of(detail)
    if detail["type"] == "too_short":  # a list counts as empty where its items are wrong
        return location in faults.within
    if detail["type"] == "missing":  # the field is there, in another place or misspelt
        beside = faults.beside.get(location[:-1], ())
        return location[-1] in faults.moved_names or bool(
            get_close_matches(str(location[-1]), beside, cutoff=CLOSE)
        )
    # What belongs beneath an empty entry follows it.
    return detail["input"] is None and len(location) == 1 and location[0] in faults.emptied


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


def _find_slip(detail: ErrorDetails, faults: Faults) -> Problem | None:
    """Return the slip of the pen that led to a fault, or None."""
    document = faults.document
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
        lacking = faults.lacking.get(location[:-1], ())
        for meant in get_close_matches(name[:LONGEST_STEP], lacking, n=1, cutoff=CLOSE):
            return document.problem(f"{_describe(detail)}, for {meant!r}", *location)
    if detail["type"] == "string_pattern_mismatch":
        return _find_sign(str(detail["input"]), location, document)
    return None


def _is_split(name: str, value: object, words: str) -> bool:
    """Return whether a comma cut a name off from the text before it: `{zh: 甲, en: A, b}`."""
    alone = re.search(rf"[,{{]\s*{re.escape(name)}\s*(?:[,}}]|$)", words)
    return bool(name and alone) and value in (None, name)


def _find_sign(value: str, location: Location, document: YamlFile) -> Problem | None:
    """Return what is wrong with the white space of a text, or with the commas of a list, if anything is."""
    if WIDE_LIST.fullmatch(value):
        rule = "signs between brackets must be of half width, and here is one that is not"
        return document.problem(f"{rule}: {shorten(value, 24)}", *location)
    where, shown = name_place(location), value.strip()
    start = document.line_of(*location)
    if value.endswith("\n") and "\n" not in shown:
        return document.problem(f"{where} {LINE_BREAK} {shorten(value)}", *location)
    if "\n" in shown:
        first, _, second = shown.partition("\n")
        line = document.find_words(start, second.strip().split("\n")[0])
        field = re.match(r"(\w+):(?: |$)", second.strip())
        if field and field[1] in list_fields():
            rule = f"{where} must hold its words alone, and within it stands the field {field[1]!r}"
            return Problem(document.path, line, rule)
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
