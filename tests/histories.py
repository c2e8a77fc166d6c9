"""Histories of small projects, as git keeps them."""

import subprocess
from pathlib import Path

AUTHOR = ("-c", "user.name=x", "-c", "user.email=x@example.org")


def git(root: Path, *words: str) -> None:
    """Run git in a folder, as somebody whom no machine knows."""
    subprocess.run(["git", "-C", str(root), *AUTHOR, *words], check=True, capture_output=True)


def commit_all(root: Path, message: str = "x") -> None:
    """Commit all that there is to the main branch, which is made where there is none."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", message)
