"""The fields of a JSON Schema, and how one is put into a content that may not have it yet."""

import copy
from collections.abc import Iterator
from typing import Any

Place = tuple[str | int, ...]
SAMPLES = {"string": "x", "integer": 5, "number": 5.0, "boolean": True, "array": [], "object": {}}


def list_places(schema: Any, content: Any) -> Iterator[Place]:
    """Yield where each field stands, in the first entry that has it or could."""
    yield from _list_places(_resolve(schema, schema), schema, content, ())


def _list_places(part: Any, schema: Any, content: Any, place: Place) -> Iterator[Place]:
    part = _resolve(part, schema)
    if "properties" in part or _entry_of(part):
        for name, inner in _list_fields(part, content):
            below = content.get(name) if isinstance(content, dict) else None
            yield from _list_places(inner, schema, below, (*place, name))
    elif part.get("type") == "array":
        first = content[0] if isinstance(content, list) and content else None
        item = part.get("items") or part.get("prefixItems", [{}])[0]
        yield from _list_places(item, schema, first, (*place, 0))
    yield place


def _list_fields(part: Any, content: Any) -> Iterator[tuple[str | int, Any]]:
    yield from part.get("properties", {}).items()
    if entry := _entry_of(part):
        yield next(iter(content or ()), "x-1") if isinstance(content, dict) else "x-1", entry


def _entry_of(part: Any) -> Any:
    """Return what each entry of a mapping is; nothing where its keys are known."""
    entries = part.get("patternProperties") or {"": part.get("additionalProperties")}
    return next(iter(entries.values())) or None


def _resolve(part: Any, schema: Any) -> Any:
    """Return what a part of a schema refers to, or the first of what it may be."""
    while "$ref" in part or "anyOf" in part:
        part = (
            schema["$defs"][part["$ref"].rpartition("/")[2]]
            if "$ref" in part
            else next(each for each in part["anyOf"] if each.get("type") != "null")
        )
    return part


def put_at(content: Any, place: Place, value: object, schema: Any) -> Any:
    """Return a content with a value at a place; what is missing on the way is made."""
    if not place:
        return value
    content = copy.deepcopy(content)
    node, part = content, _resolve(schema, schema)
    for number, step in enumerate(place):
        part = _resolve(_step_into(part, step), schema)
        last = number == len(place) - 1
        made = value if last else _make(part, schema)
        if isinstance(node, list):
            if not node:
                node.append(made)
            elif last:
                node[0] = value
        elif last or not isinstance(node.get(step), dict | list):
            node[step] = made
        node = node[step]
    return content


def _step_into(part: Any, step: str | int) -> Any:
    if part.get("type") == "array":
        return part.get("items") or part.get("prefixItems", [{}])[0]
    return part.get("properties", {}).get(step) or _entry_of(part)


def _make(part: Any, schema: Any) -> Any:
    """Return the least that a part of a schema takes."""
    part = _resolve(part, schema)
    if "properties" in part:
        return {name: _make(part["properties"][name], schema) for name in part.get("required", ())}
    if "enum" in part:
        return part["enum"][0]
    sample = "2030-05-06" if part.get("format") == "date" else SAMPLES[part.get("type", "string")]
    return copy.deepcopy(sample)
