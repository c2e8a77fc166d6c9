"""Put a folder in the place of another; whatever stops it, one of the two stays whole.

The old one is set aside by a rename, which is whole or not at all, and only then removed. Where the
swap was killed between its renames, `recover` puts back what it had set aside.
"""

import shutil
import tempfile
from pathlib import Path


def swap(fresh: Path, place: Path, aside: Path) -> None:
    """Put a fresh folder in its place; raise OSError, with the old one there, where that fails."""
    place = place.resolve()  # a link leads to what is replaced
    if place.exists():
        place.rename(aside)
    try:
        fresh.rename(place)
    except BaseException:
        if aside.exists():
            aside.rename(place)
        raise
    recover(place, aside)


def recover(place: Path, aside: Path) -> None:
    """Put back what a killed swap had set aside, or remove it where its heir is in place."""
    place = place.resolve()
    if aside.exists() and not place.exists():
        aside.rename(place)
    if aside.exists():  # by a name under which nobody puts it back when it is no longer whole
        aside.rename(Path(tempfile.mkdtemp(prefix="gone-", dir=aside.parent), "old"))
    for gone in aside.parent.glob("gone-*"):
        shutil.rmtree(gone, ignore_errors=True)  # another user's files may have to stay
