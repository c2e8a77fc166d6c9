"""Count the automatic numbers of an OpenDocument text, as its list styles print them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from dialogues.reading.characters import is_private
from dialogues.receiving.numbering import BULLET, DEEPEST, to_number
from dialogues.receiving.numerals import write_number

LEVELS = frozenset({"text:list-level-style-number", "text:outline-level-style"})
OUTLINE = ""
"""The name of the style that numbers headings."""


@dataclass
class Listing:
    """The list styles of a text, and how far each list has counted."""

    styles: Mapping[str, Mapping[int, Element]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By the list style and the level."""
    kept: dict[str, dict[int, int]] = field(default_factory=dict)
    """The counts of lists with which another may go on, by their ids."""
    current: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, parts: Iterable[Element]) -> "Listing":
        """Return the list styles that the parts of a file define."""
        found: dict[str, dict[int, Element]] = {}
        for part in parts:
            for style in [*part.iter("text:list-style"), *part.iter("text:outline-style")]:
                name = OUTLINE if style.tag == "text:outline-style" else style.get("style:name", "")
                found[name] = {to_number(level.get("text:level"), 1): level for level in style}
        return cls(found)

    def begin(self, parent: Element, styles: tuple[str, ...]) -> None:
        """Begin a list: anew, or where the list with which it goes on has stopped."""
        level, name = len(styles), styles[-1]
        counts = self.counts.setdefault(name, {})
        goes_on = parent.get("text:continue-list") in self.kept
        if level == 1 and not goes_on and parent.get("text:continue-numbering") != "true":
            counts = self.counts[name] = {}
        elif level == 1 and goes_on:
            counts = self.counts[name] = dict(self.kept[parent.get("text:continue-list", "")])
        elif level > 1 and parent.get("text:continue-numbering") != "true":
            counts.pop(level, None)
        if level == 1 and (own := parent.get("xml:id") or parent.get("text:id")):
            self.kept[own] = counts

    def number(self, styles: tuple[str, ...], item: Element) -> str:
        """Count an item; return the number or the bullet that is printed before it."""
        level, name = min(len(styles), DEEPEST + 1), styles[-1]
        shape = self.styles.get(name, {}).get(level)
        counts = self.counts.setdefault(name, {})
        start = to_number(shape.get("text:start-value"), 1) if shape is not None else 1
        anew = item.get("text:start-value")
        if anew is not None or item.get("text:restart-numbering") == "true":
            counts[level] = to_number(anew, start)
        else:
            counts[level] = counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if shape is None:
            return ""
        if shape.tag not in LEVELS:
            sign = shape.get("text:bullet-char", "").strip()
            return sign if sign and not any(map(is_private, sign)) else BULLET
        return self._print(name, shape, level).strip()

    def _print(self, name: str, shape: Element, level: int) -> str:
        how = shape.get("style:num-format", "")
        if form := shape.get("loext:num-list-format"):
            shown = re.sub(r"%(\d{1,2})%", lambda place: self._write(name, int(place[1])), form)
            return shown if how else re.sub(r"%\d+%", "", form)
        if not how:
            return ""
        display = max(1, min(to_number(shape.get("text:display-levels"), 1), level))
        values = [self._write(name, each) for each in range(level - display + 1, level + 1)]
        prefix, suffix = shape.get("style:num-prefix", ""), shape.get("style:num-suffix", "")
        return prefix + ".".join(filter(None, values)) + suffix

    def _write(self, name: str, level: int) -> str:
        shape = self.styles.get(name, {}).get(level)
        how = shape.get("style:num-format", "") if shape is not None else "1"
        start = to_number(shape.get("text:start-value"), 1) if shape is not None else 1
        return write_number(self.counts.get(name, {}).get(level, start), how) if how else ""
