"""Find the terms of themes in a passage, and propose themes by them."""

from collections.abc import Mapping

from dialogues.model.entities import Theme
from dialogues.parsing.folding import fold

MOST = 6
"""Themes that one passage can have."""
MOST_PROPOSED = 4


def propose_themes(zh: str, themes: Mapping[str, Theme]) -> dict[str, str]:
    """Return the themes of which a text has the most terms, each with the first of them."""
    found = {
        key: terms
        for key, theme in themes.items()
        if (terms := [term for term in theme.terms if term in fold(zh)])
    }
    best = sorted(found, key=lambda key: -len(found[key]))[:MOST_PROPOSED]
    return {key: found[key][0] for key in best}


def find_term(theme: Theme, zh: str) -> str | None:
    """Return a term of the theme that a text has."""
    usual = fold(zh)
    return next((term for term in theme.terms if term in usual), None)
