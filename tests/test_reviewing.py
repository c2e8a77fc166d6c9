"""What a proposed change changes, as its reviewer sees it."""

import hashlib
import re
import shutil
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import pytest

from dialogues.contributing.differences import Difference
from dialogues.contributing.explaining import write_problems
from dialogues.contributing.facts import list_facts
from dialogues.contributing.quoting import quote, show_unseen
from dialogues.contributing.reviewing import Change, ChangedField, Review, State, compare
from dialogues.contributing.summarizing import write_report, write_summary
from dialogues.loading import load_archive, read_archive
from dialogues.model.archive import Archive, Event, Record
from dialogues.model.entities import City
from dialogues.model.sessions import Passage, Session, Speaker
from dialogues.problems import Problem
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site
from mistakes import planting
from mistakes.planting import REGISTRY, replace
from projects import SMALL

PASSAGES = f"{planting.RECORD}/passages.yml"


def state_of(root: Path) -> State:
    archive = load_archive(root)
    return State(archive, render_site(Site.of(archive)))


def addresses(pages: Iterable[Difference]) -> set[str]:
    return {page.address for page in pages}


RECORD = f"{planting.RECORD}/record.yml"
TOLD = {
    "who speaks for which city": (
        RECORD, "    cities: [alpha]", "    cities: [beta]",
        ("speaker", "2030-harbour-talks#talk-1", "cities", "alpha", "beta"), "/cities/beta/",
    ),
    "a role": (
        RECORD, "{zh: 市長, en: Mayor}", "{zh: 副市長, en: Deputy Mayor}",
        ("speaker", "2030-harbour-talks#talk-1", "role", "市長 / Mayor", "副市長 / Deputy Mayor"),
        "/en/events/2030-harbour/",
    ),
    "a speaker who is doubtful": (
        RECORD, "    cities: [alpha]", "    cities: [alpha]\n    certainty: doubtful",
        ("speaker", "2030-harbour-talks#talk-1", "doubtful", "", "True"), "/events/2030-harbour/",
    ),
    "the state of a translation": (
        PASSAGES, "    Our city has three plans:\n",
        "    Our city has three plans:\n  state: {en: reviewed}\n",
        ("passage", "2030-harbour-talks#talk-1-1", "states", "machine / machine", "machine / reviewed"),
        "/en/events/2030-harbour/",
    ),
    "a translation": (
        PASSAGES, "By replacing diesel with", "With <b>shore</b> for diesel and",
        ("passage", "2030-harbour-talks#q1-1-1", "en", "By replacing diesel with shore power.",
         "With <b>shore</b> for diesel and shore power."), "/en/cities/alpha/",
    ),
    "a note": (
        PASSAGES, "    Our city has three plans:\n",
        "    Our city has three plans:\n  note: {zh: 「計畫」不詳。, en: “Plans” is vague.}\n",
        ("passage", "2030-harbour-talks#talk-1-1", "note", "", "「計畫」不詳。 / “Plans” is vague."),
        "/events/2030-harbour/",
    ),
    "the name of a city": (
        f"{REGISTRY}/cities.yml", "en: Beta", "en: Bravo",
        ("name", "cities/beta", "name", "乙市 / Beta", "乙市 / Bravo"), "/en/cities/beta/",
    ),
    "the name of a theme": (
        f"{REGISTRY}/themes.yml", "en: Networks", "en: Nets",
        ("name", "themes/connectivity", "name", "網路 / Networks", "網路 / Nets"),
        "/en/themes/connectivity/",
    ),
    "the title of an event": (
        f"{REGISTRY}/events.yml", "2030 Harbour Talks", "2030 Port Talks",
        ("event", "2030-harbour", "title", "2030 港灣對談 / 2030 Harbour Talks",
         "2030 港灣對談 / 2030 Port Talks"), "/en/events/",
    ),
    "a day": (
        RECORD, "dates: [2030-05-06]", "dates: [2030-05-07]",
        ("session", "2030-harbour-talks#talks", "dates", "2030-05-06", "2030-05-07"),
        "/events/2030-harbour/",
    ),
    "a voice": (
        f"{REGISTRY}/featured.yml", "港口使用 5G 網路,", "使用 5G 網路,",
        ("voice", "1", "words",
         "2030-harbour-talks#talk-1-2: 港口使用 5G 網路 / The port uses a 5G network",
         "2030-harbour-talks#talk-1-2: 使用 5G 網路 / The port uses a 5G network"), None,
    ),
    "other words to search by": (
        f"{REGISTRY}/synonyms.yml", "cold ironing", "cold iron",
        ("synonym", "岸電", "also", "船舶供電; cold ironing", "船舶供電; cold iron"), None,
    ),
}  # fmt: skip
"""By its name: file, old and new words, what is told of it, a page that shows it."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> State:
    """Return the state that all the changes are compared with."""
    return state_of(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("before") / "small")))


@pytest.mark.parametrize("name", TOLD)
def test_whatever_changes_is_told_with_the_pages_that_show_it(
    small: Path, before: State, name: str
) -> None:
    file, old, new, told, page = TOLD[name]
    replace(file, old, new)(small)
    found = compare(before, state_of(small))

    rows = [
        (c.sort, c.subject, r.field, r.before, r.after) for c in found.changes for r in c.fields
    ]
    assert told in rows
    assert {(sort, *values) for sort, _, *values in rows} == {(told[0], *told[2:])}
    assert found.unclaimed == []
    if page:
        assert page in addresses(found.pages)
        shown = {p.address for c in found.changes for p in c.pages}
        assert {a for a in addresses(found.pages) if a.endswith("/")} <= shown
    assert quote(told[-1]) in write_summary(found)


def test_two_changes_have_each_their_own_pages(small: Path, before: State) -> None:
    replace(f"{REGISTRY}/cities.yml", "en: Beta", "en: Bravo")(small)
    replace(f"{REGISTRY}/people.yml", "en: Wang Xiao-ming", "en: Wang Hsiao-ming")(small)
    found = compare(before, state_of(small))
    pages = {c.subject: addresses(c.pages) for c in found.changes}

    assert "/en/cities/beta/" in pages["cities/beta"]
    assert "/en/people/wang/" in pages["people/wang"] - pages["cities/beta"]


def test_a_page_that_no_fact_accounts_for_is_shown_itself(before: State) -> None:
    """As where a template reads something that the facts leave out: it is not said by them, and seen."""
    path = "zh/cities/alpha.md"
    pages = {**before.pages, path: before.pages[path] + "\n後來的一句"}
    found = compare(before, State(before.archive, pages))

    assert (found.changes, addresses(found.unclaimed)) == ([], {"/cities/alpha/"})
    assert "後來的一句" in write_summary(found)
    assert "後來的一句" in write_report(found)


def test_a_changed_official_text_is_told_before_all_else(small: Path, before: State) -> None:
    source = small / RECORD.replace("record.yml", "source.txt")
    text = source.read_text(encoding="utf-8").replace("以岸電取代柴油", "以核電取代柴油")
    source.write_text(text, encoding="utf-8")
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    record = (small / RECORD).read_text(encoding="utf-8")
    replace(RECORD, re.findall(r"sha256: (\w+)", record)[0], digest)(small)
    archive, _ = read_archive(small)
    summary = write_summary(compare(before, State(archive, {})))

    assert summary.startswith("## ⚠ 原文被改了！")
    assert "以核電取代柴油" in summary.partition("頁會不同")[0]


def test_a_summary_quotes_and_runs_nothing(small: Path, before: State) -> None:
    evil = "Three plans: x **b** `c` <img src=a> [l](http://e.invalid) | ##[error]e ::error::e"
    replace(PASSAGES, "Our city has three plans:", evil)(small)
    found = compare(before, state_of(small))
    summary, report = write_summary(found), write_report(found)

    for markup in ("**b**", "<img", "](http", "##[", "`c`"):
        assert markup not in summary
    assert "##[" not in report
    assert not any(line.strip().startswith("::") for line in report.splitlines())
    assert show_unseen("a\r::error::b\u2028c") == "a\\u000d::error::b\\u2028c"


def test_a_summary_that_is_too_long_says_so() -> None:
    row = ChangedField("en", "x" * 9_000, "y" * 9_000)
    many = [Change("passage", f"talk-{n}", [row]) for n in range(60)]
    summary = write_summary(Review(many, [], [], {}))

    assert len(summary.encode()) < 1_048_576
    assert re.search(r"\d+ more do not fit here", summary)
    assert "more do not fit" not in write_summary(Review(many[:10], [], [], {}))
    problems = [Problem("x" * 9_000, n, "x") for n in range(150)]
    assert re.search(r"\d+ more do not fit here", (told := write_problems(problems)))
    assert len(told.encode()) < 1_048_576


def test_every_field_of_the_model_is_a_fact(archive: Archive) -> None:
    """A field that is added to the model is told of without anything done for it."""
    known = {(sort, name) for sort, _, name in list_facts(archive)}
    models = {
        "speaker": Speaker, "passage": Passage, "record": Record, "session": Session,
        "event": Event, "name": City,
    }  # fmt: skip
    apart = {
        "id", "key", "parts", "sessions", "source", "record", "entry_line", "proposed", "exclude"
    }  # fmt: skip
    for sort, model in models.items():
        lacking = {field.name for field in fields(model)} - {n for s, n in known if s == sort}
        empty = {n for n in lacking if not any_has(archive, sort, n)}
        assert lacking - apart - empty == set(), sort


def any_has(archive: Archive, sort: str, name: str) -> bool:
    """Return whether any thing of a sort has a value in a field."""
    things: dict[str, Iterable[object]] = {
        "speaker": (w for _, s in archive.sessions for c in s.contributions for w in c.people),
        "passage": (p for _, p in archive.passages),
        "record": archive.records.values(),
        "session": (s for _, s in archive.sessions),
        "event": archive.events.values(),
        "name": archive.cities.values(),
    }
    return any(getattr(thing, name) for thing in things[sort])


def test_nothing_changed_is_said(before: State) -> None:
    assert "No page is shown differently" in write_summary(compare(before, before))
