"""One slip, one problem: in whatever file it is made, its own problem is the only one, at its line."""

from pathlib import Path

import pytest

from dialogues.commands import sync
from dialogues.contributing.explaining import explain
from dialogues.loading import load_archive, read_archive
from dialogues.problems import ProblemsFound
from dialogues.rendering.addresses import list_addresses
from mistakes.planting import RECORD, REGISTRY
from slips import SLIPS, find_lines

FILES = [
    *(
        f"{REGISTRY}/{name}.yml"
        for name in ("cities", "events", "featured", "glossary", "initiatives", "omissions")
    ),
    *(
        f"{REGISTRY}/{name}.yml"
        for name in ("organizations", "people", "redirects", "schemes", "synonyms", "themes")
    ),
    f"{RECORD}/record.yml",
    f"{RECORD}/passages.yml",
    "docs/addresses.txt",
    f"{RECORD}/source.txt",
]
OF_TEXTS = ("conflict between entries", "byte order mark", "emptied")
"""Slips of a file that is no YAML."""
NO_SLIP = {"nothing behind the colon": ("initiatives.yml", "organizations.yml")}
"""Where a field may be empty."""
NAMED = {
    "conflict": "<<<<<<<",
    "mark": "=======",
    "byte order mark": "BOM",
    "comma in braces": "大括號裡的逗號",
    "space": "多餘的空格",
    "spaces": "多餘的空格",
    "second": "只能有一段",
    "dash": "減號",
    "one space too many": "個空格，應該是",
    "text not indented": "縮排",
    "field within": "縮排太多",
    "wide space": "行首的空白",
    "braces": "大括號",
    "sign": "開頭",
    "no spaces before a field": "往右縮排",
    "tab": "Tab",
    "colon of full width": "全形",
    "colon": "冒號",
    "quotation mark": "引號",
    "brace": "括號",
    "comma of full width": "全形",
    "field twice": "寫了兩次",
    "entry twice": "寫了兩次",
    "emptied": "空的",
}
"""What an explanation has to name, by the beginning of the slip's name."""
REDIRECTS = """\
cities/old/: {why: {zh: 更名, en: Renamed}}
cities/older/:
  why:
    zh: 併入他市
    en: Merged with another
"""


@pytest.fixture
def project(small: Path) -> Path:
    """Return the small project with a list of addresses, and two that are gone."""
    gone = ["cities/old/", "cities/older/"]
    listed = "".join(f"{a}\n" for a in sorted([*list_addresses(load_archive(small)), *gone]))
    (small / "docs/addresses.txt").write_text(listed, encoding="utf-8")
    (small / REGISTRY / "redirects.yml").write_text(REDIRECTS, encoding="utf-8")
    assert read_archive(small)[1] == []
    return small


@pytest.mark.parametrize("file", FILES)
def test_a_slip_is_one_problem_named_as_what_it_is(project: Path, file: str) -> None:
    text = (project / file).read_text(encoding="utf-8")
    made = 0
    for name, slip in SLIPS.items():
        changed = slip(text)
        if changed == text or (file.endswith(".txt") and name not in OF_TEXTS):
            continue
        if file.endswith(NO_SLIP.get(name, ("nowhere",))):
            continue
        made += 1
        (project / file).write_text(changed, encoding="utf-8")
        problems = sorted(set(read_archive(project)[1]))

        assert len(problems) == 1, (name, problems)
        (problem,) = problems
        assert problem.path == file, (name, problem)
        assert problem.line in find_lines(text, changed), (name, problem)
        words = [words for start, words in NAMED.items() if name.startswith(start)]
        assert all(word in explain(problem.message) for word in words[:1]), (name, problem)
    assert made >= (len(OF_TEXTS) if file.endswith(".txt") else 6)


def test_nothing_is_added_or_proposed_while_a_file_cannot_be_read(project: Path) -> None:
    """`make sync` would take the entries of a broken file for gone, and each address of theirs."""
    cities = project / REGISTRY / "cities.yml"
    cities.write_text("<<<<<<< HEAD\n" + cities.read_text(encoding="utf-8"), encoding="utf-8")
    before = {path: path.read_bytes() for path in project.rglob("docs/**/*.*")}

    with pytest.raises(ProblemsFound, match="a conflict must be settled"):
        sync(project)
    assert {path: path.read_bytes() for path in project.rglob("docs/**/*.*")} == before


def test_a_second_list_of_corrections_is_said_to_be_one_more_item(small: Path) -> None:
    path = small / RECORD / "passages.yml"
    correction = "  corrections:\n    - {was: 岸電, now: 岸上電力, why: {zh: x, en: x}, by: A, date: 2020-06-01}\n"
    path.write_text(path.read_text(encoding="utf-8") + 2 * correction, encoding="utf-8")

    (problem,) = read_archive(small)[1]
    assert "最後加一項" in explain(problem.message)


def test_a_page_by_hand_with_a_conflict_is_a_problem(small: Path) -> None:
    (small / "docs/zh").mkdir()
    (small / "docs/zh/about.md").write_text("x\n<<<<<<< HEAD\ny\n=======\nz\n>>>>>>> a\n")

    assert [(p.path, p.line) for p in read_archive(small)[1]] == [("docs/zh/about.md", 2)]


def test_strokes_of_an_official_text_are_no_mark_of_a_conflict(small: Path) -> None:
    path = small / RECORD / "source.txt"
    path.write_text(path.read_text(encoding="utf-8") + "=======\n", encoding="utf-8")

    assert not any("conflict" in problem.message for problem in read_archive(small)[1])
