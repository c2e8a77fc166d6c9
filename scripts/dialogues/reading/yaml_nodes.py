"""Read YAML 1.2 as plain values that know their lines, by libyaml, which is fast.

Whatever is not plain (an error, an anchor, a tag, a key twice) is None here: who asks has to read it
again with a library that says what is wrong in words.
"""

import re
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Without libyaml the same in Python."""
MAY_BE_MARKED = re.compile(r"(?:^|[\s\[{,:\"'-])[&*!]\S|^%", re.MULTILINE)
"""Where an anchor, an alias, a tag or a directive may be; a text may hold the same signs."""
CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
LONGEST_NUMBER = 18
"""Digits that a whole number of these files can have."""
WHOLE = re.compile(rf"[-+]?[0-9]{{1,{LONGEST_NUMBER}}}")
ODD_NUMBER = re.compile(r"[-+]?0[box][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*|[-+]?\.(?i:inf|nan)")
DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


class NotPlain(Exception):
    """What stands in a file needs a second look."""


class Keys(dict[Any, Any]):
    """A mapping; `lines` has the line of each key, from 0."""

    lines: dict[Any, int]


class Items(list[Any]):
    """A list; `lines` has the line of each item, from 0."""

    lines: dict[Any, int]


def read_plain(text: str) -> Any:
    """Return what a text holds, mappings as Keys and lists as Items; raise NotPlain otherwise."""
    try:
        if MAY_BE_MARKED.search(text) and _is_marked(text):
            raise NotPlain
        node = yaml.compose(text, Loader=LOADER)
        return _make(node) if node is not None else None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise NotPlain from error


def _is_marked(text: str) -> bool:
    """Return whether a text has an anchor, an alias, a tag or a directive."""
    for event in yaml.parse(text, Loader=LOADER):
        explicit = isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags)
        if explicit or getattr(event, "anchor", None) or getattr(event, "tag", None):
            return True
    return False


def _make(node: yaml.Node) -> Any:
    match node:
        case yaml.ScalarNode():
            return _read_scalar(node)
        case yaml.SequenceNode():
            items = Items(_make(each) for each in node.value)
            items.lines = {n: each.start_mark.line for n, each in enumerate(node.value)}
            return items
    pairs = [(_make_key(key), key.start_mark.line, value) for key, value in node.value]
    keys = Keys((key, _make(value)) for key, _, value in pairs)
    keys.lines = {key: line for key, line, _ in pairs}
    if len(keys) < len(pairs):
        raise NotPlain
    return keys


def _make_key(node: yaml.Node) -> Any:
    if not isinstance(node, yaml.ScalarNode) or node.value == "<<":
        raise NotPlain
    return _read_scalar(node)


def _read_scalar(node: yaml.ScalarNode) -> Any:
    """Return a text, or by the core schema of YAML 1.2 a constant or number; dates stay texts."""
    text: str = node.value
    if node.style:
        return text
    if text in CONSTANTS:
        return CONSTANTS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    if ODD_NUMBER.fullmatch(text):
        if len(text) > LONGEST_NUMBER:  # no field can hold it: its model says so, at its line
            return text
        raise NotPlain
    return float(text) if DECIMAL.fullmatch(text) else text
