"""Parse records that are news releases: paragraphs, links to films, photo captions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dialogues.model.kinds import ItemKind
from dialogues.model.sources import Source
from dialogues.parsing.blocks import (
    BULLET,
    SEPARATORS,
    Seam,
    ends_sentence,
    is_open,
    without_bullet,
)
from dialogues.parsing.excerpts import EMPTY, Excerpt, join_all
from dialogues.parsing.heads import split_fact
from dialogues.parsing.layout import Layout, StatementLayout
from dialogues.parsing.lines import PAGE_NUMBER, Blank, split_lines
from dialogues.parsing.offices import COLONS
from dialogues.parsing.rows import NUMERAL, read_number
from dialogues.parsing.speakers import OVERLAP, Speakers
from dialogues.parsing.statements import Statements, find_label, is_repeated, words_after
from dialogues.parsing.structure import Block, Element, Fact, Findings, Heading, Item
from dialogues.parsing.turns import Doubt, Turn
from dialogues.problems import shorten

CAPTION = re.compile(rf"圖\s?(\d{{1,3}}|{NUMERAL})(?:[{COLONS}]|[{SEPARATORS}](?!\s*[\d圖]))")
"""The number of a caption: 圖1：, 圖一、."""
LINK = re.compile(r"<(https?://[^<>\s]+)>")
BOLD = re.compile(r"\*\*(.+)\*\*")
CONTACT = re.compile(
    r"(?:聯絡人|聯絡電話|聯絡方式|聯絡資訊|承辦人|電話|手機|行動電話|傳真|電子郵件|[Ee]-?mail)\s*[：:]"
    r"|(?<!\d)09\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)"
)
"""How a person is reached, which is for journalists and not for a site."""


class ReleaseParser:
    """Goes through the paragraphs of one release once and collects what they are."""

    def __init__(self, source: Source, text: Excerpt, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        self.findings = Findings(source)
        self.paragraphs = 0
        self.speakers = Speakers(layout)
        self.statements = Statements(layout)
        self.whole: set[int] = set()
        """Where paragraphs begin that are whole without a sign that ends a sentence."""
        self.listed: list[Block] = []
        self.linked = False
        self.lists = 0

    def parse(self) -> Findings:
        """Return the elements of the release, what is left out of it, and what is wrong."""
        for paragraph in self._join_paragraphs():
            self._read(paragraph)
        self._finish_list()
        for message in self.statements.find_faults():
            self.findings.complain(EMPTY, message)
        self._check_declared()
        return self.findings

    def _join_paragraphs(self) -> Iterator[Excerpt]:
        """Yield the paragraphs, those that a page break had cut as one."""
        pending: list[Excerpt] = []
        blanks, turned = 0, False
        for line in split_lines(self.text):
            text = line.text.strip()
            if isinstance(line, Blank):
                self.findings.leave_out("spacing", line.text)
                blanks += 1
            elif PAGE_NUMBER.fullmatch(text.text):
                self.findings.leave_out("page-number", text)
                turned = True
            elif without_bullet(text).text in self.layout.left_out:
                self.findings.leave_out("text", without_bullet(text))
                turned = True
            else:
                if pending and not self._goes_on(pending, text, 9 if turned else blanks):
                    yield self._finish_paragraph(pending, text)
                    pending = []
                pending.append(_unindent(line.text))
                blanks, turned = 0, False
        if pending:
            yield self._finish_paragraph(pending, EMPTY)

    def _goes_on(self, pending: list[Excerpt], text: Excerpt, blanks: int) -> bool:
        """Return whether a line goes on with the paragraph before it, which a page break had cut.

        One blank line ends a paragraph; more of them, or the number of a page, do only where the
        sentence is at its end. What begins a statement, or names a speaker, goes on with nothing,
        but where the first words of a statement were cut themselves.
        """
        last = pending[-1].strip()
        cut = len(pending) == 1 and self.statements.begins_with(last.text + text.text)
        if blanks == 1 or self._stands_alone(text):
            return False
        if not cut and self._begins_anew(last.text, text.text):
            return False
        if len(pending) == 1 and self._stands_alone(last):
            return False
        return is_open(last.text, Seam.GAP if blanks else Seam.ROW)

    def _begins_anew(self, before: str, text: str) -> bool:
        return self.statements.begins_with(text) or self.speakers.begins_turn(before, text)

    def _finish_paragraph(self, pending: list[Excerpt], text: Excerpt) -> Excerpt:
        """Join the lines of a paragraph; that of a statement is whole where another begins."""
        paragraph = join_all(pending).strip()
        begins = self.statements.begins_with
        if text and begins(text.text) and begins(paragraph.text):
            self.whole.add(paragraph.start)
        return paragraph

    def _stands_alone(self, text: Excerpt) -> bool:
        """Return whether a line is known to be no part of a paragraph."""
        return bool(
            text.text in self.layout.headings
            or self._as_fact(text)
            or CAPTION.match(text.text)
            or LINK.search(text.text)
            or BULLET.match(text.text)
        )

    def _read(self, text: Excerpt) -> None:
        line = without_bullet(text)
        if line.text in self.layout.headings:
            self._add(Heading(line))
        elif fact := self._as_fact(line):
            self.findings.leave_out("fact-colon", line[len(fact.name.text) :].strip()[:1])
            self._add(fact)
        elif LINK.search(text.text) or BULLET.match(text.text):
            self._read_list_item(text)
        elif caption := CAPTION.match(text.text):
            block = Block(text[: caption.end()], text[caption.end() :])
            self._add(
                Item(
                    f"fig-{read_number(caption[1].lstrip('0'))}", "caption", EMPTY, EMPTY, (block,)
                )
            )
        elif ends_sentence(text.text) or text.start in self.whole:
            self._finish_list()
            self._read_paragraph(text)
        else:
            rule = "a line must end a sentence, or be declared in record.yml"
            self.findings.complain(text, f"{rule}, and this does neither: {shorten(text.text)}")

    def _read_list_item(self, text: Excerpt) -> None:
        self.linked = self.linked or bool(LINK.search(text.text))
        block = Block(EMPTY, _without_marks(text))
        self.listed.append(block)
        self._check_words(block, None)

    def _as_fact(self, text: Excerpt) -> Fact | None:
        split = split_fact(text)
        return split[0] if split and self.layout.has_fact(split[0]) else None

    def _read_paragraph(self, text: Excerpt) -> None:
        """Cut a paragraph where a statement begins; each part is an item of its own."""
        cuts = self.statements.find_cuts(text)
        self.paragraphs += 1
        bounds = sorted({0, *cuts, len(text.text)})
        for number, (start, end) in enumerate(pairwise(bounds), 1):
            item_id = f"p-{self.paragraphs}" + (f"-{number}" if len(bounds) > 2 else "")
            part = text[start:end]
            label = self._label_of(cuts[start].label, part) if start in cuts else EMPTY
            kind: ItemKind = "statement" if label else "narration"
            # The label stays in the text that it was printed in, so it is no excerpt of its own.
            block = Block(EMPTY, part.strip())
            self._check_words(block, cuts.get(start))
            self._add(Item(item_id, kind, EMPTY, label, (block,)))

    def _check_words(self, block: Block, statement: StatementLayout | None) -> None:
        """Note what names a speaker and is declared as no statement of theirs."""
        if CONTACT.search(block.body.text):
            rule = "contact details must be declared in record.yml, left_out or facts"
            self.findings.complain(block.body, f"{rule}, and here are {shorten(block.body.text)}")
        plain = statement or self.speakers.is_unspoken(block)
        read = None if plain else self.speakers.read(block)
        leads_in = block.body.text.endswith(tuple(COLONS))
        if not (read or plain or leads_in) and any(map(is_repeated, self.layout.statements)):
            read = self.speakers.doubt_head(block)
        if isinstance(read, Turn):
            read = Doubt(block.body, "a paragraph of a speaker must be declared in statements")
        if statement:
            words = words_after(statement, block.body)
            read = self.speakers.doubt_report(words, statement.label or "")
            if not read and statement.label and (another := self.statements.find_another(words)):
                read = Doubt(another, OVERLAP)
        elif not read and not self.speakers.is_quoted(block):
            read = self.speakers.doubt_words(block.body)
        if read:
            self.findings.complain(read.place, read.message)

    def _label_of(self, label: str | None, part: Excerpt) -> Excerpt:
        match find_label(label, part):
            case Excerpt() as found:
                return found
            case place, message:
                self.findings.complain(place, message)
                return EMPTY

    def _finish_list(self) -> None:
        """Make an item of the list items so far: of links, or of points that nobody speaks."""
        if self.listed:
            self.lists += 1
            again = f"-{self.lists}" if self.lists > 1 else ""
            name: tuple[str, ItemKind] = ("live", "links") if self.linked else ("list", "narration")
            blocks = tuple(self.listed)
            self.listed, self.linked = [], False
            self.findings.add(self._session, Item(name[0] + again, name[1], EMPTY, EMPTY, blocks))

    @property
    def _session(self) -> str:
        return self.layout.sessions[0].id

    def _add(self, element: Element) -> None:
        self._finish_list()
        self.findings.add(self._session, element)

    def _check_declared(self) -> None:
        """Note a release of several paragraphs of which nobody has declared anything."""
        layout = self.layout
        declared = (layout.headings, layout.facts, layout.statements, layout.left_out)
        if self.paragraphs > 1 and not any(declared):
            rule = "a release must declare its headings, its facts or its statements"
            self.findings.complain(EMPTY, f"{rule}, and declares none")


def _unindent(line: Excerpt) -> Excerpt:
    """Return a line without the white space that indents it; one space is that between words."""
    text = line.strip()
    spaced = line.text[:1] == " " and line.text[1:2] == text.text[:1]
    ended = line.text[-1:] == " " and line.text[-2:-1] == text.text[-1:]
    start = line.text.index(text.text)
    return line[start - spaced : start + len(text.text) + ended]


def _without_marks(text: Excerpt) -> Excerpt:
    """Return a line without its bullet, its bold marks and the brackets around its address."""
    text = without_bullet(text)
    if bold := BOLD.fullmatch(text.text):
        text = text[bold.start(1) : bold.end(1)]
    if link := LINK.search(text.text):
        address = text[link.start(1) : link.end(1)]
        text = text[: link.start()] + address + text[link.end() :]
    return text
