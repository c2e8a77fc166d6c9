"""The voices of the home page: words of passages, as these are shown, by known speakers."""

from pathlib import Path

import pytest

from dialogues.loading import load_archive, read_archive
from dialogues.rendering.excerpts import cut_around, shorten

FEATURED = "docs/registry/featured.yml"
ENTRY = "  talk-1-2: {zh: 港口使用 5G 網路, en: The port uses a 5G network}\n"


def find_problems(root: Path, old: str, new: str) -> list[str]:
    path = root / FEATURED
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return [problem.path for problem in read_archive(root)[1]]


def test_the_voices_are_those_of_the_file(small: Path) -> None:
    (voice,) = load_archive(small).voices

    assert voice.passage.id == "talk-1-2"
    assert voice.place.contribution.id == "talk-1"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("talk-1-2", "talk-9-9"),
        ("talk-1-2", "q1"),
        ("港口使用 5G", "港口用 5G"),
        ("uses a 5G", "uses the 5G"),
    ],
    ids=["no passage", "a question", "other Chinese", "other English"],
)
def test_a_voice_that_nobody_has_said_so_is_a_problem(small: Path, old: str, new: str) -> None:
    assert find_problems(small, old, new) == [FEATURED]


def test_the_voice_of_a_doubtful_speaker_is_a_problem(small: Path) -> None:
    path = small / "docs/records/2030-harbour-talks/passages.yml"
    text = path.read_text(encoding="utf-8")
    doubt = "  attribution: doubtful\n  note: {zh: 疑, en: In doubt}\n"
    path.write_text(text.replace("talk-1-3:\n", f"{doubt}talk-1-3:\n"), encoding="utf-8")

    assert [problem.path for problem in read_archive(small)[1]] == [FEATURED]


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("A port.", 7, "A port."),
        ("The harbour city", 10, "The…"),
        ("The harbour city", 11, "The harbour…"),
        ("港口，城市", 3, "港口…"),
    ],
)
def test_a_line_ends_with_a_whole_word(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


def test_a_line_around_a_name_begins_with_its_sentence_or_near_it() -> None:
    text = "First. The port of Alpha grows."

    assert cut_around(text, text.index("Alpha"), 40) == "…The port of Alpha grows."
    assert cut_around(text, 0, 40) == text
    assert "Alpha" in cut_around(text, text.index("Alpha"), 12)
    assert cut_around("This application, launched as Alpha", 30, 40) == "…launched as Alpha"
