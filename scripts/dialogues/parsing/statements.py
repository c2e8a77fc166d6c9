"""Find where in a release a statement begins, and whose it is: where declared, nowhere else.

The first words of a statement (`begins`) stand once in the release, where a sentence begins. A
label with its colon (`甲院長：`) may begin any number of paragraphs, and stands for nothing elsewhere.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from dialogues.parsing.blocks import LATIN_END
from dialogues.parsing.excerpts import EMPTY, Excerpt
from dialogues.parsing.layout import Layout, StatementLayout
from dialogues.parsing.offices import COLONS, STOPS
from dialogues.parsing.structure import Complaint
from dialogues.parsing.turns import PREFIX, match_end
from dialogues.problems import shorten

SENTENCE_START = re.compile(r"(?:[。！？；!?;…」』）)】\"”])\s*$")
TITLE = re.compile(r"\b(?:Prof|Gov|Sen|Rep|Gen|Hon|Capt|Col|Rev|No)\.\s*$")
DEPUTIES = ("副", "前", "代理", "代", "兼", "次")
"""What before an office makes it another: 市長 is not 副市長."""


class Statements:
    """The statements that a record declares, looked up in its paragraphs."""

    def __init__(self, layout: Layout) -> None:
        self.declared = layout.statements
        self.met: dict[str, int] = dict.fromkeys((s.begins for s in self.declared), 0)
        self.cut: set[str] = set()

    def begins_with(self, text: str) -> bool:
        """Return whether a text begins with the first words of a statement."""
        start = match_end(PREFIX, text)
        return any(text.startswith(s.begins, start) for s in self.declared)

    def find_cuts(self, paragraph: Excerpt) -> Mapping[int, StatementLayout]:
        """Return where statements begin in a paragraph, and count how often each was met."""
        cuts: dict[int, StatementLayout] = {}
        start = match_end(PREFIX, paragraph.text)
        for statement in self.declared:
            for place in _find_words(paragraph.text, statement.begins):
                before = paragraph.text[max(0, place - 20) : place]
                at_start = place <= start
                if at_start or not is_repeated(statement):
                    self.met[statement.begins] += 1
                if at_start or (not is_repeated(statement) and _ends(before)):
                    cuts[0 if at_start else place] = statement
                    self.cut.add(statement.begins)
        return cuts

    def find_another(self, words: Excerpt) -> Excerpt:
        """Return where a sentence of another statement has its first words in a longer word."""
        for statement in self.declared:
            expression = rf"[。！？；!?;]\s*[^{STOPS}]{{0,12}}{re.escape(statement.begins)}"
            if found := re.search(expression, words.text):
                return words[found.start() + 1 :]
        return EMPTY

    def find_faults(self) -> Iterator[str]:
        """Yield what is wrong with the declarations: each begins once, and no two alike."""
        for statement in self.declared:
            count, begins = self.met[statement.begins], shorten(statement.begins)
            if statement.begins not in self.cut:
                rule = "a statement of record.yml must begin in one paragraph of the release"
                yield f"{rule}, and none has {begins}"
            elif count > 1 and not is_repeated(statement):
                rule = "a statement must begin with words that stand once in the release"
                yield f"{rule}, and {begins} stands {count} times"
        for begins in _find_doubles(s.begins for s in self.declared):
            yield f"statements must begin with words of their own, and two have {shorten(begins)}"


def is_repeated(statement: StatementLayout) -> bool:
    """Return whether a statement begins with a label and its colon, as each turn of a talk does."""
    return statement.begins.rstrip(COLONS) == statement.label != statement.begins


def find_label(label: str | None, part: Excerpt) -> Excerpt | Complaint:
    """Return the label of a statement where it stands in its text, or what is wrong."""
    if label is None:
        return EMPTY
    for found in re.finditer(re.escape(label), part.text):
        if not part.text[: found.start()].endswith(DEPUTIES):
            return part[found.start() : found.end()]
    rule = f"a statement must name its speaker {shorten(label)}"
    return part, f"{rule}, and has {shorten(part.text)}"


def words_after(statement: StatementLayout, part: Excerpt) -> Excerpt:
    """Return a statement without its first words, which name its own speaker."""
    return part[part.text.index(statement.begins) + len(statement.begins) :]


def _find_words(text: str, words: str) -> Iterator[int]:
    """Yield where words stand at the beginning of a word, and not within a longer one."""
    for found in re.finditer(re.escape(words), text):
        before = text[max(0, found.start() - 1) : found.start()]
        if not (before.isalnum() and words[0].isalnum()):
            yield found.start()


def _ends(before: str) -> bool:
    """Return whether a sentence ends before a place; behind the title of a name none does."""
    if TITLE.search(before):
        return False
    return bool(SENTENCE_START.search(before) or LATIN_END.search(before.rstrip()))


def _find_doubles(words: Iterable[str]) -> Iterator[str]:
    met: set[str] = set()
    for word in words:
        if word in met:
            yield word
        met.add(word)
