"""Read the list of published addresses, and where those went that are gone."""

from pathlib import Path

from dialogues.model.archive import Redirect
from dialogues.problems import Problem
from dialogues.reading.files import MOST_BYTES, decode
from dialogues.reading.history import read_base
from dialogues.reading.slips import MARK
from dialogues.reading.yaml_files import read_model
from dialogues.schemas.registry import Redirects

LIST = "docs/addresses.txt"
REDIRECTS = "docs/registry/redirects.yml"


def read_redirects(root: Path) -> tuple[list[Redirect], list[Problem]]:
    """Return what is known of addresses that are gone, and what is wrong with that."""
    if not (root / REDIRECTS).exists():
        return [], []
    found, document, problems = read_model(root, REDIRECTS, Redirects)
    entries = found.root.items() if found else ()
    return [Redirect(a, e.to, e.why, document.line_of(a)) for a, e in entries], problems


def check_list_as_such(root: Path) -> list[Problem]:
    """Return what keeps the list from being read: it is empty, in conflict, or begins with a mark."""
    path = root / LIST
    if path.is_symlink() or not path.is_file():
        return []
    text, problems = decode(LIST, path.read_bytes())
    return problems if text is None or problems else []


def read_published(root: Path) -> list[str]:
    """Return every address that was ever published; none where the list is no file of its own."""
    path = root / LIST
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
        return []
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    return [line for line in lines if not MARK.match(line)]


def read_defended(root: Path) -> list[str]:
    """Return the addresses that were published: those listed where the base branch has them too.

    Without a base branch, of which nobody can say what it has, all that are listed.
    """
    listed, base = read_published(root), read_base(root, LIST)
    return listed if base is None else sorted({*listed} & {*base.splitlines()})
