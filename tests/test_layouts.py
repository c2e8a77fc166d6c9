"""Records of other layouts, whole: from the source to the pages of both languages.

Each folder of `layouts` is a record; `goldens/layouts` holds the pages by which a person reads how
it was cut.
"""

import hashlib
import re
from pathlib import Path

import pytest

from audits.links import read_page, text_of
from conftest import Golden, build_site
from dialogues.commands import sync
from dialogues.contributing.outlining import outline
from dialogues.loading import load_archive, read_archive
from dialogues.model.addresses import session_address
from dialogues.reading.records import read_folder
from projects import copy_small_project

LAYOUTS = Path(__file__).parent / "layouts"
NAMES = sorted(path.name for path in LAYOUTS.iterdir())


def add_record(root: Path, name: str) -> None:
    """Add a record as a contributor does, with an entry that says nothing for each passage."""
    folder = root / "docs/records" / name
    folder.mkdir()
    source = (LAYOUTS / name / "source.txt").read_bytes()
    folder.joinpath("source.txt").write_bytes(source)
    entry = (LAYOUTS / name / "record.yml").read_text(encoding="utf-8")
    digest = hashlib.sha256(source).hexdigest()
    folder.joinpath("record.yml").write_text(entry.replace("SHA", digest), encoding="utf-8")
    events = root / "docs/registry/events.yml"
    event = f"{name}:\n  title: {{zh: 試, en: Trial}}\n  city: alpha\n"
    events.write_text(events.read_text(encoding="utf-8") + event, encoding="utf-8")
    sync(root)
    passages = folder / "passages.yml"
    text = re.sub(
        r"^  (?:proposed|themes):.*\n", "", passages.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    said = r"\1\n  accept: {untranslated: 試}\n  themes: []\n"
    passages.write_text(re.sub(r"^(    \S.*)\n", said, text, flags=re.MULTILINE), encoding="utf-8")
    sync(root)


@pytest.mark.parametrize("name", NAMES)
def test_a_record_of_another_layout_is_cut_as_accepted(
    small: Path, name: str, golden: Golden
) -> None:
    add_record(small, name)

    assert read_archive(small)[1] == []
    folder, _ = read_folder(small, name)
    assert folder is not None
    golden.check(f"layouts/{name}.txt", outline(folder))


@pytest.mark.builds
def test_every_word_stands_under_its_speaker_on_the_pages(tmp_path: Path) -> None:
    project = copy_small_project(tmp_path / "project")
    for name in NAMES:
        add_record(project, name)
    build_site(project, tmp_path / "site")

    archive = load_archive(project)
    for event, session in archive.sessions:
        for folder in ("", "en/") if session.record in NAMES else ():
            page = read_page(tmp_path / "site", f"{folder}{session_address(event, session)}")
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
