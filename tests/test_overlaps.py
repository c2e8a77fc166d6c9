"""Corrections of one passage: each in its place in the original, no two in the same words."""

from dataclasses import dataclass

import pytest

from dialogues.model.sessions import correct, find_overlap


@dataclass(frozen=True)
class Change:
    was: str
    now: str


@pytest.mark.parametrize("order", [1, -1])
def test_each_correction_is_made_in_the_original(order: int) -> None:
    changes = [Change("港口", "港區內的港口"), Change("港區", "市區")][::order]

    assert correct("港口使用岸電，整個港區。", changes) == "港區內的港口使用岸電，整個市區。"
    assert find_overlap("港口使用岸電，整個港區。", changes) is None


def test_corrections_that_overlap_are_found() -> None:
    text = "以岸電取代柴油。"

    assert find_overlap(text, [Change("以岸電取代柴油", "用風力"), Change("取代柴油", "換")]) == 1
    assert find_overlap(text, [Change("取代", "換"), Change("柴油", "油")]) is None
