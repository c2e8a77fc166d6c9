"""Letters of two alphabets in a word: refused where they deceive, and nowhere else."""

import pytest

from dialogues.reading.characters import find_mixed


@pytest.mark.parametrize(
    "text",
    [
        "Rzeszów, Łódź, Gdańsk, Đà Nẵng, İstanbul, Þór",
        "5 μm, 10 kΩ, ΔT, µm, Ω, β",
        "臺北Ｗ與wifi，ＡＢＣ，１２３，ＧＤＰ成長 5％",
        "Αθήνα, Москва, Երևան stand in their own alphabets",
        "使用5G與AIoT；R&D、e-ID、Ph.D.",
    ],
)
def test_what_is_written_rightly_is_none(text: str) -> None:
    assert find_mixed(text) == []


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("in P\u0430ris", "P\u0430ris", "U+0430 CYRILLIC SMALL LETTER A"),
        ("\u0391thens", "\u0391thens", "U+0391 GREEK CAPITAL LETTER ALPHA"),
        ("於wi\uff26i中", "wi\uff26i", "U+FF26 FULLWIDTH LATIN CAPITAL LETTER F"),
        ("\U0001d400I", "\U0001d400I", "U+1D400 MATHEMATICAL BOLD CAPITAL A"),
    ],
)
def test_a_letter_that_passes_for_another_is_named(text: str, word: str, found: str) -> None:
    assert find_mixed(text) == [(word, found)]
