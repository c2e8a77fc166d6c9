"""What the two files of a search's index hold, and that nothing is lost between them."""

import json
from dataclasses import replace

import pytest

from dialogues.model.archive import Archive
from dialogues.rendering.search import render_search
from dialogues.rendering.search_names import list_groups, list_regions
from dialogues.rendering.search_other import (
    divide_script,
    divide_words,
    is_in_script,
    is_typed_or_said,
    squeeze,
)
from dialogues.rendering.site import Site


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_and_no_synonym_is_lost_between_the_files(archive: Archive, language: str) -> None:
    site = replace(Site.of(archive), language=language)
    index, other = (json.loads(text) for _, text in render_search(site))

    whole = [entry[1:] for group in list_groups(site).values() for entry in group]
    whole += [names for names, _ in list_regions(site)]
    found = [entry[1:] for group in index["groups"].values() for entry in group]
    found += [names for names, _ in index["regions"]]
    for number, *names in other["names"]:
        found[number] += names
    assert [*map(sorted, found)] == [*map(sorted, whole)]
    assert [names[0] for names in found] == [names[0] for names in whole]

    both = zip(index["synonyms"], other["synonyms"], strict=True)
    words = [sorted(own + more) for own, more in both]
    meant = ({s.zh, s.en, *s.also} for s in archive.synonyms)
    assert words == [*map(sorted, meant)]
    assert index["made"] == other["made"]


def test_a_word_stays_that_its_script_finds_or_the_texts_have() -> None:
    is_own = is_typed_or_said("zh", ["布拉格的 Cafè"])

    words = ["Prague", "布拉格", "CAFE", "Praha", "Prag"]
    assert divide_words(words, is_own, needed="Praha") == (
        ["Prague", "布拉格", "CAFE", "Praha"],
        ["Prag"],
    )
    assert divide_words(["flood", "水災", "deluge"], is_in_script("en")) == (
        ["flood", "deluge"],
        ["水災"],
    )


def test_pairs_stay_of_characters_that_a_text_has_or_that_are_like_them() -> None:
    assert divide_script("觀观観观車车", "觀光") == ("觀观観观", "車车")
    assert divide_script("觀观車车", "观光") == ("觀观", "車车")


def test_what_is_not_shown_goes_without_what_only_binds() -> None:
    assert squeeze(["我們的停車場，5 個"]) == ["停車場"]
    assert squeeze(["The car, the bus", "the bus", "the tram", "the tram"]) == ["car", "", "", ""]
