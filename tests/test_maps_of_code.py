"""The maps of the code in README and DESIGN: each room and module that they name is there."""

import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from dialogues.rendering.pages import KINDS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "scripts/dialogues"
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
"""A path, as opposed to a word, has a slash."""
OTHER = (".github", "docs", "hooks", "overrides", "scripts", "tests")
"""Folders of the project; any other path begins in the package."""
IMPORT = re.compile(r"^ *from dialogues\.(\w+)", re.MULTILINE)


def read_map(name: str, heading: str) -> list[str]:
    """Return the paths that the table beneath a heading names."""
    text = (ROOT / name).read_text(encoding="utf-8")
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [path for row in rows for path in PATH.findall(row)]


def find(path: str) -> Path:
    return (ROOT if path.partition("/")[0] in OTHER else PACKAGE) / path


@pytest.mark.parametrize(
    ("name", "heading"),
    [("DESIGN.md", "To change X, open Y"), ("README.md", "哪裡有什麼 Where things are")],
)
def test_what_a_map_names_is_there(name: str, heading: str) -> None:
    named = [path for path in read_map(name, heading) if path != "docs/data/"]

    assert len(named) > 10
    assert [path for path in named if not find(path).exists()] == []


def test_every_room_is_on_the_map() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    named = read_map("README.md", "哪裡有什麼 Where things are")

    assert {f"scripts/dialogues/{room}/" for room in rooms} <= set(named)


def test_the_modules_that_design_names_elsewhere_are_there() -> None:
    text = (ROOT / "DESIGN.md").read_text(encoding="utf-8")
    rooms = [path.name for path in PACKAGE.iterdir() if path.is_dir()]
    named = re.findall(rf"`((?:{'|'.join(rooms)})/[\w/.]+)`", text)

    assert named
    assert [
        name
        for name in named
        if not any(Path(f"{PACKAGE / name}{ending}").exists() for ending in ("", ".py"))
    ] == []


def test_no_two_rooms_need_each_other() -> None:
    needs: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        needs.setdefault(room, set()).update(IMPORT.findall(path.read_text(encoding="utf-8")))
    order = [
        *TopologicalSorter({room: found - {room} for room, found in needs.items()}).static_order()
    ]

    assert order.index("model") < order.index("reading") < order.index("checking")


def test_the_tables_of_the_data_do_not_know_how_pages_are_made() -> None:
    """What renders has a template; what puts all files together hands it on; others take words alone."""
    for path in (PACKAGE / "data").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        taken = set(re.findall(r"^from dialogues\.rendering\.(\w+)", text, re.MULTILINE))
        if "templating" not in taken and path.name != "files.py":
            assert taken <= {"words"}, path.name


def test_every_module_that_makes_pages_is_asked_for_them() -> None:
    makes = re.compile(r"^def list_pages\(site: Site\) -> Iterator\[Page\]:", re.MULTILINE)
    found = {
        path.stem
        for path in (PACKAGE / "rendering").glob("*.py")
        if makes.search(path.read_text(encoding="utf-8"))
    }

    assert found == {kind.__name__.rpartition(".")[2] for kind in KINDS}
