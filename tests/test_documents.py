"""YAML files: lines of mistakes, and what YAML of our kind is not."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from dialogues.problems import report
from dialogues.reading.yaml_files import parse_document, read_document, read_model
from dialogues.schemas.record import Passages
from dialogues.schemas.registry import Cities
from projects import SMALL


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\na: 2\n", "x.yml:2: the file must be valid YAML: found duplicate key"),
        (
            "en: Four uses: x\n",
            "x.yml:1: a text with a colon must stand between quotation marks: 'Four uses: x'",
        ),
        ("a: [1\n", "x.yml:1: a bracket must be closed, and this is not: '[1'"),
        ("a: 1\nb: &x 2\nc: *x\n", "x.yml:2: anchors and aliases (& and *) are not used here"),
        ("- a\n", "x.yml:1: the file must be a mapping of keys, and is not"),
        ("a: " + "[" * 500 + "]" * 500, "x.yml:1: the file must be valid YAML: maximum recursion"),
    ],
    ids=["duplicate key", "colon", "syntax", "alias", "list", "deep"],
)
def test_what_is_no_plain_mapping_is_refused(text: str, problem: str) -> None:
    document, problems = parse_document("x.yml", text)

    assert document is None
    assert report(problems).startswith(problem)


@pytest.mark.parametrize("written", [r"\r", r"\x0d", r"\u000d", r"\U0000000D", r"\r\n", r"\N"])
@pytest.mark.parametrize(
    "text", ['a: "x{}"', 'a: "x{}y"', '"x{}": 1', 'a: [1, "x{}"]', 'a: {{b: "x{}"}}']
)
def test_an_end_of_line_that_is_escaped_is_refused_everywhere(text: str, written: str) -> None:
    _, problems = parse_document("x.yml", "b: 1\n" + text.format(written) + "\n")

    assert [problem.line for problem in problems] == [2]
    assert problems[0].message.startswith("characters must be visible")


def test_aliases_that_multiply_are_refused_at_once() -> None:
    names = "abcdefghij"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(names)
    )
    for text in (bomb, bomb.replace(": &", ":\n  &"), '{"a":&a [x, x], "b":[*a, *a]}\n'):
        document, problems = parse_document("x.yml", text)
        assert document is None
        assert problems[0].message.startswith("anchors and aliases")


@pytest.mark.parametrize(
    "number", ["9" * 5_000, "-" + "9" * 5_000, "1_0" * 3_000, "0x" + "f" * 5_000]
)
def test_a_number_of_thousands_of_digits_is_a_problem(tmp_path: Path, number: str) -> None:
    text = (
        f"taipei:\n  zh: 臺北市\n  en: Taipei\n  kind: city\n  country: TW\n  latitude: {number}\n"
    )
    (tmp_path / "c.yml").write_text(text + "  longitude: 121.5\n", encoding="utf-8")

    _, _, problems = read_model(tmp_path, "c.yml", Cities)

    assert problems
    assert all(problem.path == "c.yml" for problem in problems)


def test_no_is_a_word_and_not_false() -> None:
    document, _ = parse_document("x.yml", "country: NO\nanswer: no\n")

    assert document is not None
    assert dict(document.content) == {"country": "NO", "answer": "no"}


def test_each_mistake_is_reported_at_its_line(tmp_path: Path) -> None:
    text = """\
taipei:
  zh: 臺北市
  en: Taipei
  kind: town
  latitude: 95
  longitude: 121.5
  colour: red
Bad Key:
  zh: x
"""
    (tmp_path / "cities.yml").write_text(text, encoding="utf-8")

    _, _, problems = read_model(tmp_path, "cities.yml", Cities)

    assert report(problems).splitlines() == [
        "cities.yml:1: taipei must hold the field 'country'",
        "cities.yml:4: taipei.kind input should be 'city', 'county', 'province', 'region', 'state',"
        " 'borough' or 'metropolis': 'town'",
        "cities.yml:5: taipei.latitude input should be less than or equal to 90: '95'",
        "cities.yml:7: taipei holds a field that is not known: 'colour'",
        "cities.yml:8: Bad Key does not have the form that it must have: 'Bad Key'",
        "cities.yml:8: Bad Key must hold the field 'country'",
        "cities.yml:8: Bad Key must hold the field 'en'",
        "cities.yml:8: Bad Key must hold the field 'kind'",
        "cities.yml:8: Bad Key must hold the field 'latitude'",
        "cities.yml:8: Bad Key must hold the field 'longitude'",
    ]


def test_a_passage_is_one_paragraph_of_bounded_length(tmp_path: Path) -> None:
    (tmp_path / "p.yml").write_text(f"a:\n  zh: {'x' * 20_001}\nb:\n  zh: |\n    x\n    y\n")

    _, _, problems = read_model(tmp_path, "p.yml", Passages)

    assert [problem.line for problem in problems] == [2, 6]  # where the second paragraph begins


@pytest.mark.parametrize("path", sorted(SMALL.glob("docs/re*/**/*.yml")), ids=lambda p: p.name)
def test_a_round_trip_changes_no_byte(path: Path) -> None:
    yaml = YAML()
    yaml.preserve_quotes, yaml.width = True, 10**9
    yaml.indent(mapping=2, sequence=4, offset=2)
    text = path.read_text(encoding="utf-8")
    written = io.StringIO()

    yaml.dump(yaml.load(text), written)

    assert written.getvalue() == text


@pytest.mark.parametrize(
    "text", ["? title: {zh: x}\n", "? [a]\n: b\n? {a: b}\n", "%YAML 9.9\n---\na: b\n"]
)
def test_a_key_that_is_no_text_is_a_problem(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")

    document, problems = read_document(tmp_path, "a.yml")

    assert document is None or problems == []
    assert all(problem.path == "a.yml" for problem in problems)
