"""Removing a record tells what goes with it, and leaves nothing behind that has lost its use."""

from pathlib import Path

import pytest

import forget as command
from asking import run
from dialogues.commands import sync
from dialogues.contributing.entries import remove_entries, remove_item
from dialogues.contributing.forgetting import forget, plan_forgetting
from dialogues.loading import read_archive
from dialogues.problems import ProblemsFound
from mistakes.planting import REGISTRY
from proposing import add_layouts

KEY = "talks"


@pytest.fixture
def project(small: Path) -> Path:
    """Return a project with a second record, whose words alone need two names."""
    add_layouts(small, KEY)
    cities = small / REGISTRY / "cities.yml"
    text = cities.read_text(encoding="utf-8").replace(
        "  en: Beta\n", "  en: Beta\n  variants: [書面意見]\n"
    )
    gone = "epsilon:\n  zh: 三、四年前\n  en: Epsilon\n  kind: city\n  country: TW\n"
    cities.write_text(f"{text}{gone}  latitude: 1.0\n  longitude: 2.0\n", encoding="utf-8")
    (small / "docs/addresses.txt").write_text("", encoding="utf-8")
    return small


def test_all_that_goes_is_told_and_nothing_is_done_before(project: Path) -> None:
    sync(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    plan = plan_forgetting(project, KEY)

    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
    assert "docs/registry/events.yml: talks" in plan.entries
    assert "events/talks/" in plan.addresses
    assert "docs/records/talks/" in plan.tell()


def test_after_it_the_project_is_whole_and_the_addresses_say_so(project: Path) -> None:
    sync(project)
    plan = plan_forgetting(project, KEY)

    forget(project, plan)
    sync(project)

    assert [str(problem) for problem in read_archive(project)[1]] == []
    archive, _ = read_archive(project)
    assert {redirect.address for redirect in archive.redirects} == set(plan.addresses)
    assert "talks" not in (project / REGISTRY / "events.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("typed", "gone"), [("other", False), ("", False), (KEY, True)])
def test_the_command_does_nothing_until_the_name_is_typed(
    project: Path, monkeypatch: pytest.MonkeyPatch, typed: str, *, gone: bool
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr("sys.argv", ["forget.py", KEY])
    monkeypatch.setattr("builtins.input", lambda _: typed)

    assert run(command.main) == (0 if gone else 1)
    assert (project / "docs/records" / KEY).exists() == (not gone)


def test_pages_by_hand_that_lead_to_it_are_named(project: Path) -> None:
    page = project / "docs/zh/about.md"
    page.parent.mkdir()
    page.write_text(
        "# 說明\n\n見[紀錄](records/talks.md)、[活動](events/talks/index.md#x)。\n",
        encoding="utf-8",
    )

    links = plan_forgetting(project, KEY).links

    assert links == ["docs/zh/about.md:3: records/talks", "docs/zh/about.md:3: events/talks/index"]


def test_a_record_that_is_not_there_and_others_that_cannot_be_read_stop_it(project: Path) -> None:
    with pytest.raises(ProblemsFound, match="there must be such a record"):
        plan_forgetting(project, "nothing")
    with pytest.raises(ProblemsFound, match="RECORD must name a record"):
        plan_forgetting(project, "")

    (project / "docs/records/2030-harbour-talks/record.yml").write_text("a", encoding="utf-8")
    with pytest.raises(ProblemsFound, match="2030-harbour-talks"):
        plan_forgetting(project, KEY)


FILE = "# head\n\na:\n  v: [x, y]\n# of b\nb: {}\n'c':\n  v:\n    - x\n"


def test_entries_and_items_are_taken_out_with_what_belongs_to_them() -> None:
    assert remove_entries(FILE, {"b"}) == FILE.replace("# of b\nb: {}\n", "")
    assert remove_entries(FILE, {"a"}).startswith("# head\n\n# of b\n")
    assert remove_entries(FILE, {"c"}) == FILE[: FILE.index("'c'")]
    assert remove_item(FILE, 4, "x") == FILE.replace("[x, y]", "[y]")
    assert remove_item("v: [x]\n", 1, "x") == ""
    assert remove_item(FILE, 9, "x") == FILE.replace("  v:\n    - x\n", "")
