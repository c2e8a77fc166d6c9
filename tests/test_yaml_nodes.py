"""YAML read fast has the values and lines that it has read slowly; what is odd is left to that."""

from pathlib import Path

import pytest

from dialogues.reading.documents import YamlFile
from dialogues.reading.yaml_files import _reader, parse_document
from dialogues.reading.yaml_nodes import NotPlain, read_plain
from projects import FROZEN, SMALL

FILES = [*sorted(FROZEN.glob("docs/re*/**/*.yml")), *sorted(SMALL.glob("docs/re*/**/*.yml"))]


def list_lines(file: YamlFile, node: object, *place: str | int) -> dict[tuple[str | int, ...], int]:
    """Return the line of everything that a file holds."""
    parts = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    found = {}
    for step, value in parts:
        found[(*place, step)] = file.line_of(*place, step)
        found |= list_lines(file, value, *place, step)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_both_readers_find_the_same_at_the_same_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast, _ = parse_document("x.yml", text)
    slow = YamlFile("x.yml", _reader().load(text))
    assert fast is not None

    assert list_lines(fast, fast.content) == list_lines(slow, slow.content)
    assert fast.content == slow.content


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no\nb: on\nc: NO\n", {"a": "no", "b": "on", "c": "NO"}),
        ("a: 12\nb: -1.5\nc: '12'\n", {"a": 12, "b": -1.5, "c": "12"}),
        ("a: true\nb: ~\nc:\n", {"a": True, "b": None, "c": None}),
        ("a: 2022-03-22\n", {"a": "2022-03-22"}),
        ("a: 9999999999999999999\n", {"a": "9999999999999999999"}),
        ("a: |-\n  x\n  y\n", {"a": "x\ny"}),
    ],
)
def test_values_are_those_of_yaml_1_2(text: str, value: object) -> None:
    assert read_plain(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        '"a":&x {b: 1}\n"c":*x\n',
        "a: !!str 1\n",
        "a: 1\na: 2\n",
        "? [a]\n: 1\n",
        "<<: {a: 1}\n",
        "a: 0x1F\n",
        "a: 1_000\n",
        "%YAML 1.1\n---\na: 1\n",
        "a: [1\n",
        "a: " + "[" * 5000,
    ],
)
def test_what_is_odd_gets_a_second_look(text: str) -> None:
    with pytest.raises(NotPlain):
        read_plain(text)
