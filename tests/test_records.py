"""The records: the ids of the first five (docs/addresses.txt keeps those of all), and nothing of them lost."""

import re

import pytest

from conftest import ROOT, Golden
from dialogues.archive import Archive
from dialogues.parsing.structure import (
    Fact,
    Heading,
    Item,
    Parsed,
    Question,
    excerpts_of,
)
from dialogues.records import Folder, find_records, read_folder

RECORDS = find_records(ROOT)

IDS = {
    "2022-mayors-summit": [
        *(f"eurasia-{n}" for n in range(1, 11)),
        "eurasia-q1",
        "eurasia-q1-1",
        "eurasia-q1-2",
        *(f"americas-asia-{n}" for n in range(1, 11)),
        *(f"women-leaders-{n}" for n in range(1, 4)),
    ],
    "2021-ctalk-innovation": [
        *(f"talk-{n}" for n in range(1, 7)),
        "q1",
        *(f"q1-{n}" for n in range(1, 5)),
    ],
    "2021-ctalk-digital-governance": [
        *(f"talk-{n}" for n in range(1, 6)),
        *("q1", "q1-1", "q2", "q2-1", "q3", "q3-1", "q3-2", "q3-3", "q4", "q4-1", "q4-2", "q4-3"),
    ],
    "2022-industry-forum": ["q1", "q1-1", "q1-2", "q1-3", "q2", "q2-1", "q2-2", "q2-3"],
    "2021-mayors-summit-news-release": [
        *("p-1", "p-2", "p-3", "p-4-1", "p-4-2", "p-4-3", "p-4-4", "p-4-5"),
        *("p-5-1", "p-5-2", "p-6-1", "p-6-2", "p-6-3", "live"),
        *(f"fig-{n}" for n in range(1, 9)),
    ],
}


def read(key: str) -> Folder:
    folder, problems = read_folder(ROOT, key)
    assert folder is not None
    assert problems == []
    return folder


@pytest.mark.parametrize("key", IDS)
def test_ids_are_those_that_were_published(key: str) -> None:
    elements = [e for section in read(key).parsed.sections for e in section.elements]

    assert [e.id for e in elements if isinstance(e, Item | Question)] == IDS[key]


def test_the_release_reports_eleven_people_and_two_captions_name_thirty_two(
    archive: Archive,
) -> None:
    (session,) = archive.records["2021-mayors-summit-news-release"].sessions
    speakers = {c.speaker.person for c in session.contributions if c.speaker}
    pictured = {c.id: len(c.pictured) for c in session.contributions if c.kind == "caption"}

    assert len(speakers) == 11
    assert pictured == {
        "fig-1": 1,
        "fig-2": 1,
        "fig-3": 2,
        "fig-4": 2,
        "fig-5": 4,
        "fig-6": 0,
        "fig-7": 15,
        "fig-8": 17,
    }


@pytest.mark.parametrize("key", RECORDS)
def test_every_name_of_a_list_in_a_caption_is_pictured(key: str, archive: Archive) -> None:
    for session in archive.records[key].sessions:
        for contribution in session.contributions:
            if contribution.kind == "caption":
                text = contribution.passages[0].original
                listed = re.search(r"\((?:[^()]*：)?([^()]*、[^()]*)\)$", text)
                if listed:
                    assert [who.label for who in contribution.pictured] == listed[1].split("、")


@pytest.mark.parametrize("key", RECORDS)
def test_every_character_is_shown_once_or_left_out_with_its_reason(key: str) -> None:
    folder = read(key)
    text, parsed = folder.source.text, folder.parsed

    places = [*shown_places(parsed), *(p for left in parsed.left_out for p in left.text.offsets)]
    assert sorted(place for place in places if place >= 0) == list(range(len(text)))

    why = {omission.text for omission in folder.entry.left_out.texts}
    for left in parsed.left_out:
        assert left.kind in {*folder.entry.left_out.kinds, "text"}
        assert is_artefact(left.kind, left.text.text, why, folder), left


@pytest.mark.parametrize("key", RECORDS)
def test_characters_are_shown_in_the_order_of_the_source(key: str) -> None:
    for section in read(key).parsed.sections:
        starts = [min(e.start for e in excerpts_of(element) if e) for element in section.elements]
        assert starts == sorted(starts)
        for element in section.elements:
            for excerpt in excerpts_of(element):
                known = [place for place in excerpt.offsets if place >= 0]
                assert known == sorted(known)


@pytest.mark.parametrize("key", RECORDS)
def test_corrections_undone_are_the_source(key: str, archive: Archive) -> None:
    for session in archive.records[key].sessions:
        for passage in session.passages:
            text = passage.zh
            for correction in reversed(passage.corrections):
                text = text.replace(correction.now, correction.was, 1)
            assert text == passage.original


@pytest.mark.parametrize("key", RECORDS)
def test_parsed_as_accepted(key: str, golden: Golden) -> None:
    folder = read(key)
    lines = []
    for section in folder.parsed.sections:
        lines.append(f"=== {section.session}")
        for element in section.elements:
            match element:
                case Heading(text):
                    lines.append(f"\nheading: {text}")
                case Fact(name, value):
                    lines.append(f"fact: {name} = {value}")
                case Question(id_, block):
                    lines.append(f"\n{id_} question {block.marker}\n  {block.body}")
                case Item(id_, kind, number, label, blocks):
                    lines.append(f"\n{id_} {kind} {number} {label}".rstrip())
                    for block in blocks:
                        line = folder.source.line_of(block.body.start)
                        indent = "  " * (block.level + 1)
                        lines.append(f"{indent}[{line}] {block.marker} {block.body}")
    golden.check(f"parsed/{key}.txt", "\n".join(lines) + "\n")


def shown_places(parsed: Parsed) -> list[int]:
    return [
        place
        for section in parsed.sections
        for element in section.elements
        for excerpt in excerpts_of(element)
        for place in excerpt.offsets
    ]


def is_artefact(kind: str, text: str, declared: set[str], folder: Folder) -> bool:
    """Tell, by rules of the test's own, whether a text is of the kind that it was left out as."""
    tag = r"</?(p|ol|li)( style=\"[^\"]*\")?>|[-•<>#*]+"
    rules = {
        "spacing": not text.strip(),
        "markup": bool(re.fullmatch(tag, text)),
        "column-headings": set(text.split("\t")) <= set(folder.entry.columns),
        "separator-row": set(text) <= set("-\t"),
        "label-colon": text in ("：", ":"),
        "fact-colon": text in ("：", ":"),
        "text": text in declared,
    }
    return rules[kind]
