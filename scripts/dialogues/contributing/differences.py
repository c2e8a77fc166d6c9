"""Compare the pages of two states: which differ, and by which lines."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from dialogues.model.addresses import address_of

MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)(?:\{[^}]*\})?|\{ [^}]*\}|[\s\[\]]+")


@dataclass(frozen=True)
class Difference:
    """A page that is not as it was: the lines that it loses, and those that it gains."""

    path: str
    """Under docs/."""
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    text: str = ""
    """The page as it is now; as it was where it is gone."""

    @property
    def address(self) -> str:
        """Where a reader finds it: `/cities/bath/`, `/en/cities/bath/`; other files by their path."""
        if not self.path.endswith(".md"):
            return f"/{self.path}"
        language, _, page = self.path.partition("/")
        return f"/{'' if language == 'zh' else 'en/'}{address_of(page)}"

    @cached_property
    def words_lost(self) -> str:
        """The words of the lines that it loses, without markup and spaces."""
        return "\n".join(map(strip, self.lost))

    @cached_property
    def words_gained(self) -> str:
        """The words of the lines that it gains."""
        return "\n".join(map(strip, self.gained))

    def shows(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Return whether it loses words that were there before, or gains those of after."""
        old, new = {*map(strip, before)}, {*map(strip, after)}
        lost = any(len(word) > 1 and word in self.words_lost for word in old - new)
        return lost or any(len(word) > 1 and word in self.words_gained for word in new - old)

    def has(self, subject: str) -> bool:
        """Return whether a thing stands on it: a part of a record by its anchor, another by its page."""
        sign = "#" if "#" in subject else "/"
        name = subject.rpartition(sign)[2]
        found = re.search(rf"{sign}{re.escape(name)}(?![0-9a-z])", self.text)
        return bool(found) or self.path.endswith(f"/{name}.md")


def compare_pages(before: Mapping[str, str], after: Mapping[str, str]) -> list[Difference]:
    """Return the pages that differ, those that are new or gone among them, in their order."""
    found = []
    for path in sorted({*before, *after}):
        old, new = before.get(path, ""), after.get(path, "")
        if old != new:
            lines, others = Counter(old.split("\n")), Counter(new.split("\n"))
            lost, gained = (lines - others).elements(), (others - lines).elements()
            found.append(Difference(path, tuple(lost), tuple(gained), new or old))
    return found


def strip(text: str) -> str:
    """Return the words of a text: no markup, no spaces, which a page may put anywhere."""
    return MARKUP.sub("", unescape(text))
