"""Find all that pages and data tell of an archive beside what stands in it."""

from dataclasses import dataclass
from functools import lru_cache

from dialogues.finding.crosslinks import Crosslinks, find_crosslinks
from dialogues.finding.mentions import Gazetteer, gather_names
from dialogues.finding.parts import Parts, find_parts
from dialogues.finding.themes import ThemeIndex, find_themes
from dialogues.model.archive import Archive


@dataclass(frozen=True)
class Finds:
    """An archive with all that was found in it, in no language."""

    archive: Archive
    gazetteer: Gazetteer
    crosslinks: Crosslinks
    themes: ThemeIndex
    parts: Parts


@lru_cache(maxsize=1)  # who checks an archive needs what whoever renders it needs
def find_all(archive: Archive) -> Finds:
    """Go through an archive for names, for who says what where, for themes, and for what has parts."""
    gazetteer = gather_names(archive.linked)
    crosslinks = find_crosslinks(archive, gazetteer)
    themes = find_themes(archive)
    parts = find_parts(archive, gazetteer, crosslinks, themes)
    return Finds(archive, gazetteer, crosslinks, themes, parts)
