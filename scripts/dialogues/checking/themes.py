"""Check that each theme of a passage is shown by its words."""

from collections.abc import Iterator, Mapping

from dialogues.finding.terms import MOST, find_term
from dialogues.model.entities import Theme
from dialogues.problems import shorten
from dialogues.schemas.record import PassageEntry


def check_themes(entry: PassageEntry, themes: Mapping[str, Theme]) -> Iterator[tuple[str, str]]:
    """Yield, for each rule that the themes of an entry break, the field and what is wrong.

    A theme is shown by one of its terms in the passage, or by words quoted as evidence.
    """
    if entry.themes is None and not entry.proposed:
        rule = "must have `themes`, or `themes: []` where it says nothing itself"
        known = any(find_term(theme, entry.zh) for theme in themes.values())
        none = "none has a term in it: quote `evidence`"
        offered = "`make sync` proposes some for a passage without an entry"
        yield "zh", f"{rule} ({offered if known else none})"
    if len(entry.themes or ()) > MOST:
        yield "themes", f"must be {MOST} at most, and are {len(entry.themes or ())}"
        return
    for field, keys in (("themes", entry.themes or ()), ("proposed", tuple(entry.proposed))):
        if len(set(keys)) < len(keys):
            yield field, "must have each theme once"
        for key in set(keys) - themes.keys():
            yield field, f"must be keys of themes.yml, and one is {key!r}"
    yield from _check_evidence(entry, themes)


def _check_evidence(entry: PassageEntry, themes: Mapping[str, Theme]) -> Iterator[tuple[str, str]]:
    for key in entry.themes or ():
        shown = key in entry.evidence or key not in themes or find_term(themes[key], entry.zh)
        if not shown:
            rule = f"must be shown by a term of themes.yml, and the passage has none of {key!r}"
            yield "themes", f"{rule} (or `evidence: {{{key}: words of the passage}}`)"
    for key, words in entry.evidence.items():
        if key not in (entry.themes or ()):
            yield "evidence", f"must be for a theme of the passage, and {key!r} is none"
        if words not in entry.zh:
            yield "evidence", f"must quote the passage, which does not have {shorten(words)}"
