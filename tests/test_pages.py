"""Pages of the archive as texts: goldens that a person can read, and what no page may lack."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from lxml.html import fragment_fromstring

from conftest import Golden
from dialogues.loading import load_archive
from dialogues.model.archive import Archive
from dialogues.model.entities import Bilingual
from dialogues.model.sessions import Contribution, Part
from dialogues.problems import ProblemsFound
from dialogues.rendering.pages import render_page, render_site
from dialogues.rendering.site import Site
from dialogues.rendering.templating import render
from dialogues.rendering.words import Words, wording

SORTS = ("people_", "organizations_", "initiatives_")
PAYLOAD = "<img src=x onerror=alert(1)>[x](javascript:1)*b*"


class Pages(dict[str, str]):
    """Pages by their paths, each rendered when it is asked for."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self.site = site

    def __missing__(self, path: str) -> str:
        return self.setdefault(path, render_page(self.site, path) or "")


@pytest.fixture(scope="module")
def pages(archive: Archive) -> Pages:
    return Pages(Site.of(archive))


@pytest.mark.parametrize("path", ["events/2022-industry-forum/index.md", "cities/rzeszow.md"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_as_accepted(
    pages: Mapping[str, str], language: str, path: str, golden: Golden
) -> None:
    golden.check(f"pages/{language}/{path}", pages[f"{language}/{path}"])


def test_both_languages_have_the_same_pages(small: Path) -> None:
    pages = render_site(Site.of(load_archive(small)))
    paths = {
        language: {p[3:] for p in pages if p.startswith(language)} for language in ("zh", "en")
    }

    assert paths["zh"] == paths["en"] | {"citing/citations.json"}  # of both languages


def test_every_contribution_is_on_its_event_and_on_all_its_cities(
    archive: Archive, pages: Mapping[str, str]
) -> None:
    for place in archive.places:
        session, contribution = place.session, place.contribution
        for city in contribution.cities:
            anchored = f"#{session.record}--{contribution.id}" in pages[f"zh/cities/{city.key}.md"]
            assert anchored == bool(contribution.speaker)  # who is pictured has lines, with links
            for passage in contribution.passages:
                path = posixpath.relpath("events/x", "cities").removesuffix("x") + session.event
                link = f"{path}/{session.id if len(archive.events[session.event].sessions) > 1 else 'index'}.md#{passage.id}"
                assert link in pages[f"en/cities/{city.key}.md"]


def test_those_who_stand_for_a_country_are_on_the_index_of_cities(
    archive: Archive, pages: Mapping[str, str]
) -> None:
    for place in archive.places:
        for who in place.contribution.people:
            if who.country:
                assert f"#{place.contribution.id}" in pages["zh/cities/index.md"]


def test_words_of_the_interface_are_all_used_in_both_languages() -> None:
    package = Path(render.__code__.co_filename).parents[1]
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in package.rglob("*")
        if path.suffix in (".jinja", ".py")
    )
    dynamic = ("kind_", "city_", "state_", "count_", "initiative_", "region_", "english_", "turn_")
    unused = [k for k in wording() if f'"{k}"' not in code and not k.startswith((*dynamic, *SORTS))]

    assert unused == []
    assert all(set(words) == {"zh", "en"} for words in wording().values())


def test_the_repository_is_where_corrections_lead(archive: Archive) -> None:
    site = Site.of(archive, "https://example.org/a/b/")
    page = render_page(site, "zh/events/2022-industry-forum/index.md") or ""

    path = "docs/records/2022-industry-forum/passages.yml"
    assert f"(https://example.org/a/b/edit/main/{path}#L4)" in page


def test_a_translated_passage_stands_beside_one_that_is_not(small: Path) -> None:
    page = render_site(Site.of(load_archive(small)))["en/events/2030-harbour/index.md"]

    assert (
        "2.</span> 與[乙市](../../cities/beta.md)合作。\n{ .text lang=zh-Hant }\n\nNot yet in English\n{ .state }"
        in page
    )
    assert (
        "3.</span> An innovative [R&#38;D centre](../../initiatives/centre.md).\n{ .text }\n\n"
        "創新的 R&#38;D 中心。\n{ .other lang=zh-Hant }" in page
    )
    assert page.count("English: unofficial machine translation\n{ .facts }") == 1
    assert page.count("{ .state }") == page.count("Not yet in English") == 1


def test_where_its_english_is_of_several_states_each_passage_says_its_own(small: Path) -> None:
    path = small / "docs/records/2030-harbour-talks/passages.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "  state: {en: reviewed}\n", encoding="utf-8")
    page = render_site(Site.of(load_archive(small)))["en/events/2030-harbour/index.md"]

    assert "English: unofficial translation\n{ .facts }" in page
    assert page.count("Unofficial machine translation\n{ .state }") == 5
    assert page.count("Unofficial translation, reviewed\n{ .state }") == 1


def test_the_state_of_each_record_is_counted(small: Path) -> None:
    page = render_site(Site.of(load_archive(small)))["en/records/index.md"]

    table = fragment_fromstring(page, create_parent=True).find(".//table")
    named, counted = (
        [cell.text_content() for cell in row.iter("th", "td")][1:] for row in table.iter("tr")
    )
    counts = dict(zip(named, counted, strict=True))
    assert (counts["Passages"], counts["Translated"]) == ("7", "6 85 %")
    assert (counts["Translation reviewed"], counts["Chinese proofread"]) == ("0", "0")


def test_a_correction_shows_what_stood_there(small: Path) -> None:
    path = small / "docs/records/2030-harbour-talks/passages.yml"
    correction = (
        "  corrections:\n    - was: 岸電\n      now: 岸上電力\n      why: {zh: 用語, en: usage}\n"
        "      by: A\n      date: 2030-06-01\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + correction, encoding="utf-8")

    page = render_site(Site.of(load_archive(small)))["zh/events/2030-harbour/index.md"]

    mark = '<a class="mark" href="#q1-1-1--corrected">更正</a>'
    assert f"\n以岸上電力取代柴油。 {mark}\n{{ .text }}\n" in page
    assert "更正：原文作「岸電」，此處改為「岸上電力」。用語" in page


def test_text_of_every_field_is_escaped(small: Path) -> None:
    """Put a payload into fields that pages show, and look for it unescaped in any page.

    All fields, with all that hurts, and built: test_hurting.
    """
    pages = render_site(Site.of(hostile_archive(load_archive(small))))
    for path in [path for path in pages if path.endswith(".md")]:
        text = pages[path]
        page, _, data = text.split("\n---\n", 1)[-1].partition(
            '\n<script type="application/ld+json">'
        )
        assert data.count("<") <= 1, path
        assert PAYLOAD not in text, path
        assert "<img" not in page, path
        assert "](javascript" not in page, path


def hostile_archive(archive: Archive) -> Archive:
    words = Bilingual(PAYLOAD, PAYLOAD)
    events = {}
    for key, event in archive.events.items():
        sessions = tuple(
            replace(session, title=words, note=words, parts=tuple(map(_hostile, session.parts)))
            for session in event.sessions
        )
        events[key] = replace(event, title=words, place=words, sessions=sessions)
    cities = {key: replace(city, name=words) for key, city in archive.cities.items()}
    records = {
        key: replace(record, title=words, issuer=replace(record.issuer, name=words))
        for key, record in archive.records.items()
    }
    return replace(archive, events=events, cities=cities, records=records)


def _hostile(part: Part) -> Part:
    words = Bilingual(PAYLOAD, PAYLOAD)
    if not isinstance(part, Contribution):
        return part
    speaker = part.speaker and replace(part.speaker, label=PAYLOAD, role=words, note=words)
    passages = tuple(
        replace(p, original=PAYLOAD, marker=PAYLOAD, note=words) for p in part.passages
    )
    return replace(part, number=PAYLOAD, speaker=speaker, passages=passages)


def test_a_template_that_names_what_is_not_there_fails() -> None:
    with pytest.raises(UndefinedError):
        render("home_events", events=[object()])


def test_words_that_are_not_there_are_asked_for() -> None:
    for say in (Words("zh").say, Words("zh").plain):
        with pytest.raises(ProblemsFound, match=r"wording\.yml:1: .*'no_such' has none in zh"):
            say("no_such")


def test_words_in_brackets_stand_apart_from_what_they_follow() -> None:
    assert Words("en").say("in_brackets", words="a") == " (a)"
    assert Words("zh").say("in_brackets", words="a") == "（a）"


def test_a_title_is_cut_where_a_name_in_it_ends_alone() -> None:
    titles = {
        "2022 智慧城市首長高峰會與女性領袖峰會": ["2022 智慧城市首長高峰會", "與女性領袖峰會"],
        "博覽會智慧城市產業座談會會談紀錄": ["博覽會", "智慧城市產業座談會", "會談紀錄"],
        "2021 CTALK 城市交流會議": ["2021 CTALK 城市交流會議"],
        "<會與會長>": ["&#60;會", "與會長&#62;"],
    }
    for title, parts in titles.items():
        assert Words("zh").title(Bilingual(title, "")).split("<wbr>") == parts


def test_each_name_is_a_link_once_in_a_contribution_and_not_on_its_own_page(
    archive: Archive,
) -> None:
    site = Site.of(archive)
    taipei = archive.cities["taipei"]
    for view in (site.view_of("index.md"), site.view_of(taipei.path)):
        for contribution in (place.contribution for place in archive.places):
            text = " ".join(text for _, text, _ in view.texts(contribution))
            targets = re.findall(r"\]\(([^)]+\.md)\)", text)
            assert len(targets) == len(set(targets)), contribution.id
            assert not re.search(r"\[[^\]]*\[", text), contribution.id
            if view.path.endswith(taipei.path):
                assert "taipei.md" not in targets


def test_the_longest_name_is_the_link_and_what_is_printed_as_an_address_is_one(
    small: Path,
) -> None:
    archive = load_archive(small)
    page = render_site(Site.of(archive))["zh/events/2030-harbour/index.md"]

    assert "創新的 [R&#38;D 中心](../../initiatives/centre.md)。" in page
    assert '<a href="https://example.org/harbour">https://example.org/harbour</a>' in page


def test_who_is_not_recorded_as_answering_and_what_refers_to_what_is_shown(small: Path) -> None:
    page = render_site(Site.of(load_archive(small)))["en/events/2030-harbour/index.md"]

    assert (
        "Not recorded as answering: [Director, Harbour Office, Beta](../../cities/beta.md)" in page
    )
    assert "Refers to: [Wang Xiao-ming, Mayor, Alpha (talk-1-2)](index.md#talk-1-2)" in page
    assert "Referred to by: [Wang Xiao-ming, Mayor, Alpha (q1-1-1)](index.md#q1-1-1)" in page
