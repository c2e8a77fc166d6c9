"""Records that are tables: summaries of talks, panels, minutes.

Rows are joined over page breaks first: a row whose number, or question, is empty goes on with the
row before it. Which column holds what is declared by the record, see Layout.columns.
"""

import re
from dataclasses import dataclass, field

from dialogues.model.kinds import ItemKind
from dialogues.model.sources import Source
from dialogues.parsing.answers import parse_answers
from dialogues.parsing.blocks import BULLET, Piece, Seam, find_tags, parse_blocks
from dialogues.parsing.excerpts import EMPTY, Excerpt, join
from dialogues.parsing.layout import Column, Layout
from dialogues.parsing.lines import Blank, Line, Separator, TableRow, Text, split_lines
from dialogues.parsing.structure import Block, Element, Fact, Findings, Heading, Item, Question
from dialogues.problems import shorten

NUMBER = re.compile(r"(\d{1,3})\.?")
LAYOUTS: list[set[Column]] = [{"number", "label", "content"}, {"question", "answers"}]
"""The columns of the tables that are understood: a talk or an answer a row; a question a row."""
QUESTION = re.compile(r"(Q(\d{1,2})[.:：])\s*")


@dataclass
class _Entry:
    """A row as it grows over page breaks: one talk, one answer, or all answers to a question."""

    number: Excerpt = EMPTY
    label: Excerpt = EMPTY
    pieces: list[Piece] = field(default_factory=list)
    holds_answers: bool = False


class TableParser:
    """Goes through the lines of one source once and collects what they are."""

    def __init__(self, source: Source, layout: Layout) -> None:
        self.source = source
        self.layout = layout
        self.findings = Findings(source)
        self.session = layout.sessions[0].id
        self.sessions = {s.heading: s.id for s in layout.sessions if s.heading}
        self.columns: list[Column] = []
        self.questions = 0
        self.panel = ""
        """The question whose answers are the rows that follow; empty where rows are talks."""
        self.entry: _Entry | None = None
        self.after_blank = False

    def parse(self) -> Findings:
        """Return the elements of the source, what is left out of it, and what is wrong."""
        for line in split_lines(self.source.text):
            self._read(line)
            self.after_blank = isinstance(line, Blank)
        self._finish_entry()
        return self.findings

    def _read(self, line: Line) -> None:
        match line:
            case Blank(text):
                self.findings.leave_out("spacing", text)
            case Separator(text):
                self.findings.leave_out("separator-row", text)
            case TableRow() if self._is_heading_row(line):
                self._read_heading_row(line)
            case TableRow() if self.columns:
                self._read_row(line)
            case TableRow():
                self._read_facts(line)
            case Text(text):
                self._read_text(text)

    def _is_heading_row(self, row: TableRow) -> bool:
        return all(text in self.layout.columns for text in row.texts)

    def _read_heading_row(self, row: TableRow) -> None:
        columns = [self.layout.columns[text] for text in row.texts]
        if set(columns) not in LAYOUTS or len(columns) != len(set(columns)):
            rule = "columns must be number, label and content, or question and answers, each once"
            self.findings.complain(
                row.text, f"{rule}, and are {', '.join(columns)}: {row.text.text!r}"
            )
            return
        self.columns = columns
        self.findings.leave_out("column-headings", row.text)

    def _read_row(self, row: TableRow) -> None:
        if len(row.cells) != len(self.columns):
            rule = f"a row must have {len(self.columns)} cells, and has {len(row.cells)}"
            self.findings.complain(row.text, f"{rule}: {shorten(row.text.text)}")
            return
        cells = dict(zip(self.columns, row.cells, strict=True))
        if "question" in cells:
            self._read_question_row(cells["question"], cells["answers"])
        else:
            self._read_item_row(cells["number"], cells["label"], cells["content"])

    def _read_question_row(self, question: Excerpt, answers: Excerpt) -> None:
        if question.text.strip():
            self._start_question(question, answers)
        else:
            self._go_on(EMPTY, answers)

    def _read_item_row(self, number: Excerpt, label: Excerpt, content: Excerpt) -> None:
        if not number.text.strip():
            self._go_on(label.strip(), content)
        elif NUMBER.fullmatch(number.text.strip()):
            self._start(_Entry(number.strip(), label.strip(), [Piece(Seam.LINE, content)]))
        elif not label.text.strip():
            self._start_question(number, content)
        else:
            rule = "a row must begin with its number, with nothing, or with a question"
            self.findings.complain(number, f"{rule}, and has {shorten(number.text)}")

    def _start(self, entry: _Entry) -> None:
        self._finish_entry()
        self.entry = entry

    def _go_on(self, label: Excerpt, content: Excerpt) -> None:
        if self.entry is None:
            rule = "a row without a number must go on with a row before it, and there is none"
            self.findings.complain(content or label, f"{rule}: {shorten(content.text)}")
            return
        self.entry.label = join(self.entry.label, label)
        self.entry.pieces.append(Piece(Seam.ROW, content))

    def _start_question(self, question: Excerpt, answers: Excerpt) -> None:
        """Read a question in a cell, with the headings that stand above it."""
        self._finish_entry()
        asked = []
        pieces = [Piece(Seam.LINE, question)]
        self._leave_out_tags(pieces)
        for block in parse_blocks(pieces):
            if not block.marker and block.body.text in self.layout.headings:
                self._add(Heading(block.body))
            else:
                asked.append(block)
        if len(asked) != 1:
            rule = "a question must be one paragraph, beside headings that record.yml declares"
            self.findings.complain(
                question, f"{rule}, and here are {len(asked)}: {shorten(question.text)}"
            )
            return
        self.questions += 1
        self._add(Question(self._id(f"q{self.questions}"), asked[0]))
        self.entry = _Entry(pieces=[Piece(Seam.LINE, answers)], holds_answers=True)

    def _read_facts(self, row: TableRow) -> None:
        cells = [cell.strip() for cell in row.cells]
        for name, value in zip(cells[::2], cells[1::2], strict=False):
            if name and self.layout.facts.get(name.text) == value.text:
                self._add(Fact(name, value))
            elif name or value:
                rule = (
                    "a row above the tables must be declared in record.yml, as facts, or as columns"
                )
                self.findings.complain(
                    name or value, f"{rule} where it heads a table: {shorten(row.text.text)}"
                )
                return

    def _read_text(self, text: Excerpt) -> None:
        line = text.strip()
        if bullet := BULLET.match(line.text):
            line = line[bullet.end() :]
        if line.text in self.sessions:
            self._finish_entry()
            self.session, self.questions, self.panel = self.sessions[line.text], 0, ""
            self._add(Heading(line))
        elif line.text in self.layout.headings:
            self._finish_entry()
            self._add(Heading(line))
        elif asked := QUESTION.match(line.text):
            self._finish_entry()
            self.panel = f"q{asked[2]}"
            block = Block(line[: asked.end(1)], line[asked.end() :])
            self._add(Question(self._id(self.panel), block))
        elif line.text in self.layout.left_out:
            self.findings.leave_out("text", line)
        elif self.entry and self.entry.holds_answers:
            self.entry.pieces.append(Piece(Seam.GAP if self.after_blank else Seam.LINE, text))
        else:
            rule = "a line must be a table row, a question, or declared in record.yml as a heading"
            self.findings.complain(line, f"{rule}, and this is none: {shorten(line.text)}")

    def _finish_entry(self) -> None:
        entry, self.entry = self.entry, None
        if entry is None:
            return
        self._leave_out_tags(entry.pieces)
        if entry.holds_answers:
            answers = parse_answers(entry.pieces, self.layout, self._id(f"q{self.questions}"))
            for answer in answers.items:
                self._add(answer)
            self.findings.left_out.extend(answers.left_out)
            for place, message in answers.complaints:
                self.findings.complain(place, message)
            return
        blocks = tuple(parse_blocks(entry.pieces))
        kind: ItemKind = "answer" if self.panel else "talk"
        self._add(Item(self._item_id(entry), kind, entry.number, entry.label, blocks))

    def _item_id(self, entry: _Entry) -> str:
        number = entry.number.text.rstrip(".")
        if self.panel:
            return self._id(f"{self.panel}-{number}")
        return self._id(number if len(self.layout.sessions) > 1 else f"talk-{number}")

    def _id(self, part: str) -> str:
        return self.layout.prefix(self.session) + part

    def _leave_out_tags(self, pieces: list[Piece]) -> None:
        for tag in find_tags(pieces):
            self.findings.leave_out("markup", tag)

    def _add(self, element: Element) -> None:
        self.findings.add(self.session, element)
