"""Read YAML files as checked models, with the line of every mistake."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import ScalarEvent
from ruamel.yaml.nodes import ScalarNode

from dialogues.problems import Problem
from dialogues.reading.characters import check_characters
from dialogues.reading.documents import YamlFile, find_position
from dialogues.reading.files import decode, read_bytes
from dialogues.reading.shapes import list_faults
from dialogues.reading.slips import find_slip
from dialogues.reading.yaml_nodes import LONGEST_NUMBER, NotPlain, read_plain

ModelT = TypeVar("ModelT", bound=BaseModel)
LINE_ENDS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
"""What YAML counts as ends of lines and editors do not; refused as unseen, so the lines stay right."""

REPEATED = re.compile("found duplicate key")
LISTS = tuple(f'"{name}"' for name in ("corrections", "sources", "headings", "facts", "statements"))
ITEM = " (a list goes on with one more item, behind `- `)"
HINTS = {
    "mapping values are not allowed here": " (a text with a colon must stand between quotes, or on"
    " the next line, behind `|-`)",
}


def read_document(root: Path, path: str) -> tuple[YamlFile | None, list[Problem]]:
    """Read a YAML file; what is no plain YAML mapping is a Problem."""
    data, problems = read_bytes(root, path)
    text, more = decode(path, data) if data is not None else (None, [])
    if text is None:
        return None, problems + more
    document, even_more = parse_document(path, text.translate(LINE_ENDS))
    return document, more + even_more


@lru_cache(maxsize=200)  # while somebody edits, all files but one are as they were
def parse_document(path: str, text: str) -> tuple[YamlFile | None, list[Problem]]:
    """Parse the text of a YAML file, with anchors, aliases and deep nesting refused."""
    try:
        content, problems = _read(path, text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        found = str(error.problem).split(" with value")[0]
        if slip := find_slip(text, line) if not REPEATED.match(found) else None:
            return None, [Problem(path, *slip)]
        hint = HINTS.get(found, ITEM if found.endswith(LISTS) else "")
        return None, [Problem(path, line, f"the file must be valid YAML: {found}{hint}")]
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
    return YamlFile(path, content, text), list(escaped)


def _read(path: str, text: str) -> tuple[Any, list[Problem]]:
    """Return what a file holds; the slow library is asked only where the fast one has doubts."""
    try:
        return read_plain(text), []
    except NotPlain:
        problems = list(_check_marks(path, text))
        return (None if problems else _reader().load(text)), problems


def _check_marks(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for what YAML has and these files have not: what has a meaning beside its text."""
    for event in YAML().parse(text):
        line = event.start_mark.line + 1
        if getattr(event, "anchor", None):
            yield Problem(path, line, "anchors and aliases (& and *) are not used here")
        elif getattr(event, "tag", None):
            yield Problem(path, line, "tags (!) are not used here")
        elif getattr(event, "version", None) or getattr(event, "tags", None):
            yield Problem(path, line, "directives (%) are not used here")
        elif isinstance(event, ScalarEvent) and event.value == "<<" and not event.style:
            yield Problem(path, line, "merged mappings (<<) are not used here")


def _check_values(path: str, node: Any, line: int = 0) -> Iterator[Problem]:
    """Yield a problem for each key and value with characters that no one can see, escaped or not."""
    if isinstance(node, str):
        for problem in check_characters(path, node, value=True):
            yield Problem(path, line + 1, problem.message)
    elif isinstance(node, dict | list):
        for step in node if isinstance(node, dict) else range(len(node)):
            own = find_position(node, step) or line
            yield from _check_values(path, step, own)
            yield from _check_values(path, node[step], own)


class Constructor(RoundTripConstructor):
    """Leaves dates and what is too long for a number to the models, which say where it stands."""

    def construct_yaml_int(self, node: ScalarNode) -> Any:
        """Return a number, or the text of one that no field can hold."""
        if len(node.value) > LONGEST_NUMBER:
            return self.construct_yaml_str(node)
        return super().construct_yaml_int(node)


Constructor.add_constructor("tag:yaml.org,2002:timestamp", Constructor.construct_yaml_str)
Constructor.add_constructor("tag:yaml.org,2002:int", Constructor.construct_yaml_int)


def _reader() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Constructor = Constructor
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
        return None, document, problems + list(list_faults(error, document))
