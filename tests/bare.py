"""Small projects to be built: with no records, to be given some, or with those of the tests."""

import shutil
from pathlib import Path

from conftest import ROOT
from dialogues.publishing import GROUPS


def copy_bare_project(root: Path) -> Path:
    """Copy what a build needs, without any records and without what was generated from them."""
    made = shutil.ignore_patterns(*GROUPS)
    for name in ("hooks", "overrides", "scripts", "docs/assets", "docs/zh", "docs/en"):
        shutil.copytree(ROOT / name, root / name, ignore=made if name != "docs/assets" else None)
    for language in ("zh", "en"):
        (root / "docs" / language / "about.md").write_text("# About\n")  # it leads to real records
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def copy_small_project(root: Path) -> Path:
    """Copy what a build needs, with the records of `tests/small`."""
    shutil.copytree(ROOT / "tests/small/docs", copy_bare_project(root) / "docs", dirs_exist_ok=True)
    return root
