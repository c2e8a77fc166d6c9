"""Published addresses stay: one that vanishes is a problem until somebody says where it went."""

import shutil
from pathlib import Path

import pytest

from dialogues import commands
from dialogues.checking.addresses import check_list
from dialogues.commands import sync
from dialogues.contributing.syncing import find_targets
from dialogues.loading import load_archive, read_archive
from dialogues.problems import ProblemsFound, report
from dialogues.reading.addresses import LIST, REDIRECTS, read_published
from dialogues.rendering.addresses import list_addresses
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site
from histories import commit_all, git

RECORD = "docs/records/2030-harbour-talks"
PASSAGES = "docs/records/2030-harbour-talks/passages.yml"


@pytest.fixture
def published(small: Path) -> Path:
    """Return the small project with its addresses published."""
    assert "addresses added" in sync(small)
    return small


def publish(root: Path, *addresses: str) -> None:
    """Add addresses to those that were once published."""
    path = root / LIST
    lines = sorted([*path.read_text(encoding="utf-8").splitlines(), *addresses])
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def test_an_address_that_is_gone_is_a_problem(published: Path) -> None:
    publish(published, "cities/gamma/", "events/2030-harbour/#talk-7-1")

    assert report(read_archive(published)[1]).splitlines() == [
        f"{LIST}:7: a published address must stay, or be in {REDIRECTS}, and is gone: 'cities/gamma/'",
        f"{LIST}:23: a published address must stay, or be in {REDIRECTS}, and is gone:"
        " 'events/2030-harbour/#talk-7-1'",
    ]


def test_a_new_address_has_to_be_listed(published: Path) -> None:
    path = published / LIST
    path.write_text(path.read_text(encoding="utf-8").replace("cities/alpha/\n", ""))

    assert report(read_archive(published)[1]) == (
        f"{LIST}:1: must have every address (`make sync` adds it), and lacks 'cities/alpha/'"
    )
    assert sync(published) == "0 entries and 1 addresses added"
    assert read_archive(published)[1] == []


def test_a_page_of_a_kind_that_is_not_listed_is_a_problem(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = {"zh/offices/x.md": "", "zh/cities/_part.md": "", "en/offices/feed.xml": ""}
    monkeypatch.setattr(commands, "render_site", lambda site: render_site(site) | added)

    with pytest.raises(ProblemsFound) as found:
        commands.convert(small)
    assert report(found.value.problems) == (
        "scripts/dialogues/rendering/pages.py:1: every page that is written must be listed, and one"
        " is not: 'offices/x/'"
    )


def test_where_an_address_went_is_said_without_a_script(published: Path) -> None:
    publish(published, "cities/gamma/", "events/2030-harbour/#talk-7-1", "events/2029/")
    (published / REDIRECTS).write_text(
        "cities/gamma/: {to: cities/beta/, why: {zh: 合併, en: Merged}}\n"
        "'events/2030-harbour/#talk-7-1': {to: 'events/2030-harbour/#q1', why: {zh: 重編, en: Renumbered}}\n"
        "events/2029/: {why: {zh: 撤回, en: Withdrawn}}\n",
        encoding="utf-8",
    )
    pages = render_site(Site.of(load_archive(published)))

    moved = pages["en/cities/gamma/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../cities/beta/">' in moved
    assert "Merged" in moved
    assert 'lang="en"' in moved
    assert "Withdrawn" in pages["en/events/2029/index.html"]
    assert "refresh" not in pages["en/events/2029/index.html"]
    session = pages["zh/events/2030-harbour/index.md"]
    assert '<p id="talk-7-1">talk-7-1: 重編 <a href="../../events/2030-harbour/#q1">' in session


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("cities/beta/: {to: cities/alpha/, why: {zh: x, en: x}}", "'cities/beta/' is not"),
        ("cities/delta/: {to: cities/alpha/, why: {zh: x, en: x}}", "'cities/delta/' is not"),
        ("cities/gamma/: {to: cities/zeta/, why: {zh: x, en: x}}", "and is 'cities/zeta/'"),
    ],
)
def test_a_redirect_has_to_lead_from_what_was_to_what_is(
    published: Path, entry: str, message: str
) -> None:
    publish(published, "cities/gamma/")
    (published / REDIRECTS).write_text(f"{entry}\n", encoding="utf-8")

    assert message in report(read_archive(published)[1])


def test_no_address_can_be_taken_off_the_list(published: Path) -> None:
    before = read_published(published)
    assert list(check_list(before, published)) == []

    (published / LIST).unlink()
    problems = list(check_list(before, published))
    assert len(problems) == len(before)
    assert str(problems[-1]) == (
        f"{LIST}:1: the list must keep every address that was ever published, and lacks"
        f" {max(before)!r}"
    )


@pytest.mark.parametrize("key", ["2029-earlier", "2031-later"])
def test_a_second_record_of_an_event_moves_no_address(published: Path, key: str) -> None:
    """The session that was there first stays on the page of the event, which leads to the other."""
    before = read_published(published)
    other = shutil.copytree(published / RECORD, published / "docs/records" / key)
    entry = (other / "record.yml").read_text(encoding="utf-8")
    changes = {"id: talks": f"id: s-{key[:4]}", "2030-05-06": f"{key[:4]}-05-06"}
    for old, new in (changes | {"added: 2030-05-20": "added: 2030-05-21"}).items():
        entry = entry.replace(old, new)
    (other / "record.yml").write_text(entry, encoding="utf-8")
    sync(published)
    archive, problems = read_archive(published)

    assert problems == []
    assert set(before) <= set(list_addresses(archive))
    assert f"events/2030-harbour/s-{key[:4]}/#talk-1-1" in read_published(published)
    pages = render_site(Site.of(archive))
    page = pages["zh/events/2030-harbour/index.md"]
    assert f"](s-{key[:4]}.md)" in page
    assert "{ #talk-1 " in page
    assert "](index.md)" in pages[f"zh/events/2030-harbour/s-{key[:4]}.md"]


def test_an_address_that_was_never_on_the_base_branch_is_not_defended(published: Path) -> None:
    commit_all(published)
    publish(published, "cities/gamma/")

    (problem,) = read_archive(published)[1]
    assert "`make sync` takes out the rest" in problem.message
    sync(published)
    assert "cities/gamma/" not in read_published(published)
    assert read_archive(published)[1] == []


def test_an_address_of_the_base_branch_is_defended(published: Path) -> None:
    publish(published, "cities/gamma/")
    commit_all(published)

    assert [p.message[:28] for p in read_archive(published)[1]] == [
        "a published address must stay"[:28]
    ]


def test_without_a_base_branch_all_that_are_listed_are_defended(published: Path) -> None:
    publish(published, "cities/gamma/")
    git(published, "init", "-q", "-b", "other")

    assert [p.message[:28] for p in read_archive(published)[1]] == [
        "a published address must stay"[:28]
    ]


def test_redirects_are_proposed_and_somebody_gives_the_reason(published: Path) -> None:
    publish(published, "cities/alfa/", "events/2030-harbour/#talk-7-1", "events/2029/#x")

    assert sync(published).endswith(f"3 redirects proposed in {REDIRECTS}")
    text = (published / REDIRECTS).read_text(encoding="utf-8")
    assert '"cities/alfa/": {}' in text
    assert '"events/2030-harbour/#talk-7-1": {to: "events/2030-harbour/"}' in text
    messages = [problem.message for problem in read_archive(published)[1]]
    assert "cities/alfa/ must hold the field 'why'" in messages
    assert sync(published) == "0 entries and 0 addresses added"


def test_a_page_with_a_new_name_is_proposed() -> None:
    gone = ["cities/alfa/", "cities/alfa/#a", "events/x/#q1"]
    present = ["cities/alpha/", "cities/alpha/#a", "events/x/", "events/x/one/", "events/x/one/#q1"]

    assert find_targets(gone, present, gone) == {
        "cities/alfa/": "cities/alpha/",
        "cities/alfa/#a": "cities/alpha/#a",
        "events/x/#q1": "events/x/one/#q1",
    }
