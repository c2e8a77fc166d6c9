"""Excerpts keep the place of each character."""

import pytest

from dialogues.parsing.excerpts import INSERTED, Excerpt, concatenate, join


def test_parts_know_where_they_stand() -> None:
    excerpt = Excerpt.of("  ab\tcd ", start=10)

    assert [(part.text, part.offsets[0]) for part in excerpt.split("\t")] == [
        ("  ab", 10),
        ("cd ", 15),
    ]
    assert excerpt.strip() == Excerpt("ab\tcd", (12, 13, 14, 15, 16))
    assert concatenate([excerpt[2:4], excerpt[5:7]]).offsets == (12, 13, 15, 16)
    assert excerpt.start == 10


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("大數據疫", "調專案", "大數據疫調專案"),
        ("Moscow Agency", "of Innovations", "Moscow Agency of Innovations"),
        ("採用", "AI", "採用AI"),
        ("Başkent", "Mobil", "Başkent Mobil"),
        ("App，", "For", "App，For"),
        ("Head of Department,", "City of X", "Head of Department, City of X"),
        ("Parking", "(lots)", "Parking (lots)"),
        ("smart-", "city", "smart-city"),
        ("A/", "B", "A/B"),
        ("", "x", "x"),
    ],
)
def test_a_page_break_takes_the_space_between_latin_words_alone(
    before: str, after: str, joined: str
) -> None:
    result = join(Excerpt.of(before), Excerpt.of(after, 100))

    assert result.text == joined
    assert [o for o in result.offsets if o != INSERTED] == [
        *range(len(before)),
        *range(100, 100 + len(after)),
    ]
