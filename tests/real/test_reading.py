"""Each record that somebody has read against the file as received is cut as it was then."""

import pytest

from conftest import Golden
from dialogues.contributing.outlining import ACCEPTED, outline
from dialogues.reading.records import find_records, read_folder
from projects import ROOT


@pytest.mark.parametrize("key", find_records(ROOT))
def test_a_record_is_cut_as_it_was_read(key: str, golden: Golden) -> None:
    """One that nobody has read yet is no failure: `make check` prints its page."""
    folder, _ = read_folder(ROOT, key)
    assert folder is not None

    if golden.accept or (ROOT / ACCEPTED / f"{key}.txt").exists():
        golden.check(f"read/{key}.txt", outline(folder))
