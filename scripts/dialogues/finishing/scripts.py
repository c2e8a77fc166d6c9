"""Make scripts as they are published: without remarks and indents, those of the search joined."""

import re
from pathlib import PurePosixPath

from dialogues.finishing.joining import Modules, join_modules

REMARK = re.compile(r"^ *(?://[^\n]*|/\*\*.*?\*/)\n", re.DOTALL | re.MULTILINE)
"""A remark on lines of its own."""
BESIDE = re.compile(r"(?<=[;{,]) // (?:[^\n\"'`]|\w'\w)*$", re.MULTILINE)
"""A remark at the end of a line; what has a quotation mark may be part of a string, and stays."""
INDENT = re.compile(r"^ +", re.MULTILINE)
WORKER, BOX = PurePosixPath("search/worker.js"), PurePosixPath("search/box.js")


def finish_scripts(texts: Modules) -> dict[PurePosixPath, str]:
    """Return scripts as a page loads them, by the same paths.

    What the search needs is fetched at once: two modules, not thirty. The worker shares none with
    the page; the box shares those that stand beside its folder.
    """
    bare = {path: strip_remarks(text) for path, text in texts.items()}
    if not {WORKER, BOX} <= bare.keys():
        return bare
    worker = join_modules(bare, WORKER, lambda _: True)
    box = join_modules(bare, BOX, lambda path: path.parent == BOX.parent)
    return {**bare, WORKER: worker, BOX: box}


def strip_remarks(text: str) -> str:
    """Return a script without remarks and indents: a third of what a page would load."""
    return INDENT.sub("", BESIDE.sub("", REMARK.sub("", text)))
