"""Take from the last build what nothing has changed: `make build` after one word.

What is made has one hash of all that it is made of, the code, the settings and the versions of what
is installed among them. Under that hash it is kept in a folder that BUILD_MEMORY names;
scripts/build.py replaces the folder by what this build remembers, when the build has succeeded: what
is taken is there by a second name. Without that variable, or where a file is damaged, all is made.
"""

import hashlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CODE = ("hooks", "overrides", "scripts/dialogues", "mkdocs.yml", "requirements.txt")
SETTINGS = ("SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH", "TZ")


@dataclass(frozen=True)
class Memory:
    """What the last build made, and room for what the next one will find; both may be damaged."""

    common: str = ""
    """The hash of what makes everything."""
    folder: Path | None = None

    @property
    def next(self) -> Path | None:
        """What the next build will find."""
        return self.folder and self.folder.with_name(f"{self.folder.name}.next")

    def hash(self, *content: object) -> str:
        """Return the hash of things whose `repr` tells all of them, and of what makes everything.

        It is empty where nothing is remembered, and costs nothing then.
        """
        return hash_texts(self.common, *map(repr, content)) if self.folder else ""

    def take(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what is remembered under a hash, or what is made now."""
        found = self.recall(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def recall(self, key: str) -> bytes | None:
        """Return what is remembered under a hash, if it is whole, and remember it further."""
        if self.folder is None or self.next is None:
            return None
        try:
            digest, _, made = (self.folder / key).read_bytes().partition(b"\n")
            if digest != _digest(made):
                return None
            os.link(self.folder / key, self.next / key)
        except OSError:
            return None
        return made

    def keep(self, key: str, made: bytes) -> None:
        """Remember something for the next build."""
        if self.next is not None:
            (self.next / key).write_bytes(_digest(made) + b"\n" + made)


NOTHING = Memory()
"""Remembers nothing."""


@cache
def open_memory(root: Path) -> Memory:
    """Return what builds of a project remember, where BUILD_MEMORY says a place for it."""
    folder = os.environ.get("BUILD_MEMORY", "")
    if not folder:
        return NOTHING
    memory = Memory(_hash_common(root), Path(folder))
    if memory.next is not None:
        memory.next.mkdir(parents=True, exist_ok=True)
    return memory


def hash_texts(*parts: str) -> str:
    """Return one hash of texts, each for itself."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)} {part}".encode())
    return digest.hexdigest()


def _hash_common(root: Path) -> str:
    """Return the hash of what makes everything: code, settings, what is installed."""
    places = [root / name for name in CODE]
    files = [file for place in places for file in (place, *sorted(place.rglob("*")))]
    contents = [
        file.read_bytes().hex() for file in files if file.is_file() and file.suffix != ".pyc"
    ]
    return hash_texts(sys.version, *(os.environ.get(name, "") for name in SETTINGS), *contents)


def _digest(made: bytes) -> bytes:
    return hashlib.sha256(made).hexdigest().encode()
