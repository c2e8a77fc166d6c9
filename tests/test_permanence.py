"""Published addresses stay: one that vanishes is a problem until somebody says where it went."""

from pathlib import Path

import pytest

from dialogues.checking.addresses import check_list
from dialogues.commands import sync
from dialogues.loading import load_archive, read_archive
from dialogues.problems import report
from dialogues.reading.addresses import LIST, REDIRECTS, read_published
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site

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
