"""Thousands of damaged records: no word stands under one who did not say it."""

from collections import Counter

import pytest

from dialogues.parsing.excerpts import Excerpt, concatenate
from mutants.cases import read_cases
from mutants.judging import Case, Verdict, judge, tabulate
from mutants.making import judge_mutants
from mutants.truth import Mutant, find_shown

NUMBER = 400
"""Of each run of the tests; the attack tries thousands."""


@pytest.fixture(scope="module")
def found() -> list[tuple[str, Verdict, str]]:
    """Return the kind of each mutant, what becomes of it, and the words that are wrong."""
    return list(judge_mutants(NUMBER))


@pytest.mark.slow
def test_no_mutant_has_words_under_another_while_the_source_shows_whose_they_are(
    found: list[tuple[str, Verdict, str]],
) -> None:
    counts = Counter(verdict for _, verdict, _ in found)

    wrong = [f"{kind}: {words}" for kind, verdict, words in found if verdict in ("wrong", "lost")]
    assert wrong == []
    print(tabulate((kind, verdict) for kind, verdict, _ in found))
    assert counts["right"] >= NUMBER // 4, "a parser that refuses everything is of no use"


@pytest.mark.slow
def test_kinds_of_damage_to_labels_that_are_read_and_not_refused(
    found: list[tuple[str, Verdict, str]],
) -> None:
    read = {"label and words on one line", "label in bold type", "label with a number"}
    judged = {(kind, verdict) for kind, verdict, _ in found if kind in read}

    assert judged == {(kind, "right") for kind in read}


def a_case(name: str) -> Case:
    return next(case for case in read_cases() if case.name == name)


def test_words_under_another_are_seen() -> None:
    """Plant the fault: what stands behind 王主任 is given out as words of the speaker before."""
    case = a_case("panel")
    whole = Excerpt.of(case.text)
    place = case.text.index("本處贊成")
    other = case.text.index("請說明經費")
    moved = [whole[:place], whole[other : other + 3], whole[place:other], whole[other + 3 :]]
    mutant = Mutant("planted", concatenate(moved), visible=frozenset(range(other, other + 3)))

    assert judge(case, mutant)[0] == "wrong"


def test_a_label_that_is_gone_shows_nobody() -> None:
    case = a_case("panel")
    whole = Excerpt.of(case.text)
    start = case.text.index("王主任：")
    mutant = Mutant("planted", whole[:start] + whole[start + 4 :])

    assert case.text.index("本處贊成") not in find_shown(mutant, case.turns)
    assert case.text.index("請說明經費") in find_shown(mutant, case.turns)
