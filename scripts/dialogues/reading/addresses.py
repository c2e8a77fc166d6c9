"""Read the list of published addresses, and where those went that are gone."""

from pathlib import Path

from dialogues.model.archive import Redirect
from dialogues.problems import Problem
from dialogues.reading.history import read_base
from dialogues.reading.yaml_files import read_model
from dialogues.schemas.registry import Redirects

LIST = "docs/addresses.txt"
REDIRECTS = "docs/registry/redirects.yml"


def read_redirects(root: Path) -> tuple[list[Redirect], list[Problem]]:
    """Return what is known of addresses that are gone, and what is wrong with that."""
    if not (root / REDIRECTS).exists():
        return [], []
    found, _, problems = read_model(root, REDIRECTS, Redirects)
    entries = found.root.items() if found else ()
    return [Redirect(a, e.to, e.why) for a, e in entries], problems


def read_published(root: Path) -> list[str]:
    """Return every address that was ever published; none where the list is a link elsewhere."""
    path = root / LIST
    if path.is_symlink() or not path.is_file():
        return []
    return path.read_bytes().decode("utf-8", "replace").splitlines()


def read_defended(root: Path) -> list[str]:
    """Return the addresses that were published: those listed where the base branch has them too.

    Without a base branch, of which nobody can say what it has, all that are listed.
    """
    listed, base = read_published(root), read_base(root, LIST)
    return listed if base is None else sorted({*listed} & {*base.splitlines()})
