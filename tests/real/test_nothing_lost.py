"""Nothing of a record is lost: each character is shown once, in order, or left out with a reason."""

import re

import pytest

from dialogues.model.archive import Archive
from dialogues.parsing.structure import Parsed, excerpts_of
from dialogues.reading.records import Folder, find_records, read_folder
from projects import ROOT

RECORDS = find_records(ROOT)


def read(key: str) -> Folder:
    folder, problems = read_folder(ROOT, key)
    assert folder is not None
    assert problems == []
    return folder


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
        starts = [
            min(e.start for e in excerpts_of(element) if e.start >= 0)
            for element in section.elements
        ]
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
        "number-stop": text == ".",
        "fact-colon": text in ("：", ":"),
        "text": text in declared,
    }
    return rules[kind]
