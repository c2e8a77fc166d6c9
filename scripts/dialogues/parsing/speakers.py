"""Whom a paragraph names as its speaker: read where a label is declared, asked for elsewhere.

A paragraph that begins with a declared label and a colon, alone or with its words, numbered or in
bold type, is that speaker's. One that names a speaker in any other way is a Problem at its line,
unless record.yml declares the words as `quoted`: text never goes to a speaker on a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dialogues.parsing.excerpts import EMPTY, Excerpt
from dialogues.parsing.folding import fold
from dialogues.parsing.layout import Layout
from dialogues.parsing.offices import (
    AT_START,
    COLONS,
    ENGLISH,
    NAMED,
    PROCEEDINGS,
    REPORTED,
    SPACED,
    STOPS,
    WITHIN,
)
from dialogues.parsing.structure import Block
from dialogues.problems import shorten

NUMERALS = "一二三四五六七八九十百壹貳參肆伍陸柒捌玖拾"
PREFIX = re.compile(
    r"(?:[\s*_#>•‧·●○◎■□◆◇▪►➢➤–—【「『〔\[-]"
    rf"|(?:\d{{1,3}}|[{NUMERALS}]{{1,4}}|[甲乙丙丁戊己庚辛壬癸A-Za-z])[.、．)）]"
    rf"|[(（](?:\d{{1,3}}|[{NUMERALS}]{{1,3}})[)）]"
    r"|[(（]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\])）】]?)*"
)
"""What may stand before a name: bullets, bold type, brackets, a number, a time."""
MARKS = re.compile(r"[\s*_]*")
LONGEST_NAME = 60
LONGEST_HEAD = 1_200
"""How much of a text is looked at for a label."""
LONG = 5
"""A label of so many characters is known even in the middle of a paragraph without a colon."""

UNCLEAR = "a paragraph that begins with a speaker's label must go on with a colon, or be quoted"
UNKNOWN = "a paragraph that names a speaker must be declared in record.yml, labels (or quoted)"
HIDDEN = "a speaker's label must stand at the beginning of a paragraph, or be quoted"
OVERLAP = "a statement must end where another is reported (statements, or quoted)"
UNSPOKEN = "what nobody says must be declared in record.yml, headings or unspoken (or quoted)"


@dataclass(frozen=True)
class Turn:
    """The beginning of a turn: its number, its label, the colon, and the words beside them."""

    number: Excerpt
    label: Excerpt
    colon: Excerpt
    words: Excerpt


@dataclass(frozen=True)
class Doubt:
    """Where it cannot be told who speaks, and the rule that is broken."""

    place: Excerpt
    rule: str

    @property
    def message(self) -> str:
        """The rule, with what was found."""
        return f"{self.rule}, and has {shorten(self.place.text)}"


class Speakers:
    """The labels of a record, looked up in its texts."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    @cached_property
    def _label(self) -> re.Pattern[str]:
        labels = sorted(self.layout.labels, key=len, reverse=True)
        return re.compile("|".join(map(_spell, labels)) or r"(?!)")

    @cached_property
    def _declared(self) -> dict[str, list[str]]:
        """Labels by their characters alone: some differ in white space, and are then two."""
        found: dict[str, list[str]] = {}
        for label in sorted(self.layout.labels):
            found.setdefault(_squeeze(label), []).append(label)
        return found

    @cached_property
    def _within(self) -> re.Pattern[str]:
        """Labels with a colon, and long ones without, behind other words."""
        labels = sorted(self.layout.labels, key=len, reverse=True)
        parts = [
            (_spell(label) if len(label) >= LONG else rf"(?<![\w]){_spell(label)}")
            + rf"[\s*】\])）]*[{COLONS}]"
            for label in labels
        ]
        ends = r"(?<=[。！？!?…」』）)】])[\s*]*"
        known = [label for label in labels if len(label) >= LONG]
        parts += [ends + _spell(words) for words in (*known, *self.layout.unspoken)]
        return re.compile("|".join(parts) or r"(?!)")

    def read(self, block: Block, *, among_others: bool = True) -> Turn | Doubt | None:
        """Return the turn that a paragraph begins, what is unclear of it, or None: words alone.

        Among others, in a text of several speakers, names without an office are asked for too, and
        what minutes print between turns.
        """
        text = fold(block.body.text)
        if self.is_quoted(block):
            return None
        label = self._find_label(text)
        if label is None:
            start = _match_end(PREFIX, text)
            return self._find_stranger(block, text[start : start + 120], among_others=among_others)
        after = _match_end(MARKS, text, label.end())
        if after < len(text) and text[after] not in COLONS:
            return Doubt(block.body, UNCLEAR)
        declared = self._declared[_squeeze(label[0])]
        return _cut(block, label, after, declared)

    def is_quoted(self, block: Block) -> bool:
        """Return whether a paragraph is declared to name a speaker and be no turn."""
        whole, text = block.marker.text + block.body.text, block.body.text
        if text in self.layout.lead_ins or whole in self.layout.lead_ins:
            return True
        return bool(self.layout.quoted) and text.startswith(tuple(self.layout.quoted))

    def is_unspoken(self, block: Block) -> bool:
        """Return whether a paragraph is declared to be nobody's: a decision, the end of a meeting."""
        starts, bare = self.layout.unspoken, block.body.text.lstrip("：:，、；。.*_ ")
        return bare.startswith(starts) or (block.marker.text + bare).startswith(starts)

    def doubt_words(self, words: Excerpt) -> Doubt | None:
        """Return what is unclear of the words of a turn: another speaker named within them."""
        text = fold(words.text)
        for found in (self._within.search(text), WITHIN.search(text)):
            if found and not self._is_quoted_at(words.text, found):
                return Doubt(words[found.start() :], HIDDEN)
        return None

    def doubt_report(self, words: Excerpt) -> Doubt | None:
        """Return what is unclear of a statement: a report of another's words within it."""
        found = REPORTED.search(words.text)
        if found and not self._is_quoted_at(words.text, found):
            return Doubt(words[found.start() :].strip(), OVERLAP)
        return self.doubt_words(words)

    def begins_turn(self, before: str, text: str) -> bool:
        """Return whether a text begins with a speaker's name, that of what stands before it apart.

        A page break may have cut a name: then its two halves are one, and no turn begins between.
        """
        if text.lstrip()[:1] in tuple(COLONS):  # that of the name before it
            return False
        short = len(before) <= LONGEST_NAME and not any(stop in before for stop in STOPS)
        if short and (whole := self._find_label(before + text)) and whole.end() > len(before):
            return False
        if short and (named := self._find_label(before)) and named.end() == len(before):
            return True
        start = _match_end(PREFIX, text)
        if self._find_label(text) or PROCEEDINGS.match(text[:200], start):
            return True
        if text.startswith(self.layout.unspoken or "\n"):
            return True
        both = short and AT_START.match((before + text)[:200], _match_end(PREFIX, before))
        return bool(AT_START.match(text[:200], start)) and not both

    def _find_label(self, text: str) -> re.Match[str] | None:
        """Return the declared label with which a text begins, behind a number or bold type."""
        folded = fold(text[:LONGEST_HEAD])
        return self._label.match(folded, _match_end(PREFIX, folded)) or self._label.match(folded)

    def _find_stranger(self, block: Block, head: str, *, among_others: bool) -> Doubt | None:
        if among_others and PROCEEDINGS.match(head):
            return Doubt(block.body, UNSPOKEN)
        names = (AT_START, SPACED, ENGLISH, NAMED) if among_others else (AT_START, SPACED, ENGLISH)
        if any(name.match(head) for name in names):
            return Doubt(block.body, UNKNOWN)
        return None

    def _is_quoted_at(self, text: str, found: re.Match[str]) -> bool:
        return any(
            text.startswith(quoted, place)
            for quoted in self.layout.quoted
            for place in range(found.start(), found.end())
        )


def find_doubts(block: Block, speakers: Speakers) -> Iterator[Doubt]:
    """Yield what is unclear of a paragraph of somebody whose name stands elsewhere, in a cell."""
    read = speakers.read(block, among_others=False)
    if isinstance(read, Turn):
        yield Doubt(block.body, HIDDEN)
    elif read:
        yield read
    elif not speakers.is_quoted(block) and (doubt := speakers.doubt_words(block.body)):
        yield doubt


def _cut(block: Block, label: re.Match[str], after: int, declared: list[str]) -> Turn:
    """Cut a paragraph into number, label, colon and words; signs of bold type are in none."""
    body = block.body
    number = block.marker or _trim(body[: label.start()])
    words = body[_match_end(MARKS, body.text, after + 1) :].strip()
    name = body[label.start() : label.end()]
    if name.text not in declared and len(declared) == 1:
        name = _print_label(name, declared[0])
    return Turn(number, name, body[after : after + 1], words)


def _trim(text: Excerpt) -> Excerpt:
    """Return a number without the white space and the signs of bold type around it."""
    bare = text.text.strip(" \t　*_#>•-")
    if not bare:
        return EMPTY
    start = text.text.index(bare)
    return text[start : start + len(bare)]


def _spell(label: str) -> str:
    """Return the expression that finds a label, with white space wherever the source has it."""
    return r"\s*".join(map(re.escape, _squeeze(label)))


def _squeeze(text: str) -> str:
    return "".join(fold(text).split())


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


def _match_end(expression: re.Pattern[str], text: str, start: int = 0) -> int:
    found = expression.match(text, start)
    return found.end() if found else start
