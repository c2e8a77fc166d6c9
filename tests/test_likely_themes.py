"""Themes that a draft proposes: by a term of them, else by a word that lies near."""

from dialogues.contributing.likely_themes import propose_likely_themes
from test_tagging import theme

THEMES = {
    key: theme(key, *terms)
    for key, terms in {
        "mobility": ("公車",),
        "environment": ("綠化",),
        "participation": (),
        "industry-startups": ("產業發展",),
    }.items()
}


def test_a_theme_is_proposed_by_a_term_else_by_a_word_near_it() -> None:
    assert propose_likely_themes("公車沿著樹木行駛。", THEMES) == {"mobility": "公車"}
    assert propose_likely_themes("居民一起種下樹木。", THEMES, "樹木。行道樹。") == {
        "environment": "樹木"
    }
    assert propose_likely_themes("居民一起種下樹木。", THEMES, "居民。志工。") == {
        "participation": "居民"
    }
    assert propose_likely_themes("無。", THEMES) == {}


def test_a_number_of_things_is_no_term() -> None:
    themes = {**THEMES, "privacy": theme("privacy", "個資")}

    assert propose_likely_themes("五個資源站。", themes) == {}
    assert propose_likely_themes("蒐集個資。", themes) == {"privacy": "個資"}


def test_the_office_of_who_speaks_is_no_subject() -> None:
    assert propose_likely_themes("產業發展局局長表示，好。", THEMES) == {}
    assert propose_likely_themes("產業發展很好。", THEMES) == {"industry-startups": "產業發展"}
