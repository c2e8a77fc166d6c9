"""Records that are news releases: paragraphs, links to films, photo captions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dialogues.model.kinds import ItemKind
from dialogues.model.sources import Source
from dialogues.parsing.blocks import BULLET, ends_sentence
from dialogues.parsing.excerpts import EMPTY, Excerpt, join
from dialogues.parsing.layout import Layout
from dialogues.parsing.lines import Blank, split_lines
from dialogues.parsing.structure import Block, Element, Fact, Findings, Heading, Item
from dialogues.problems import shorten

CAPTION = re.compile(r"圖(\d{1,3})[：:]")
LINK = re.compile(r"<(https?://[^<>\s]+)>")
BOLD = re.compile(r"\*\*(.+)\*\*")
COLON = re.compile(r"[：:]")


class ReleaseParser:
    """Goes through the paragraphs of one release once and collects what they are."""

    def __init__(self, source: Source, layout: Layout) -> None:
        self.source = source
        self.layout = layout
        self.findings = Findings(source)
        self.paragraphs = 0
        self.links: list[Block] = []
        self.met: set[str] = set()

    def parse(self) -> Findings:
        """Return the elements of the release, what is left out of it, and what is wrong."""
        for paragraph in filter(None, self._join_paragraphs()):
            self._read(paragraph)
        self._finish_links()
        for statement in self.layout.statements:
            if statement.begins not in self.met:
                rule = "a statement of record.yml must begin in one paragraph of the release"
                self.findings.complain(EMPTY, f"{rule}, and none has {shorten(statement.begins)}")
        return self.findings

    def _join_paragraphs(self) -> Iterator[Excerpt]:
        """Yield the paragraphs, those that a page break had cut as one."""
        pending = EMPTY
        for line in split_lines(self.source.text):
            if isinstance(line, Blank):
                self.findings.leave_out("spacing", line.text)
            elif self._is_cut(pending.strip()) and not self._stands_alone(line.text.strip()):
                pending = join(pending, line.text)
            else:
                yield pending.strip()
                pending = line.text
        yield pending.strip()

    def _is_cut(self, text: Excerpt) -> bool:
        """Return whether a paragraph stops within a sentence, so that the next text goes on."""
        return bool(text) and not self._stands_alone(text) and not ends_sentence(text.text)

    def _stands_alone(self, text: Excerpt) -> bool:
        """Return whether a line is known to be no part of a paragraph."""
        return bool(
            text.text in self.layout.headings
            or text.text in self.layout.left_out
            or self._as_fact(text)
            or CAPTION.match(text.text)
            or LINK.search(text.text)
            or BULLET.match(text.text)
        )

    def _read(self, text: Excerpt) -> None:
        if LINK.search(text.text) or BULLET.match(text.text):
            self.links.append(Block(EMPTY, _without_marks(text)))
            return
        self._finish_links()
        if text.text in self.layout.left_out:
            self.findings.leave_out("text", text)
        elif text.text in self.layout.headings:
            self._add(Heading(text))
        elif fact := self._as_fact(text):
            self.findings.leave_out("fact-colon", text[len(fact.name.text) :][:1])
            self._add(fact)
        elif caption := CAPTION.match(text.text):
            block = Block(text[: caption.end()], text[caption.end() :])
            self._add(Item(f"fig-{caption[1]}", "caption", EMPTY, EMPTY, (block,)))
        elif ends_sentence(text.text):
            self._read_paragraph(text)
        else:
            rule = "a line must end a sentence, or be declared in record.yml"
            self.findings.complain(text, f"{rule}, and this does neither: {shorten(text.text)}")

    def _as_fact(self, text: Excerpt) -> Fact | None:
        colon = COLON.search(text.text)
        if not colon:
            return None
        name, value = text[: colon.start()].strip(), text[colon.end() :].strip()
        return Fact(name, value) if self.layout.facts.get(name.text) == value.text else None

    def _read_paragraph(self, text: Excerpt) -> None:
        """Cut a paragraph where a statement begins; each part is an item of its own."""
        cuts = {
            text.text.index(statement.begins): statement
            for statement in self.layout.statements
            if statement.begins in text.text
        }
        self.met |= {statement.begins for statement in cuts.values()}
        self.paragraphs += 1
        bounds = sorted({0, *cuts, len(text.text)})
        for number, (start, end) in enumerate(pairwise(bounds), 1):
            item_id = f"p-{self.paragraphs}" + (f"-{number}" if len(bounds) > 2 else "")
            label = self._label_of(cuts[start].label, text[start:end]) if start in cuts else EMPTY
            kind: ItemKind = "statement" if label else "narration"
            # The label stays in the text that it was printed in, so it is no excerpt of its own.
            block = Block(EMPTY, text[start:end].strip())
            self._add(Item(item_id, kind, EMPTY, label, (block,)))

    def _label_of(self, label: str | None, part: Excerpt) -> Excerpt:
        if label is None:
            return EMPTY
        place = part.text.find(label)
        if place < 0:
            rule = f"a statement must name its speaker {shorten(label)}"
            self.findings.complain(part, f"{rule}, and has {shorten(part.text)}")
            return EMPTY
        return part[place : place + len(label)]

    def _finish_links(self) -> None:
        if self.links:
            self._add(Item("live", "links", EMPTY, EMPTY, tuple(self.links)))
            self.links = []

    def _add(self, element: Element) -> None:
        self.findings.add(self.layout.sessions[0].id, element)


def _without_marks(text: Excerpt) -> Excerpt:
    """Return a line without its bullet, its bold marks and the brackets around its address."""
    if bullet := BULLET.match(text.text):
        text = text[bullet.end() :]
    if bold := BOLD.fullmatch(text.text):
        text = text[bold.start(1) : bold.end(1)]
    if link := LINK.search(text.text):
        address = text[link.start(1) : link.end(1)]
        text = text[: link.start()] + address + text[link.end() :]
    return text
