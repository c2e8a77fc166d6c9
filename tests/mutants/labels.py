"""What damages a label, the colon behind it, and what stands between it and the words."""

import re
from collections.abc import Callable
from random import Random

from dialogues.parsing.excerpts import Excerpt
from mutants.judging import Case
from mutants.putting import Damage, Text
from mutants.truth import Mutant, Turn

ALIKE = "︰∶﹕꞉；;"
NUMBERS = ("1. ", "一、", "(1)", "（二）", "３．", "- ", "• ", "## ", "09:30 ", "壹、")
TAGS = r"(?:\s|</?(?:p|ol|li)[^<>]*>)*"
BETWEEN = re.compile(rf"(\**\s*)([：:]?)({TAGS})")


def named_lines(case: Case) -> list[Turn]:
    """Return the turns whose label stands before their words, in no cell of its own."""
    found = []
    for turn in case.turns:
        end = max(turn.marker, default=0) + 1
        if turn.speaker and len(turn.marker) > 1 and re.match(r"\**\s*[：:]", case.text[end:]):
            found.append(turn)
    return found


def _change_label(kind: str, change: Callable[[Text, Excerpt, Excerpt, Random], Excerpt]) -> Damage:
    """Return the damage of a label and what stands between it and the words."""

    def damage(case: Case, random: Random) -> Mutant | None:
        turns = named_lines(case)
        if not turns:
            return None
        text, turn = Text(case), random.choice(turns)
        start, end = turn.marker[0], turn.marker[-1] + 1
        between = BETWEEN.match(case.text, end)
        assert between
        label, gap = text.whole[start:end], text.whole[end : between.end()]
        changed = change(text, label, gap, random)
        return text.mutate(kind, text.whole[:start], changed, text.whole[between.end() :])

    return damage


def _colon(gap: Excerpt) -> int:
    return next(i for i, char in enumerate(gap.text) if char in "：:")


def _on_one_line(_text: Text, label: Excerpt, gap: Excerpt, _: Random) -> Excerpt:
    return label + gap[: _colon(gap) + 1]


def _page_break(text: Text, label: Excerpt, gap: Excerpt, random: Random) -> Excerpt:
    cut = random.choice(["\n\n", "\n\n\n", "\n\n提問\t回答\n\t", "\n\n\t"])
    return label + gap[: _colon(gap) + 1] + text.put(cut)


def _no_colon(text: Text, label: Excerpt, gap: Excerpt, random: Random) -> Excerpt:
    place = _colon(gap)
    rest = gap[place + 1 :] if random.random() < 0.5 else text.put(random.choice(["", " "]))
    return label + gap[:place] + rest


def _colon_alike(text: Text, label: Excerpt, gap: Excerpt, random: Random) -> Excerpt:
    place = _colon(gap)
    rest = gap[place + 1 :] if random.random() < 0.5 else text.put("")
    return label + gap[:place] + text.put(random.choice(ALIKE)) + rest


def _numbered(text: Text, label: Excerpt, gap: Excerpt, random: Random) -> Excerpt:
    rest = gap if random.random() < 0.5 else gap[: _colon(gap) + 1]
    return text.put(random.choice(NUMBERS)) + label + rest


def _bold(text: Text, label: Excerpt, gap: Excerpt, random: Random) -> Excerpt:
    place = _colon(gap) + 1
    rest = gap[place:] if random.random() < 0.5 else text.put("")
    if random.random() < 0.5:
        return text.put("**") + label + gap[:place] + text.put("**") + rest
    return text.put("**") + label + text.put("**") + gap[:place] + rest


def _aside(text: Text, label: Excerpt, gap: Excerpt, random: Random) -> Excerpt:
    if random.random() < 0.3:
        return text.put("【") + label + text.put("】") + gap
    return label + text.put(random.choice(["(書面意見)", "（代）", "（續）", "發言"])) + gap


def _doubled(_text: Text, label: Excerpt, gap: Excerpt, _: Random) -> Excerpt:
    return label + gap[: _colon(gap) + 1] + label + gap


def _spaced(text: Text, label: Excerpt, gap: Excerpt, random: Random) -> Excerpt:
    place = random.randrange(1, len(label.text))
    return label[:place] + text.put(random.choice([" ", "　", "  "])) + label[place:] + gap


def _cut_label(text: Text, label: Excerpt, gap: Excerpt, random: Random) -> Excerpt:
    place = random.randrange(1, len(label.text))
    return label[:place] + text.put(random.choice(["\n\n\t", "\n\n\n", "\n"])) + label[place:] + gap


def glue(case: Case, random: Random) -> Mutant | None:
    """Take away what stands between a label and the words before it."""
    turns = [t for t in named_lines(case) if case.text[: t.marker[0]].strip()]
    if not turns:
        return None
    text, turn = Text(case), random.choice(turns)
    start = turn.marker[0]
    before = re.search(rf"{TAGS}[#*• -]*$", case.text[:start])
    assert before
    return text.mutate(
        "glued to the sentence before", text.whole[: before.start()], text.whole[start:]
    )


LABELS: tuple[Damage, ...] = (
    _change_label("label and words on one line", _on_one_line),
    _change_label("page break behind a label", _page_break),
    _change_label("colon lost", _no_colon),
    _change_label("sign that looks like a colon", _colon_alike),
    _change_label("label with a number", _numbered),
    _change_label("label in bold type", _bold),
    _change_label("label with an aside", _aside),
    _change_label("label doubled", _doubled),
    _change_label("space within a label", _spaced),
    _change_label("label cut by a line end", _cut_label),
    glue,
)
