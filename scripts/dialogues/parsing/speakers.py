"""Find whom a paragraph names as its speaker: read where declared, asked for elsewhere.

A paragraph that begins with a declared label and a colon, alone or with its words, numbered or in
bold type, is that speaker's. One that names a speaker in any other way is a Problem at its line,
unless record.yml declares the words as `quoted`: text never goes to a speaker on a guess.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.folding import fold
from dialogues.parsing.layout import Layout
from dialogues.parsing.names import (
    BRACKETED,
    FULL_NAME,
    NAME_WITHIN,
    SAID_AFTER,
    SHORT_HEAD,
    SPACED,
)
from dialogues.parsing.offices import (
    AT_START,
    COLONS,
    ENGLISH,
    PROCEEDINGS,
    REPORTED,
    STOPS,
    WITHIN,
)
from dialogues.parsing.structure import Block
from dialogues.parsing.turns import PREFIX, Doubt, Turn, cut_turn, match_end, spell, squeeze

LONGEST_NAME = 60
LONGEST_HEAD = 1_200
"""How much of a text is looked at for a label."""
LONGEST_LINE = 200
LONG = 5
"""A label of so many characters is known even in the middle of a paragraph without a colon."""

CLOSERS = " *_】」』〕]"
NAMES = (AT_START, ENGLISH, FULL_NAME)
"""What names somebody at the start of a paragraph."""

UNCLEAR = "a paragraph that begins with a speaker's label must go on with a colon, or be quoted"
UNKNOWN = "a paragraph that names a speaker must be declared in record.yml, labels (or quoted)"
HIDDEN = "a speaker's label must stand at the beginning of a paragraph, or be quoted"
OVERLAP = "a statement must end where another is reported (statements, or quoted)"
UNSPOKEN = "what nobody says must be declared in record.yml, headings or unspoken (or quoted)"


class Speakers:
    """The labels of a record, looked up in its texts."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    @cached_property
    def _label(self) -> re.Pattern[str]:
        labels = sorted(self.layout.labels, key=len, reverse=True)
        return re.compile("|".join(map(spell, labels)) or r"(?!)")

    @cached_property
    def _declared(self) -> dict[str, list[str]]:
        """Labels by their characters alone: some differ in white space, and are then two."""
        found: dict[str, list[str]] = {}
        for label in sorted(self.layout.labels):
            found.setdefault(squeeze(label), []).append(label)
        return found

    @cached_property
    def _within(self) -> re.Pattern[str]:
        """Labels with a colon, and long ones without, behind other words."""
        labels = sorted(self.layout.labels, key=len, reverse=True)
        parts = [
            (spell(label) if len(label) >= LONG else rf"(?<![\w]){spell(label)}")
            + rf"[\s*】\])）]*[{COLONS}]"
            for label in labels
        ]
        ends = r"(?<=[。！？!?…」』）)】])[\s*]*"
        known = [label for label in labels if len(label) >= LONG]
        ended = [words for words in self.layout.unspoken if words[0] not in "(（[［【〔"]
        parts += [ends + spell(words) for words in (*known, *ended)]
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
            return self._find_stranger(block, among_others=among_others)
        declared = self._declared[squeeze(label[0])]
        glued = self._is_glued(text, label)
        return cut_turn(block, label, declared, glued=glued) or Doubt(block.body, UNCLEAR)

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

    def is_declared(self, block: Block) -> bool:
        """Return whether a paragraph is declared by its first words."""
        return self.is_quoted(block) or self.is_unspoken(block)

    def doubt_words(self, words: Excerpt, own: str = "") -> Doubt | None:
        """Return what is unclear of the words of a turn: another speaker named within them.

        Who speaks may be named within them by the `own` label: 「很好」，王主任說，「再見。」
        """
        return self._find_doubt(words, HIDDEN, self._within, WITHIN, NAME_WITHIN, own=own)

    def doubt_report(self, words: Excerpt, own: str) -> Doubt | None:
        """Return what is unclear of a statement: a report of another's words within it."""
        for said in SAID_AFTER.finditer(words.text):
            if said["who"] not in own and not self._is_quoted_at(words.text, said):
                return Doubt(words[said.start() :].strip(), OVERLAP)
        return self._find_doubt(words, OVERLAP, REPORTED) or self.doubt_words(words, own)

    def doubt_head(self, block: Block) -> Doubt | None:
        """Return what is unclear where a paragraph begins with a few words and a colon."""
        text = fold(block.body.text)
        start = match_end(PREFIX, text)
        named = SHORT_HEAD.match(text[start : start + LONGEST_LINE])
        return Doubt(block.body, UNKNOWN) if named and not self.is_declared(block) else None

    def begins_turn(self, before: str, text: str) -> bool:
        """Return whether a text begins with a speaker's name, that of what stands before it apart.

        A page break may have cut a name: then its two halves are one, and no turn begins between.
        """
        if text.lstrip()[:1] in tuple(COLONS):  # that of the name before it
            return False
        short = len(before) <= LONGEST_NAME and not any(stop in before for stop in STOPS)
        if short and (whole := self._find_label(before + text)) and whole.end() > len(before):
            return False
        if (
            short
            and (named := self._find_label(before))
            and not before[named.end() :].strip(CLOSERS)
        ):
            return True
        start = match_end(PREFIX, text)
        if self._find_label(text) or PROCEEDINGS.match(text[:LONGEST_LINE], start):
            return True
        if text.startswith(self.layout.unspoken or "\n"):
            return True
        both = (before + text)[:LONGEST_LINE] if short else ""
        return _names_somebody(text[:LONGEST_LINE]) and not _names_somebody(both)

    def _find_label(self, text: str) -> re.Match[str] | None:
        """Return the declared label with which a text begins, behind a number or bold type."""
        folded = fold(text[:LONGEST_HEAD])
        return self._label.match(folded, match_end(PREFIX, folded)) or self._label.match(folded)

    def _is_glued(self, text: str, label: re.Match[str]) -> bool:
        """Return whether words are declared to follow the label, and it is no part of a longer name."""
        longer = label[0][-1:].isascii() and text[label.end() : label.end() + 1].isalnum()
        words = tuple(w for w in self.layout.spoken if len(squeeze(w)) > len(squeeze(label[0])))
        spoken = text.startswith(words or "\n", label.start())
        return spoken and not longer and not _names_somebody(text[label.start() :][:LONGEST_LINE])

    def _find_stranger(self, block: Block, *, among_others: bool) -> Doubt | None:
        text = fold(block.body.text[:LONGEST_HEAD])
        start = match_end(PREFIX, text)
        if among_others and PROCEEDINGS.match(text[: start + LONGEST_LINE], start):
            return Doubt(block.body, UNSPOKEN)
        if _names_somebody(text) or SPACED.match(text, start) or BRACKETED.match(text):
            return Doubt(block.body, UNKNOWN)
        return None

    def _find_doubt(
        self, words: Excerpt, rule: str, *expressions: re.Pattern[str], own: str = ""
    ) -> Doubt | None:
        text = fold(words.text)
        for expression in expressions:
            for found in expression.finditer(text):
                named = bool(own) and words.text[found.start() :].lstrip().startswith(own)
                if not (named or self._is_quoted_at(words.text, found)):
                    return Doubt(words[found.start() :].strip(), rule)
        return None

    def _is_quoted_at(self, text: str, found: re.Match[str]) -> bool:
        return any(
            text.startswith(quoted, place)
            for quoted in self.layout.quoted
            for place in range(found.start(), found.end())
        )


def _names_somebody(text: str) -> bool:
    """Return whether a text begins with what looks like a label, behind a number or bold type."""
    start = match_end(PREFIX, text)
    return any(name.match(text[start : start + LONGEST_LINE]) for name in NAMES)


def find_doubts(block: Block, speakers: Speakers, *, nobody: bool = False) -> Iterator[Doubt]:
    """Yield what is unclear of a paragraph in a cell: of somebody named elsewhere, or of `nobody`."""
    read = (
        None if nobody and speakers.is_unspoken(block) else speakers.read(block, among_others=False)
    )
    if isinstance(read, Turn):
        yield Doubt(block.body, HIDDEN)
    elif read:
        yield read
    elif nobody and (head := speakers.doubt_head(block)):
        yield head
    elif doubt := speakers.doubt_words(block.body):
        yield doubt
