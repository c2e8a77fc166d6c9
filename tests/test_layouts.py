"""Records of other layouts, whole: from the source to the pages of both languages.

Each folder of `layouts` is a record; `goldens/layouts` holds the pages by which a person reads how
it was cut.
"""

from pathlib import Path

import pytest

from audits.links import read_page, text_of
from browsing import Served
from conftest import Golden
from dialogues.contributing.outlining import outline
from dialogues.loading import load_archive, read_archive
from dialogues.model.addresses import session_address
from dialogues.reading.records import read_folder
from proposing import NAMES, add_layouts


@pytest.mark.parametrize("name", NAMES)
def test_a_record_of_another_layout_is_cut_as_accepted(
    small: Path, name: str, golden: Golden
) -> None:
    add_layouts(small, name)

    assert read_archive(small)[1] == []
    folder, _ = read_folder(small, name)
    assert folder is not None
    golden.check(f"layouts/{name}.txt", outline(folder))


def test_every_word_stands_under_its_speaker_on_the_pages(proposed: Served) -> None:
    archive = load_archive(proposed.folder.parent / "project")
    for event, session in archive.sessions:
        for folder in ("", "en/") if session.record in NAMES else ():
            page = read_page(proposed.folder, f"{folder}{session_address(event, session)}")
            expected = [
                id_ for c in session.contributions for id_ in (c.id, *(p.id for p in c.passages))
            ]
            assert [id_ for id_ in page.ids if id_ in expected] == expected
            for contribution in session.contributions:
                heading = text_of(page.html.get_element_by_id(contribution.id))
                label = contribution.speaker.label if contribution.speaker and not folder else ""
                assert label in heading
                if (session.record, contribution.id) == ("release", "p-4"):  # behind a statement
                    assert heading == ("Text of the release" if folder else "新聞稿本文")
