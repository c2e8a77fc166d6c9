"""Read the characters of a source that its file writes otherwise than they are meant.

A source stays as it was received. Characters that no reader can see, those of an office's own font
and entities are read as record.yml declares, or as HTML means them; each keeps its place, so that
a passage knows its lines and nothing is lost.
"""

import html
import re
from collections.abc import Mapping

from dialogues.parsing.excerpts import INSERTED, Excerpt, concatenate
from dialogues.parsing.structure import LeftOut

ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
TAGGED = re.compile(r"<(?=[/A-Za-z])")
"""What an entity must not become: the beginning of a tag."""


def read_characters(text: str, readings: Mapping[str, str]) -> tuple[Excerpt, tuple[LeftOut, ...]]:
    """Return a source as it is read, and the characters that its reading has no place for."""
    whole = Excerpt.of(text)
    declared = "|".join(map(re.escape, sorted(readings, key=len, reverse=True)))
    expression = re.compile(f"{ENTITY.pattern}|{declared}" if declared else ENTITY.pattern)
    parts, left_out, place = [], [], 0
    for found in expression.finditer(text):
        reading = readings.get(found[0])
        if reading is None:
            reading = _read_entity(found[0], text[found.end() : found.end() + 1])
        if reading == found[0]:
            continue
        parts += [whole[place : found.start()], _set(reading, found)]
        unplaced = whole[found.start() + min(1, len(reading)) : found.end()]
        if unplaced:
            left_out.append(LeftOut("characters", unplaced))
        place = found.end()
    return concatenate([*parts, whole[place:]]), tuple(left_out)


def _set(reading: str, found: re.Match[str]) -> Excerpt:
    """Return a reading at the place of the first character that it stands for."""
    return Excerpt(reading, (found.start(), *[INSERTED] * (len(reading) - 1))[: len(reading)])


def _read_entity(entity: str, after: str) -> str:
    """Return the character that an entity stands for; the entity itself where it is none."""
    char = html.unescape(entity).replace("\u00a0", " ")
    hurts = len(char) != 1 or not (char.isprintable() or char == " ")
    return entity if hurts or TAGGED.match(char + after) else char
