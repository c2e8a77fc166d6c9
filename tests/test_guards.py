"""What keeps the repository safe: who has to review what, and which bytes git leaves alone."""

import hashlib
import subprocess
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

from projects import ROOT

CRLF = b"\xef\xbb\xbf1\t\xe7\x94\xb2\r\n2\t\xe4\xb9\x99\r\n"
OWNED = [
    *("GNUmakefile", "Makefile", "click.py", "setup.py", "conftest.py", "tests/conftest.py"),
    *(".gitignore", ".gitattributes", ".pre-commit-config.yaml", ".github/CODEOWNERS"),
    *("requirements.txt", "mkdocs.yml", "hooks/copies.py", "scripts/dialogues/problems.py"),
    *("docs/en/about.md", "docs/assets/phone.png", "docs/addresses.txt", "docs/new/page.md"),
    *("docs/records/a/original.odt", "docs/records/a/index.md", "docs/registry/redirects.yml"),
    *("docs/records/a/deeper/record.yml", "docs/registry/Makefile"),
]
FREE = [
    *("docs/records/a/source.txt", "docs/records/a/record.yml", "docs/records/a/passages.yml"),
    *("docs/registry/cities.yml", "docs/registry/themes.yml"),
]


def find_owner(path: str) -> str:
    """Return who owns a path: the last line that fits counts, and one without an owner frees it."""
    owner = ""
    for line in (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines():
        pattern, *owners = line.split() or ["#"]
        if not pattern.startswith("#") and GitIgnoreSpec.from_lines([pattern]).match_file(path):
            owner = " ".join(owners)
    return owner


@pytest.mark.parametrize("path", OWNED)
def test_what_runs_needs_a_review(path: str) -> None:
    assert find_owner(path) == "@maintainers"


@pytest.mark.parametrize("path", FREE)
def test_what_is_known_of_records_is_free(path: str) -> None:
    assert find_owner(path) == ""


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("docs/records/a/source.txt", True),
        ("docs/records/a/original.pdf", True),
        ("docs/records/a/original.docx", True),
        ("tests/frozen/docs/records/a/source.txt", True),
        ("docs/records/a/record.yml", False),
    ],
)
def test_git_keeps_official_texts_byte_for_byte(tmp_path: Path, path: str, *, kept: bool) -> None:
    (tmp_path / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_bytes(CRLF)
    git = ["git", "-C", str(tmp_path), "-c", "core.autocrlf=true"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "--all"], check=True, capture_output=True)

    held = subprocess.run([*git, "show", f":{path}"], check=True, capture_output=True).stdout
    assert (hashlib.sha256(held).digest() == hashlib.sha256(CRLF).digest()) == kept
