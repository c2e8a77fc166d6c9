"""Projects to be built: this one with the records of another, one without any, a small one."""

import shutil
from pathlib import Path

from dialogues.publishing import GROUPS

ROOT = Path(__file__).parent.parent
FROZEN = ROOT / "tests/frozen"
"""The five records as they were one day."""
SMALL = ROOT / "tests/small"


def copy_project(root: Path, data: Path) -> Path:
    """Copy what a build needs to a new folder, with the records of another project."""
    made = shutil.ignore_patterns(*GROUPS)
    for name in ("hooks", "overrides", "scripts", "docs/assets", "docs/zh", "docs/en"):
        shutil.copytree(ROOT / name, root / name, ignore=made if name in LANGUAGES else None)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(data / "docs", root / "docs", dirs_exist_ok=True, ignore=NOT_DATA)
    return root


def share_templates(root: Path) -> None:
    """Let a project have what the theme's templates compile to in this one; it is the same."""
    compiled, own = ROOT / ".cache/templates", root / ".cache/templates"
    compiled.mkdir(parents=True, exist_ok=True)
    own.parent.mkdir(exist_ok=True)
    if not own.exists():
        own.symlink_to(compiled)


LANGUAGES = ("docs/zh", "docs/en")
NOT_DATA = shutil.ignore_patterns("zh", "en", "assets", "data")


def copy_small_project(root: Path) -> Path:
    """Copy what a build needs, with the records of `tests/small`."""
    return _cut_about(copy_project(root, SMALL))


def copy_bare_project(root: Path) -> Path:
    """Copy what a build needs, without any records."""
    copy_small_project(root)
    for name in ("records", "registry"):
        shutil.rmtree(root / "docs" / name)
    return root


def _cut_about(root: Path) -> Path:
    """Take away what leads to records that a project has not."""
    for language in LANGUAGES:
        (root / language / "about.md").write_text("# About\n", encoding="utf-8")
    return root


def read_files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder by their paths in it."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
