"""Cut the beginning of a turn, a declared label, from the words that follow it.

What may stand around a label: a number, bold type or brackets; an aside in brackets behind it
(`王主任（書面意見）：`), which goes to the words; the same label once more, which is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogues.parsing.blocks import BULLETS, SEPARATORS
from dialogues.parsing.excerpts import EMPTY, Excerpt, join
from dialogues.parsing.folding import fold
from dialogues.parsing.offices import COLONS, OFFICE
from dialogues.parsing.structure import Block
from dialogues.problems import shorten

NUMERALS = "一二三四五六七八九十百壹貳參肆伍陸柒捌玖拾"
DOTS = f"{BULLETS}‧·–—"
"""Bullets, and what stands in their place before a name."""
OPENERS = "【「『〔["
PREFIX = re.compile(
    rf"(?:[\s*_#>{DOTS}{re.escape(OPENERS)}-]"
    rf"|(?:\d{{1,3}}|[{NUMERALS}]{{1,4}}|[甲乙丙丁戊己庚辛壬癸A-Za-z])[{SEPARATORS})）]"
    rf"|[(（](?:\d{{1,3}}|[{NUMERALS}]{{1,3}})[)）]"
    r"|[(（]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\])）】]?)*"
)
"""What may stand before a name: bullets, bold type, brackets, a number, a time."""
MARKS = re.compile(r"[\s*_]*")
CLOSED = re.compile(r"[\s*_]*[】」』〕\]][\s*_]*")
ASIDE = re.compile(r"[(（]([^()（）\n]{1,30})[)）]([\s*_】」』〕\]]*)")
ANOTHER = re.compile(rf"{OFFICE}|[代由託讀]")
"""What in an aside says that somebody else spoke: （王主任代）."""


@dataclass(frozen=True)
class Turn:
    """The beginning of a turn: its number, its label, the colon, and the words beside them."""

    number: Excerpt
    label: Excerpt
    colon: Excerpt
    words: Excerpt
    doubled: Excerpt = EMPTY
    """The label once more, with its colon, where the source prints it twice."""


@dataclass(frozen=True)
class Doubt:
    """Where it cannot be told who speaks, and the rule that is broken."""

    place: Excerpt
    rule: str

    @property
    def message(self) -> str:
        """The rule, with what was found."""
        return f"{self.rule}, and has {shorten(self.place.text)}"


def cut_turn(
    block: Block, label: re.Match[str], declared: Sequence[str], *, glued: bool
) -> Turn | None:
    """Cut a paragraph that begins with a label; None where nothing parts it from the words.

    A colon does, or brackets around the label; where words may be `glued` to it, nothing has to.
    """
    body, text = block.body, label.string
    bracketed = text[: label.start()].rstrip(" *_")[-1:] in tuple(OPENERS)
    closed = CLOSED.match(text, label.end()) if bracketed else None
    end = closed.end() if closed else match_end(MARKS, text, label.end())
    aside, end = _find_aside(body, text, end)
    colon = body[end : end + 1] if text[end : end + 1] in tuple(COLONS) else EMPTY
    if not (colon or closed or glued or end >= len(text)):
        return None
    words = body[match_end(MARKS, text, end + len(colon.text)) :].strip()
    doubled = _find_doubled(words, label[0])
    words = join(aside, words[len(doubled.text) :].strip()) if aside else words[len(doubled.text) :]
    number = block.marker or _trim(body[: label.start()])
    return Turn(number, _name(body, label, declared), colon, words.strip(), doubled)


def match_end(expression: re.Pattern[str], text: str, start: int = 0) -> int:
    """Return where an expression ends that may stand at a place of a text."""
    found = expression.match(text, start)
    return found.end() if found else start


def spell(label: str) -> str:
    """Return the expression that finds a label, with white space wherever the source has it."""
    return r"\s*".join(map(re.escape, squeeze(label)))


def squeeze(text: str) -> str:
    """Return the characters of a text alone, in their usual form."""
    return "".join(fold(text).split())


def _find_aside(body: Excerpt, text: str, place: int) -> tuple[Excerpt, int]:
    """Return an aside before a colon or the end that names nobody else, and where it ends."""
    found = ASIDE.match(text, place)
    if not found or ANOTHER.search(found[1]):
        return EMPTY, place
    if found.end() < len(text) and text[found.end()] not in COLONS:
        return EMPTY, place
    return body[place : found.start(2)], found.end()


def _find_doubled(words: Excerpt, label: str) -> Excerpt:
    found = re.match(rf"{spell(label)}[\s*_]*[{COLONS}][\s*_]*", fold(words.text))
    return words[: found.end()] if found else EMPTY


def _name(body: Excerpt, label: re.Match[str], declared: Sequence[str]) -> Excerpt:
    """Return a label as the source prints it, or as declared where that differs in white space."""
    name = body[label.start() : label.end()]
    if name.text in declared or len(declared) != 1:
        return name
    return _print_label(name, declared[0])


def _trim(text: Excerpt) -> Excerpt:
    """Return a number without the white space and the marks around it."""
    bare = text.text.lstrip(f" \t　*_#>-{DOTS}").rstrip(f" \t　*_#>-{DOTS}{OPENERS}")
    if not bare:
        return EMPTY
    start = text.text.index(bare)
    return text[start : start + len(bare)]


def _print_label(printed: Excerpt, declared: str) -> Excerpt:
    """Return a label as declared where the source prints it so but for white space: 主　席."""
    places, rest = [], declared
    for place, char in enumerate(printed.text):
        if rest.startswith(char):
            places.append(place)
            rest = rest[1:]
        elif not char.isspace():
            return printed
    if rest:
        return printed
    text = "".join(printed.text[place] for place in places)
    return Excerpt(text, tuple(printed.offsets[place] for place in places))
