"""Pages are written where they changed, whole or not at all, and orphans go."""

from pathlib import Path

import pytest

from dialogues.publishing import write_pages


def test_only_changes_are_written_and_orphans_removed(tmp_path: Path) -> None:
    pages = {"zh/events/a.md": "甲\n", "en/cities/b.md": "b\n"}
    assert write_pages(tmp_path, pages) == (2, 0)

    (tmp_path / "zh/about.md").write_text("by hand")
    (tmp_path / "en/cities/evil").write_text("<script>")
    before = (tmp_path / "zh/events/a.md").stat().st_mtime_ns
    assert write_pages(tmp_path, {"zh/events/a.md": "甲\n"}) == (0, 2)

    assert (tmp_path / "zh/events/a.md").stat().st_mtime_ns == before
    assert not list((tmp_path / "en/cities").iterdir())
    assert (tmp_path / "zh/about.md").read_text() == "by hand"


def test_a_page_elsewhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="pages must stand in"):
        write_pages(tmp_path, {"zh/about.md": "x"})
