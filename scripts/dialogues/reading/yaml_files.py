"""Read YAML files as checked models, with the line of every mistake."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase, CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from dialogues.problems import Problem, shorten
from dialogues.reading.characters import check_characters
from dialogues.reading.files import decode, read_bytes
from dialogues.reading.yaml_nodes import Items, Keys, NotPlain, read_plain

ModelT = TypeVar("ModelT", bound=BaseModel)
SEPARATORS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
"""What YAML counts as ends of lines and editors do not; refused as unseen, so the lines stay right."""
Location = tuple[str | int, ...]

HINTS = {
    "mapping values are not allowed here": " (a text with a colon must stand between quotes, or on"
    " the next line, behind `|-`)",
}
RULES = {
    "missing": "must hold the field",
    "extra_forbidden": "holds a field that is not known:",
    "unexpected_keyword_argument": "holds a field that is not known:",
    "dataclass_type": "must hold zh and en, and is",
    "string_pattern_mismatch": "does not have the form that it must have:",
    "tuple_type": "must be a list such as [a, b], and is",
    "date_from_datetime_parsing": "must be a date such as 2022-03-22, and is",
    "date_parsing": "must be a date such as 2022-03-22, and is",
}
LINE_BREAK = "must be one paragraph without a line break (write `|-` in place of `|`), and is"


class YamlFile:
    """One YAML file: its content and where each part of it stands."""

    def __init__(self, path: str, content: Any) -> None:
        self.path = path
        self.content = content

    def line_of(self, *location: str | int) -> int:
        """Return the line of a key or item; that of what holds it where it is missing."""
        node, line = self.content, 1
        for step in location:
            position = _position(node, step)
            if position is None:
                break
            line, node = position + 1, node[step]
        return line

    def value_of(self, *location: str | int) -> Any:
        """Return what stands at a place of the file."""
        node = self.content
        for step in location:
            node = node[step]
        return node

    def problem(self, message: str, *location: str | int) -> Problem:
        """Return the problem that concerns one part of the file."""
        return Problem(self.path, self.line_of(*location), message)


def read_document(root: Path, path: str) -> tuple[YamlFile | None, list[Problem]]:
    """Read a YAML file; what is no plain YAML mapping is a Problem."""
    data, problems = read_bytes(root, path)
    text, more = decode(path, data) if data is not None else (None, [])
    if text is None:
        return None, problems + more
    document, even_more = parse_document(path, text.translate(SEPARATORS))
    return document, more + even_more


@lru_cache(maxsize=200)  # while somebody edits, all files but one are as they were
def parse_document(path: str, text: str) -> tuple[YamlFile | None, list[Problem]]:
    """Parse the text of a YAML file, with anchors, aliases and deep nesting refused."""
    try:
        content, problems = _read(path, text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        found = str(error.problem).split(" with value")[0] + HINTS.get(str(error.problem), "")
        return None, [Problem(path, line, f"the file must be valid YAML: {found}")]
    except (YAMLError, RecursionError, ValueError, TypeError, KeyError) as error:
        return None, [
            Problem(path, 1, f"the file must be valid YAML: {' '.join(str(error).split())}")
        ]
    if not problems and not isinstance(content, dict):
        problems = [Problem(path, 1, "the file must be a mapping of keys, and is not")]
    if problems:
        return None, problems
    # Only escaped characters are left to find; the others were seen in the text itself.
    escaped = _check_values(path, content) if "\\" in text else ()
    return YamlFile(path, content), list(escaped)


def _read(path: str, text: str) -> tuple[Any, list[Problem]]:
    """Return what a file holds; the slow library is asked only where the fast one has doubts."""
    try:
        return read_plain(text), []
    except NotPlain:
        problems = _check_anchors(path, text)
        return (None if problems else _reader().load(text)), problems


def _check_anchors(path: str, text: str) -> list[Problem]:
    return [
        Problem(path, event.start_mark.line + 1, "anchors and aliases (& and *) are not used here")
        for event in YAML().parse(text)
        if getattr(event, "anchor", None)
    ]


def _check_values(path: str, node: Any, line: int = 0) -> Iterator[Problem]:
    """Yield a problem for each key and value with characters that no one can see, escaped or not."""
    if isinstance(node, str):
        for problem in check_characters(path, node, value=True):
            yield Problem(path, line + 1, problem.message)
    elif isinstance(node, dict | list):
        for step in node if isinstance(node, dict) else range(len(node)):
            own = _position(node, step) or line
            yield from _check_values(path, step, own)
            yield from _check_values(path, node[step], own)


class DatesAsText(RoundTripConstructor):
    """Leaves dates to the models, which say where one is that does not exist."""


DatesAsText.add_constructor("tag:yaml.org,2002:timestamp", DatesAsText.construct_yaml_str)


def _reader() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Constructor = DatesAsText
    return yaml


def read_model(
    root: Path, path: str, model: type[ModelT]
) -> tuple[ModelT | None, YamlFile, list[Problem]]:
    """Read a YAML file as a model; return None for it where it does not have that shape."""
    document, problems = read_document(root, path)
    if document is None:
        return None, YamlFile(path, CommentedMap()), problems
    try:
        return model.model_validate(document.content), document, problems
    except ValidationError as error:
        return None, document, problems + list(_problems_of(error, document))


def _problems_of(error: ValidationError, document: YamlFile) -> Iterator[Problem]:
    details = error.errors(include_url=False, include_context=False)
    for detail in details:
        if detail["type"] == "too_short" and _has_parts(detail["loc"], details):
            continue  # a list counts as empty where its items are wrong
        location: Location = tuple(step for step in detail["loc"] if step != "[key]")
        place = ".".join(str(step) for step in location[:-1]) or "the file"
        kind = detail["type"]
        if kind in ("missing", "extra_forbidden", "unexpected_keyword_argument"):
            message = f"{place} {RULES[kind]} {str(location[-1])!r}"
        else:
            rule = RULES.get(kind, detail["msg"][:1].lower() + detail["msg"][1:] + ":")
            if kind == "string_pattern_mismatch" and _print(detail["input"]).endswith("\n"):
                rule = LINE_BREAK
            whole = ".".join(str(step) for step in location)
            message = f"{whole} {rule} {shorten(_print(detail['input']))}"
        yield document.problem(message, *location)


def _print(value: object) -> str:
    """Return a value as a message prints it; a number of thousands of digits cannot be."""
    try:
        return str(value)
    except ValueError:
        return "a number of too many digits"


def _has_parts(location: Location, details: list[ErrorDetails]) -> bool:
    return any(d["loc"][: len(location)] == location != d["loc"] for d in details)


def _position(node: Any, step: str | int) -> int | None:
    """Return the line, from 0, of a key or an item; None where the node has none."""
    if isinstance(node, Keys | Items):
        return node.lines.get(step)
    if not isinstance(node, CommentedBase):
        return None
    positions = node.lc.data or {}
    if isinstance(node, CommentedMap) and step in node and step in positions:
        return int(positions[step][0])
    if isinstance(node, CommentedSeq) and isinstance(step, int) and step in positions:
        return int(positions[step][0])
    return None
