"""Keep the pictures of cards: each is drawn once, and found by what it was made from."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from dialogues.cards import pictures
from dialogues.cards.pages import Card
from dialogues.publishing import write_if_changed


class Album:
    """Pictures in a folder, which may be damaged or taken away at any time."""

    def __init__(self, folder: Path, fonts: Sequence[Path]) -> None:
        self.folder = folder
        self.fonts = pictures.Fonts(*fonts)
        self.used: set[str] = set()
        self.drawn = 0

    def find_picture(self, card: Card, site_name: str) -> bytes:
        """Return the picture of a card: the one that is there if it is whole, else a new one."""
        key = pictures.hash_picture(card, site_name, self.fonts)
        self.used.add(key)
        path = self.folder / key
        kept = path.read_bytes() if path.is_file() else b""
        digest, picture = kept[:32], kept[32:]
        if hashlib.sha256(picture).digest() == digest:
            return picture
        self.drawn += 1
        picture = pictures.draw_picture(card, site_name, self.fonts)
        write_if_changed(path, hashlib.sha256(picture).digest() + picture)
        return picture

    def forget_others(self) -> None:
        """Take away the pictures that nobody has asked for."""
        for path in self.folder.iterdir():
            if path.name not in self.used:
                path.unlink()
