"""The frozen records are parsed as a person has read and accepted."""

import pytest

from conftest import Golden
from dialogues.model.archive import Archive
from dialogues.parsing.structure import (
    Fact,
    Heading,
    Item,
    Question,
)
from dialogues.reading.records import Folder, find_records, read_folder
from projects import FROZEN

RECORDS = find_records(FROZEN)

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
    folder, problems = read_folder(FROZEN, key)
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
