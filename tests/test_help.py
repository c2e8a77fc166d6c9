"""The help pages: their pictures, their steps in both languages, and that what they say works."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from ruamel.yaml import YAML

from dialogues.commands import sync
from dialogues.finding.characters import HAN
from dialogues.loading import load_archive
from dialogues.model.archive import Archive
from dialogues.problems import ProblemsFound
from dialogues.reading.yaml_nodes import read_plain
from dialogues.schemas.record import PassageEntry, RecordEntry
from dialogues.schemas.registry import EventEntry, Featured, RedirectEntry
from projects import FROZEN, ROOT

LANGUAGES = ("zh", "en")
PAGES = {
    language: (ROOT / f"docs/{language}/correct.md").read_text(encoding="utf-8")
    for language in LANGUAGES
}
PICTURE = re.compile(
    r"!\[(?P<alt>[^\]]+)\]\(\.\./assets/(?P<name>[\w-]+\.png)\)"
    r"\{ width=(?P<width>\d+) height=(?P<height>\d+) loading=lazy \}"
)
EXAMPLE = re.compile(r'^( *)```(?:yaml|text) title="(.+)"\n((?:.*\n)*?)\1```$', re.MULTILINE)
ENTRY = re.compile(r"^([\w-]+):\n((?:  .*\n|\n)+)", re.MULTILINE)
FIELD = re.compile(r"^  (\w+):.*\n(?:    .*\n|\n)*", re.MULTILINE)
MOST_BYTES = 60_000
CHINESE = re.compile(f"[{HAN}]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_with_its_text_and_size(language: str) -> None:
    found = list(PICTURE.finditer(PAGES[language]))

    assert len(found) == PAGES[language].count("![") > 0
    for picture in found:
        assert bool(CHINESE.search(picture["alt"])) == (language == "zh"), picture["alt"]
        assert picture["name"].endswith(f"-{language}.png")
        with Image.open(ROOT / "docs/assets" / picture["name"]) as image:
            height = int(picture["width"]) * image.height / image.width
        assert abs(int(picture["height"]) - height) <= 1, f"{picture['name']}: make pictures"


def test_every_picture_is_shown_and_small() -> None:
    shown = {picture["name"] for page in PAGES.values() for picture in PICTURE.finditer(page)}

    assert {path.name for path in (ROOT / "docs/assets").glob("help-*.png")} == shown
    for path in (ROOT / "docs/assets").glob("*.png"):
        assert path.stat().st_size < MOST_BYTES, path.name


def test_the_cards_have_the_size_that_links_show() -> None:
    for language in LANGUAGES:
        with Image.open(ROOT / f"docs/assets/card-{language}.png") as image:
            assert image.size == (1200, 630)


def test_both_languages_have_the_same_sections_steps_pictures_and_examples() -> None:
    zh, en = (list(outline(PAGES[language], language)) for language in LANGUAGES)

    assert zh == en
    assert len(zh) > 40


def outline(page: str, language: str) -> Iterator[str]:
    """Yield what a page is made of, without its words."""
    page = page.replace(f"-{language}.png", ".png")
    parts = re.compile(
        r"^#+ .*\{ (?P<anchor>#[\w-]+) \}$|^(?P<step>\d+\.) |^(?P<bullet>- )"
        r"|assets/(?P<picture>[\w-]+)|title=\"(?P<example>.+)\"|\]\((?P<link>[#\w/]+(?:\.md)?)\)",
        re.MULTILINE,
    )
    yield from (
        f"{found.lastgroup} {found[0 if not found.lastgroup else found.lastgroup]}"
        for found in parts.finditer(page)
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the frozen records."""
    for folder in ("records", "registry"):
        shutil.copytree(FROZEN / "docs" / folder, tmp_path / "docs" / folder)
    shutil.copy(FROZEN / "docs/addresses.txt", tmp_path / "docs")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_says_is_accepted(project: Path, language: str) -> None:
    """Each example is put where the page says, in its order, as a contributor would."""
    for path, example in read_examples(PAGES[language]):
        put(project, path, re.sub("您的名字|your name", "Chen", example))
    last = load_archive(project)

    assert find_state(last, "eurasia-3-5") == "reviewed"
    corrected = [p for _, p in last.passages if p.id == "talk-3-3" and p.corrections]
    assert [(c.was, c.now) for p in corrected for c in p.corrections] == [("个", "個")]
    (event,) = (e for e in last.events.values() if e.key == "2031-harbour-cities")
    texts = [passage.en for session in event.sessions for passage in session.passages]
    assert [bool(text) for text in texts] == [True, False, True]


def test_an_example_that_is_wrong_is_found(project: Path) -> None:
    path = "docs/records/2022-mayors-summit/passages.yml"
    example = dict(read_examples(PAGES["zh"]))[path]
    put(project, path, example.replace("reviewed", "checked"))

    with pytest.raises(ProblemsFound, match=r"eurasia-3-5\.state\.en"):
        load_archive(project)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_says_of_the_checks_is_what_they_say(project: Path, language: str) -> None:
    """After the registry only `make sync` is left; before it the right digest is named."""
    *given, (_, _) = (e for e in read_examples(PAGES[language]) if "2022" not in e[0])
    for path, example in given:
        if not path.endswith("passages.yml"):
            put(project, path, re.sub(r"sha256: \w+", "sha256: x", example))
    digest = re.search(r"sha256: (\w+)", PAGES[language])
    assert digest

    with pytest.raises(ProblemsFound) as found:
        load_archive(project)
    messages = [problem.message for problem in found.value.problems]
    assert sum(digest[1] in message for message in messages) == 1
    assert all("make sync" in message for message in messages if digest[1] not in message)


def test_the_fields_of_contributing_are_those_that_there_are() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    for block in blocks:
        for key, fields in read_plain(block).items():
            if key in RecordEntry.model_fields or key in EventEntry.model_fields:
                continue  # of record.yml, or of the registry
            if "/" in key:
                RedirectEntry.model_validate(fields)
            elif (FROZEN / "docs/records" / key).is_dir():
                Featured.model_validate({key: fields})
            else:
                PassageEntry.model_validate({"zh": "原文", **fields})

    assert len(blocks) == text.count("```yaml") > 5


def find_state(archive: Archive, key: str) -> str:
    (passage,) = (passage for _, passage in archive.passages if passage.id == key)
    return passage.states.en


def read_examples(page: str) -> Iterator[tuple[str, str]]:
    """Yield the file that each example of a page belongs to, and the example; ⇥ is a tab."""
    for indent, path, lines in EXAMPLE.findall(page):
        example = re.sub(f"^{indent}", "", lines, flags=re.MULTILINE)
        yield path, example.replace("⇥", "\t") if path.endswith(".txt") else example


def put(root: Path, path: str, example: str) -> None:
    """Put an example into its file: into the entries of passages.yml, at the end of a registry."""
    file = root / path
    if file.name == "passages.yml":
        if not file.exists():
            sync(root)
        example = fill_in(file.read_text(encoding="utf-8"), example)
    elif "registry" in path:
        example = file.read_text(encoding="utf-8") + example
    file.parent.mkdir(exist_ok=True)
    file.write_text(example, encoding="utf-8", newline="\n")


def fill_in(text: str, example: str) -> str:
    """Return passages.yml with the fields of an example in its entries, in place of their like.

    What was proposed goes where themes are given, as the page says.
    """
    for key, lines in ENTRY.findall(example):
        given = {field[1]: field[0] for field in FIELD.finditer(lines)}
        (entry,) = (found for found in ENTRY.finditer(text) if found[1] == key)
        had = {field[1]: field[0] for field in FIELD.finditer(entry[2])}
        if "themes" in given:
            had.pop("proposed", None)
        text = text.replace(entry[0], f"{key}:\n{''.join((had | given).values())}")
    return text


FORMS = sorted(
    path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"
)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_follows_the_rules_of_github(path: Path) -> None:
    form = YAML(typ="safe").load(path)
    asked = [part for part in form["body"] if part["type"] != "markdown"]

    assert form.keys() <= {"name", "description", "title", "labels", "body"}
    assert all(form[key] for key in ("name", "description", "body"))
    assert asked
    for part in form["body"]:
        assert part["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        assert part.keys() <= {"type", "id", "attributes", "validations"}
    for part in asked:
        attributes = part["attributes"]
        assert re.fullmatch(r"[A-Za-z0-9_-]+", part["id"])
        assert set(part.get("validations", {})) <= {"required"}
        for text in (attributes["label"], attributes.get("description", attributes["label"])):
            assert CHINESE.search(text), text
            assert re.search("[A-Za-z]{3}", text), text
        assert attributes.keys() <= {"label", "description", "placeholder", "options"}
        assert ("options" in attributes) == (part["type"] == "dropdown")
        assert len(set(attributes.get("options", ()))) == len(attributes.get("options", ()))
    for key in ("id", "label"):
        names = [part.get(key) or part["attributes"].get(key) for part in asked]
        assert len(set(names)) == len(names)


def test_the_form_of_a_correction_has_the_fields_that_the_site_fills_in() -> None:
    form = YAML(typ="safe").load(ROOT / ".github/ISSUE_TEMPLATE/correction.yml")

    assert {"passage", "text", "version"} <= {part.get("id") for part in form["body"]}
