"""Cut the content of a cell, HTML fragments that pages had cut, into its paragraphs.

The fragments are damaged (lists never closed, tags left over from the other half of a cell), so
that their nesting means nothing; only where a block begins does. Tags are therefore boundaries
found by one expression, and what lies between them keeps its place in the source exactly.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from dialogues.parsing.excerpts import EMPTY, INSERTED, Excerpt, concatenate, join_all
from dialogues.parsing.structure import Block

TAG = re.compile(r"""</?(p|ol|ul|li)(?:\s+[a-z-]+=(["'])[\w\s:;,.#%()-]{0,200}\2)*\s*>""", re.ASCII)
"""A tag with nothing in it but attributes of style; more would be text that a damaged tag hides."""
UNKNOWN_TAG = re.compile(r"</?(?!https?:)[A-Za-z][^<>]{0,40}>?")
FRACTION = r"(?!\d{1,3}\s*[%％‰°度倍億萬兆千百元公米噸成折])"
"""What does not follow the number of a list: 1.5 度 is one number; 1.5G, 1.2050 年 are two."""
GUESSES = "|".join(map("、".join, pairwise("一二三四五六七八九")))
"""三、四年前: no number of a list."""
SEPARATORS = "、.．"
"""What stands between the number of a list and the words of its item."""
MARKER = re.compile(
    rf"(\d{{1,2}}[{SEPARATORS}](?:(?<=、)|{FRACTION})|[(（]\d{{1,2}}[)）]|(?!{GUESSES})[一二三四五六七八九十]{{1,3}}、)\s*"
)
BULLETS = "•●○◎■□◆◇▪►➢➤"
"""What begins an item of a list that has no numbers, beside the signs of Markdown."""
BULLET = re.compile(rf"(#{{1,6}}|[-*{BULLETS}])\s+")
FULL_LINE = 40
"""Columns of a line that is so long that its paragraph may go on with the next."""
SENTENCE_ENDS = "。！？：；!?:;…⋯"
LATIN_END = re.compile(r"(?:[A-Za-zÀ-ɏ]{3}|[a-zà-ɏ]{2}|\)|\s[0-9][0-9,.]*%?)\.$")
"""A full stop of Latin text: behind a word, or a number that a space sets apart (not 到2.|0); not
behind initials, Dr or St."""
TAIL = 120
REMARK = re.compile(r"[(（\[［【〔][^()（）\[\]［］【】〔〕]{1,40}[)）\]］】〕]$")
"""What a transcript notes of the moment, behind a sentence: （掌聲）."""
CLOSERS = "」』）)】\"'”’"


class Seam(Enum):
    """How a piece of text meets the piece before it."""

    ROW = "a table row that goes on after a page break"
    GAP = "blank lines, which a page break or a new paragraph leaves"
    LINE = "the next line: a paragraph of its own, but where a full line stops within a sentence"


@dataclass(frozen=True)
class Piece:
    """Some content, and how it meets what came before."""

    seam: Seam
    text: Excerpt


@dataclass(frozen=True)
class _Run:
    """Text between two boundaries, with what the boundary before it was made of."""

    text: Excerpt
    seam: Seam | None
    tagged: bool
    in_list: bool
    count: int = 0
    """Its number in a list that a browser numbers; 0 in no such list."""


def parse_blocks(
    pieces: Iterable[Piece], begins: Callable[[str, str], bool] = lambda *_: False
) -> list[Block]:
    """Return the paragraphs and list items of a content, joined over page breaks.

    White space around a block, tags and bullets are in no block; all else is. A text that begins
    anew, as `begins` tells, is never joined with the one before.
    """
    joined: list[list[_Run]] = []
    for run in _find_runs(list(pieces)):
        last = joined[-1][-1].text if joined else EMPTY
        if (
            joined
            and _continues(last, run)
            and not begins(last.text.strip(), run.text.text.strip())
        ):
            joined[-1].append(run)
        else:
            joined.append([run])
    return [
        _number(parse_block(item), runs[0].count)
        for runs in joined
        for text in [join_all(run.text for run in runs)]
        for item in (_split_list(text) if runs[0].in_list else [text])
    ]


def _number(block: Block, count: int) -> Block:
    """Return a list item with the number that a browser gives it, where none is printed."""
    number = f"{count}."
    if block.marker or not count:
        return block
    return Block(Excerpt(number, (INSERTED,) * len(number)), block.body)


def parse_block(text: Excerpt) -> Block:
    """Return a paragraph or list item, its printed number apart from its text."""
    text = without_bullet(text.strip())
    marker = MARKER.match(text.text)
    if not marker or marker.end() == len(text.text):
        return Block(EMPTY, text)
    return Block(text[: marker.end(1)], text[marker.end() :])


def without_bullet(text: Excerpt) -> Excerpt:
    """Return a line without the bullet before it."""
    bullet = BULLET.match(text.text)
    return text[bullet.end() :] if bullet else text


def ends_sentence(text: str) -> bool:
    """Return whether a text ends where a sentence may end."""
    bare = REMARK.sub("", text[-TAIL:].rstrip()).rstrip(CLOSERS)
    return bare.endswith(tuple(SENTENCE_ENDS)) or bool(LATIN_END.search(bare))


def is_open(text: str, seam: Seam) -> bool:
    """Return whether a text stops within a sentence, so that what a page break cut off goes on.

    A bracket at its end may be the end of a paragraph: over blank lines nothing is joined to it.
    """
    closed = seam is Seam.GAP and text.rstrip().endswith(tuple(CLOSERS))
    return not closed and not ends_sentence(text)


def find_tags(pieces: Iterable[Piece]) -> list[Excerpt]:
    """Return the tags of a content, those that a page break had cut as one."""
    whole = concatenate(piece.text for piece in pieces)
    return [whole[tag.start() : tag.end()] for tag in TAG.finditer(whole.text)]


def _find_runs(pieces: list[Piece]) -> Iterator[_Run]:
    """Yield the texts between tags and seams; a tag may itself be cut by a seam."""
    whole = concatenate(piece.text for piece in pieces)
    seams, place = {}, 0
    for piece in pieces:
        seams[place] = piece.seam
        place += len(piece.text.text)
    tags = {tag.start(): tag for tag in TAG.finditer(whole.text)}

    context, tagged, seam, start = "", False, None, 0
    count, numbered = -1, False
    for here in sorted({*tags, *(tag.end() for tag in tags.values()), *seams, len(whole.text)}):
        text = whole[start:here] if here > start else EMPTY
        if text.text.strip():
            yield _Run(text, seam, tagged, context == "ol", count if numbered else 0)
            tagged, seam, numbered = False, None, False
        start = max(start, here)
        seam = seams.get(here, seam)
        context = "" if seams.get(here) in (Seam.GAP, Seam.LINE) else context
        if here in tags:
            tag, tagged = tags[here], True
            start = tag.end()
            context = _context_after(tag)
            count, numbered = _count_after(tag, count, numbered=numbered)


def _context_after(tag: "re.Match[str]") -> str:
    if not tag[0].startswith("</"):
        return tag[1]
    return "ol" if tag[1] == "li" else ""


def _count_after(tag: "re.Match[str]", count: int, *, numbered: bool) -> tuple[int, bool]:
    """Return the number of the last item of a numbered list, and whether its text is to come.

    It is -1 outside such a list, so also in one that has the style not to be numbered.
    """
    if tag[1] == "p":
        return count, numbered
    if tag[1] in ("ol", "ul"):
        first = re.search(r"""\sstart=["'](\d{1,4})["']""", tag[0])
        shown = tag[0].startswith("<ol") and "none" not in tag[0]
        return (int(first[1]) - 1 if first else 0) if shown else -1, False
    begins = tag[0].startswith("<li") and count >= 0
    return count + begins, begins


def _continues(before: Excerpt, run: _Run) -> bool:
    """Return whether a run goes on with the paragraph before it, which a page break had cut."""
    if run.seam is None or starts_item(run.text.text.lstrip()):
        return False
    if run.seam is Seam.LINE and _width(before.text) < FULL_LINE:
        return False
    if is_open(before.text, run.seam):
        return True
    return run.seam is Seam.ROW and not run.tagged


def _width(line: str) -> int:
    """Return how many columns a line takes: two a Chinese character."""
    return sum(1 if char < "\u2e80" else 2 for char in line.strip())


def starts_item(text: str) -> bool:
    """Return whether a text begins with a list number or a bullet."""
    return bool(MARKER.match(text) or BULLET.match(text))


def _split_list(text: Excerpt) -> list[Excerpt]:
    """Split the text of an `<ol>` that has no `<li>` into its items.

    Items begin at the number that comes next. Where the converter lost all the numbers, what is
    left between two items is a full stop and a space, which running Chinese text does not have.
    """
    text = text.strip()
    first = re.match(rf"(\d{{1,2}})[{SEPARATORS}]", text.text)
    if not first:
        cuts = [found.end() for found in re.finditer(r"。\s+", text.text)]
    else:
        cuts, expected, place = [], int(first[1]) + 1, 0
        while found := re.compile(rf"\s{expected}[{SEPARATORS}]").search(text.text, place):
            cuts.append(found.start())
            expected, place = expected + 1, found.end()
    bounds = [0, *cuts, len(text.text)]
    items = (text[a:b].strip() for a, b in pairwise(bounds))
    return [item for item in items if item]
