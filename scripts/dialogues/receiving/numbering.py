"""Count the automatic numbers of a Word file: which each paragraph has, and how it is printed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from dialogues.reading.characters import is_private
from dialogues.receiving.numerals import write_number
from dialogues.receiving.packages import find, value_of

BULLET = "•"
SYMBOLS = re.compile(r"wingdings|webdings|symbol|dingbat", re.IGNORECASE)
DEEPEST = 9
Level = tuple[str, int]
"""A definition of lists, and how deep within it."""


def to_number(value: str | None, default: int = 0) -> int:
    """Return the number that an attribute holds, within what a list can have."""
    try:
        return max(-1, min(int(value or default), 1_000_000))
    except ValueError:
        return default


@dataclass
class Numbering:
    """The lists of a file by their ids, and how far each has counted."""

    definitions: Mapping[str, Element]
    lists: Mapping[str, Element]
    styles: Mapping[str, Element]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)
    levels: dict[Level, Element | None] = field(default_factory=dict)
    """The levels of each list that were looked up before."""

    @classmethod
    def of(cls, root: Element | None, styles: Mapping[str, Element]) -> "Numbering":
        """Return the lists that the part about numbering defines."""
        parts = root if root is not None else ()
        return cls(
            {p.get("w:abstractNumId", ""): p for p in parts if p.tag == "w:abstractNum"},
            {p.get("w:numId", ""): p for p in parts if p.tag == "w:num"},
            styles,
        )

    def number(self, properties: Element | None) -> str:
        """Count a paragraph; return the number that is printed before it, empty where it has none."""
        found = self._find_list(properties)
        if not found:
            return ""
        list_id, level = found
        definition = self._define(list_id)
        if definition is None or not (shape := self._shape(list_id, definition, level)):
            return ""
        key = definition.get("w:abstractNumId", "")
        counts = self.counts.setdefault(key, {})
        self._count(list_id, definition, counts, level)
        if shape.how == "bullet":
            return shape.bullet
        if shape.how == "none":
            return ""

        def print_level(place: "re.Match[str]") -> str:
            other = int(place[1]) - 1
            form = self._shape(list_id, definition, other)
            value = counts.get(other, self._start(list_id, definition, other))
            how = "decimal" if shape.legal and other != level else form.how if form else "decimal"
            return write_number(value, how) if how != "none" else ""

        return re.sub(r"%([1-9])", print_level, shape.text).strip()

    def _count(self, list_id: str, definition: Element, counts: dict[int, int], level: int) -> None:
        for each in range(DEEPEST) if list_id not in self.begun else ():
            if self._override(list_id, each) is not None:
                counts.pop(each, None)
        self.begun.add(list_id)
        first = self._start(list_id, definition, level)
        counts[level] = counts[level] + 1 if level in counts else first
        for deeper in range(level + 1, DEEPEST):
            restart = value_of(self._level(list_id, definition, deeper), "w:lvlRestart")
            if restart is None or to_number(restart) > level:
                counts.pop(deeper, None)

    def _find_list(self, properties: Element | None) -> tuple[str, int] | None:
        """Return the list of a paragraph and its level: its own, or that of its style."""
        list_id = value_of(properties, "w:numPr/w:numId")
        level = value_of(properties, "w:numPr/w:ilvl")
        style = value_of(properties, "w:pStyle")
        for _ in range(20):
            if list_id is not None and level is not None:
                break
            own = self.styles.get(style or "")
            if own is None:
                break
            if list_id is None:
                list_id = value_of(own, "w:pPr/w:numPr/w:numId")
                level = level or self._level_of_style(list_id, style)
            level = level or value_of(own, "w:pPr/w:numPr/w:ilvl")
            style = value_of(own, "w:basedOn")
        if not list_id or list_id == "0":
            return None
        return list_id, min(max(to_number(level), 0), DEEPEST - 1)

    def _level_of_style(self, list_id: str | None, style: str | None) -> str | None:
        definition = self._define(list_id) if list_id else None
        for level in definition.iter("w:lvl") if definition is not None else ():
            if value_of(level, "w:pStyle") == style:
                return level.get("w:ilvl")
        return None

    def _define(self, list_id: str) -> Element | None:
        """Return the definition of a list; that of a style of lists stands elsewhere."""
        for _ in range(5):
            own = self.lists.get(list_id)
            definition = self.definitions.get(value_of(own, "w:abstractNumId") or "")
            link = value_of(definition, "w:numStyleLink")
            if not link:
                return definition
            list_id = value_of(self.styles.get(link), "w:pPr/w:numPr/w:numId") or ""
        return None

    def _override(self, list_id: str, level: int) -> Element | None:
        own = self.lists.get(list_id)
        for each in own if own is not None else ():
            if each.tag == "w:lvlOverride" and to_number(each.get("w:ilvl")) == level:
                return each if each.find("w:startOverride") is not None else None
        return None

    def _level(self, list_id: str, definition: Element, level: int) -> Element | None:
        place = (list_id, level)
        if place not in self.levels:
            own = self.lists.get(list_id)
            parts = [lvl for o in (own if own is not None else ()) for lvl in o] + list(definition)
            found = (p for p in parts if p.tag == "w:lvl" and to_number(p.get("w:ilvl")) == level)
            self.levels[place] = next(found, None)
        return self.levels[place]

    def _start(self, list_id: str, definition: Element, level: int) -> int:
        anew = value_of(self._override(list_id, level), "w:startOverride")
        return to_number(anew or value_of(self._level(list_id, definition, level), "w:start"))

    def _shape(self, list_id: str, definition: Element, level: int) -> "Shape | None":
        found = self._level(list_id, definition, level)
        if found is None:
            return None
        choice = find(found, "mc:AlternateContent/mc:Choice/w:numFmt")
        plain = found.find("w:numFmt")
        chosen = plain if plain is not None else choice
        how = (chosen.get("w:val") or "decimal") if chosen is not None else "decimal"
        fonts = find(found, "w:rPr/w:rFonts")
        return Shape(
            how,
            value_of(found, "w:lvlText") or "",
            legal=found.find("w:isLgl") is not None,
            symbols=bool(
                SYMBOLS.search(" ".join(fonts.attrib.values()) if fonts is not None else "")
            ),
        )


@dataclass(frozen=True)
class Shape:
    """How the numbers of one level look."""

    how: str
    text: str
    legal: bool
    symbols: bool

    @property
    def bullet(self) -> str:
        """The sign before an item of a list without numbers, of a font that everybody has."""
        plain = self.text.strip()
        own = self.symbols or any(map(is_private, plain))
        return BULLET if own or plain in ("", "o") else plain
