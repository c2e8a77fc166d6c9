"""What a page says to machines that read (JSON-LD) is true, and in the page's language."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from conftest import ADDRESS
from dialogues.data.words import statements
from dialogues.finding.characters import HAN
from dialogues.model.archive import Archive
from dialogues.model.entities import LANGUAGES
from dialogues.rendering.excerpts import fit_description, fit_title
from dialogues.rendering.site import Site

CHINESE = re.compile(f"[{HAN}]")


def describe_sessions(site: Site) -> Iterator[Any]:
    """Yield what the pages of all sessions say."""
    for event, session in site.archive.sessions:
        record = site.archive.records[session.record]
        yield from site.linked_data.describe_session(event, session, record, "x")


def find_nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Yield a node and all within it."""
    if isinstance(node, list):
        for each in node:
            yield from find_nodes(each)
    elif isinstance(node, dict):
        yield node
        yield from find_nodes(list(node.values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_answers_is_who_the_record_says(whole: Site, language: str) -> None:
    """Somebody unnamed has an office and those it is held for, and no name of ours."""
    nodes = list(find_nodes(list(describe_sessions(replace(whole, language=language)))))
    authors = [node["author"] for node in nodes if "author" in node]

    assert len(authors) > 10
    for author in authors:
        named = {"name", "url", "@id"} <= author.keys()
        assert named != ({"jobTitle", "affiliation"} <= author.keys()), author
        assert author["@type"] == "Person" if "jobTitle" in author else named
        said = json.dumps(author, ensure_ascii=False)
        assert bool(CHINESE.search(said)) == (language == "zh"), said


def test_somebody_unnamed_is_no_organization(whole: Site) -> None:
    nodes = find_nodes(list(describe_sessions(replace(whole, language="en"))))
    (answer,) = [node for node in nodes if node.get("url", "").endswith("#eurasia-q1-2")]

    assert answer["author"]["jobTitle"] == "Regional Councillor"
    assert [body["name"] for body in answer["author"]["affiliation"]] == ["Vysočina Region"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_and_answer_says_what_it_is(whole: Site, language: str) -> None:
    nodes = find_nodes(list(describe_sessions(replace(whole, language=language))))
    said = [node for node in nodes if node.get("@type") in ("Question", "Answer")]
    tag, words = {"zh": ("zh-Hant", "非逐字稿"), "en": ("en", "unofficial translation")}[language]

    assert len(said) > 10
    for node in said:
        assert node["inLanguage"] == tag
        assert words in node["description"]
        assert node["@id"] == node["url"]
        assert "/records/" in node["isBasedOn"]["@id"]


def test_english_that_is_not_there_is_not_said_to_be(archive: Archive) -> None:
    site = replace(Site.of(archive, address=ADDRESS), language="en")
    event, session = next(pair for pair in archive.sessions if pair[1].questions)
    first = session.questions[0]
    untranslated = replace(first, passage=replace(first.passage, en=None))
    parts = tuple(untranslated if part is first else part for part in session.parts)
    record = archive.records[session.record]
    nodes = site.linked_data.describe_session(event, replace(session, parts=parts), record, "x")
    asked = next(node for node in nodes if node["@type"] == "Question")

    assert asked["inLanguage"] == "zh-Hant"
    assert "translation" not in str(asked["description"])


def test_an_event_says_its_place_where_a_record_names_one(whole: Site) -> None:
    for event, session in whole.archive.sessions:
        record = whole.archive.records[session.record]
        node: Any
        node, *_ = whole.linked_data.describe_session(event, session, record, "x")
        assert ("location" in node) == bool(event.place)
        if event.place:
            assert node["location"]["name"] == event.place.zh
            assert node["location"]["containedInPlace"]["name"] == event.city.name.zh


def test_the_data_say_who_made_them_and_may_be_used(data: dict[str, str]) -> None:
    part = data["en/data/_dataset.md"]
    (node,) = json.loads(part[part.index("{") : part.rindex("}") + 1])["@graph"]

    assert node["license"].endswith("MIT.html")
    assert node["creator"]["name"] == "The City Dialogues maintainers"
    assert statements()["rights"].en in node["description"]
    files = {file["contentUrl"]: file for file in node["distribution"]}
    assert files[f"{ADDRESS}data/passages.csv"]["encodingFormat"] == "text/csv"
    for address, file in files.items():
        content = data[address.removeprefix(ADDRESS)]
        size = len(content.encode()) if isinstance(content, str) else len(content)
        assert file["contentSize"] == f"{-(-size // 1000)} kB"


def test_a_title_has_the_room_that_searches_give_it() -> None:
    assert fit_title("Prague", "City Dialogues") == "Prague - City Dialogues"
    assert fit_title("x" * 44, "City Dialogues") == "x" * 44
    long = fit_title("word " * 20, "City Dialogues")
    assert len(long) <= 60
    assert long.endswith("word…")


def test_a_description_ends_where_a_sentence_does() -> None:
    assert fit_description("One. Two.") == "One. Two."
    assert fit_description("One. " + "two " * 50) == "One."
    assert fit_description("一。" + "二" * 200) == "一。"
    assert len(fit_description("two " * 50)) <= 160
