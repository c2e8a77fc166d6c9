"""What the measures grow the records with is valid, and speaks of names of its own."""

from pathlib import Path

from dialogues.loading import load_archive
from measuring.growth import multiply
from projects import SMALL


def test_records_are_multiplied_with_their_names(tmp_path: Path) -> None:
    multiply(SMALL, tmp_path, 2)

    once, twice = load_archive(SMALL), load_archive(tmp_path)
    assert len(twice.records) == 2 * len(once.records)
    assert len([*twice.passages]) == 2 * len([*once.passages])
    assert len(twice.cities) == 2 * len(once.cities)
