"""What keeps the repository safe: who has to review what, and which bytes git leaves alone."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from pathspec import GitIgnoreSpec

from conversion import check_address
from projects import ROOT

CRLF = b"\xef\xbb\xbf1\t\xe7\x94\xb2\r\n2\t\xe4\xb9\x99\r\n"
OWNED = [
    *("GNUmakefile", "Makefile", "click.py", "setup.py", "conftest.py", "tests/conftest.py"),
    *(".gitignore", ".gitattributes", ".pre-commit-config.yaml", ".github/CODEOWNERS"),
    *("requirements.txt", "mkdocs.yml", "hooks/copies.py", "scripts/dialogues/problems.py"),
    *("docs/en/about.md", "docs/assets/phone.png", "docs/addresses.txt", "docs/new/page.md"),
    *("docs/records/a/original.odt", "docs/records/a/index.md", "docs/registry/redirects.yml"),
    *("docs/records/a/deeper/record.yml", "docs/registry/Makefile"),
    *("docs/records/a/passages.yml/evil.py", "docs/registry/cities.yml/evil.py"),
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


@pytest.mark.parametrize(("goal", "module"), [("check", "dialogues"), (".cache/x/packages", "uv")])
def test_a_module_in_the_root_is_not_taken_for_ours(tmp_path: Path, goal: str, module: str) -> None:
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    (tmp_path / "requirements-x.txt").touch()
    (tmp_path / "scripts").symlink_to(ROOT / "scripts")
    (tmp_path / f"{module}.py").write_text("print('this ran')", encoding="utf-8")
    command = ["make", "--assume-old=.venv/site", goal, f"BIN={Path(sys.executable).parent}"]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)

    assert "this ran" not in done.stdout
    assert "No rule" not in done.stderr


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


@pytest.mark.parametrize(
    "address",
    [
        *("", "http://x/?a=1/", "http://x/#a/", "ftp://x/", "//x/", "http://u:p@x/", "http:///x/"),
        *("http://x/../y/", "http://x/a b/", 'http://x/"><b>/', "javascript://x/", "http://x//y/"),
    ],
)
def test_an_address_to_which_no_page_can_be_added_is_refused(address: str) -> None:
    with pytest.raises(Abort, match="SITE_URL must be the address of the site"):
        check_address("SITE_URL", "the site", address)


def test_addresses_of_sites_are_taken() -> None:
    for address in (
        *("https://u.github.io/Na-me/", "http://localhost:8000/", "http://[::1]:8000/a/%E5%9F%8E/"),
        *("https://example.org/", "https://xn--kpry57d.tw/a.b/c_d/~e/"),
    ):
        check_address("SITE_URL", "the site", address)
