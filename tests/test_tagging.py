"""Themes of an entry: shown by the words of the passage, proposed by them, accepted by somebody."""

import pytest

from dialogues.checking.themes import check_themes
from dialogues.finding.terms import MOST, MOST_PROPOSED, propose_themes
from dialogues.model.entities import Bilingual, Theme
from dialogues.schemas.record import PassageEntry


def theme(key: str, *terms: str) -> Theme:
    words = Bilingual(key, key)
    return Theme(key=key, name=words, scope=words, iso=5, sdg=9, terms=terms)


THEMES = {
    key: theme(key, *terms)
    for key, terms in {
        "mobility": ["公車", "停車"],
        "energy": ["太陽能"],
        "data": ["數據"],
        "health": ["醫療"],
        "safety": ["警方"],
    }.items()
}


@pytest.mark.parametrize(
    ("entry", "messages"),
    [
        ({"themes": ["mobility"]}, []),
        ({"themes": []}, []),
        ({"proposed": {"mobility": "公車"}}, []),
        ({"themes": ["energy"], "evidence": {"energy": "電動"}}, []),
        ({}, ["zh must have `themes`"]),
        ({"themes": ["energy"]}, ["themes must be shown by a term"]),
        ({"themes": ["mobility", "mobility"]}, ["themes must have each theme once"]),
        ({"themes": ["parks"]}, ["themes must be keys of themes.yml"]),
        ({"proposed": {"parks": "公園"}}, ["proposed must be keys of themes.yml"]),
        (
            {"themes": ["mobility"], "evidence": {"energy": "電動"}},
            ["evidence must be for a theme of the passage"],
        ),
        (
            {"themes": ["energy"], "evidence": {"energy": "風力"}},
            ["evidence must quote the passage"],
        ),
        ({"themes": [*THEMES] * 2}, [f"themes must be {MOST} at most, and are 10"]),
    ],
)
def test_themes_are_shown_by_the_passage(entry: dict[str, object], messages: list[str]) -> None:
    checked = PassageEntry.model_validate({"zh": "電動公車"} | entry)

    found = [f"{field} {message}" for field, message in check_themes(checked, THEMES)]

    assert len(found) == len(messages)
    assert all(a.startswith(b) for a, b in zip(found, messages, strict=True))


def test_the_themes_of_most_terms_are_proposed() -> None:
    text = "公車與停車場的數據，醫療、太陽能，警方"

    proposed = propose_themes(text, THEMES)

    assert len(proposed) == MOST_PROPOSED
    assert next(iter(proposed.items())) == ("mobility", "公車")
    assert propose_themes("無", THEMES) == {}
