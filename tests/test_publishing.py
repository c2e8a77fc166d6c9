"""Pages are written where they changed, whole or not at all, and orphans go."""

import subprocess
import sys
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


def test_a_file_that_cannot_be_written_stays_as_it_was(small: Path) -> None:
    """A limit on the size of files stands for a full disk."""
    path = small / "docs/records/2030-harbour-talks/passages.yml"
    kept = path.read_text(encoding="utf-8").partition("talk-2-1:")[0]
    path.write_text(kept, encoding="utf-8")
    code = (
        "import resource, sys; from dialogues.__main__ import main;"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(kept.encode())}, -1));"
        "sys.exit(main(['sync']))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=small, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "the file must be written, and stays as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_text(encoding="utf-8") == kept
    assert [each.name for each in path.parent.iterdir() if "partial" in each.name] == []
