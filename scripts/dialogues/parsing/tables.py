"""Records with tables, questions or turns: summaries of talks, panels, minutes.

Rows are joined over page breaks first: a row whose number, or question, is empty goes on with the
row before it. Which column holds what is declared by the record, see Layout.columns. Outside a
table each turn begins with a line that names its speaker, and goes on until the next one.
"""

import re

from dialogues.model.sources import Source
from dialogues.parsing.blocks import BULLET, Piece, Seam, find_tags, parse_block
from dialogues.parsing.collecting import Collector
from dialogues.parsing.entries import Entry
from dialogues.parsing.excerpts import EMPTY, Excerpt, join
from dialogues.parsing.heads import find_facts, split_question
from dialogues.parsing.layout import Column, Layout
from dialogues.parsing.lines import PAGE_NUMBER, Blank, Line, Separator, TableRow, Text, split_lines
from dialogues.parsing.rows import check_row, read_number
from dialogues.parsing.structure import Findings
from dialogues.parsing.turns import Doubt, Turn
from dialogues.problems import shorten

LAYOUTS: list[set[Column]] = [{"number", "label", "content"}, {"question", "answers"}]
"""The columns of the tables that are understood: a talk or an answer a row; a question a row."""
QUESTION = re.compile(r"([QＱ]\s?(\d{1,2})\s?[.:：、．︰∶﹕])\s*")


class TableParser(Collector):
    """Goes through the lines of one source once and collects what they are."""

    def __init__(self, source: Source, text: Excerpt, layout: Layout) -> None:
        super().__init__(source, text, layout)
        self.sessions = {s.heading: s.id for s in layout.sessions if s.heading}
        self.columns: list[Column] = []
        self.after_blank = False
        self.after_break = False
        """Whether blank lines or repeated column headings stand before: a page break."""

    def parse(self) -> Findings:
        """Return the elements of the source, what is left out of it, and what is wrong."""
        for line in split_lines(self.text):
            self._read(line)
            self.after_blank = isinstance(line, Blank) or self._is_page_number(line)
            self.after_break = self.after_blank or self._is_heading_row(line)
        self.finish_question()
        self.finish_entry()
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
            case Text(text) if self._is_page_number(line):
                self.findings.leave_out("page-number", text.strip())
            case Text(text):
                self._read_text(text)

    def _is_page_number(self, line: Line) -> bool:
        return isinstance(line, Text) and bool(PAGE_NUMBER.fullmatch(line.text.text.strip()))

    def _is_heading_row(self, row: Line) -> bool:
        return isinstance(row, TableRow) and all(text in self.layout.columns for text in row.texts)

    def _read_heading_row(self, row: TableRow) -> None:
        self.finish_question()
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
        elif count := read_number(number.text.strip()):
            self.complain_of(check_row(self.count, count, number.strip(), self.layout.leaps))
            self.count = count
            self.start(Entry(number.strip(), label.strip(), [Piece(Seam.LINE, content)]))
        elif not label.text.strip():
            self._start_question(number, content)
        else:
            rule = "a row must begin with its number, with nothing, or with a question"
            self.findings.complain(number, f"{rule}, and has {shorten(number.text)}")

    def _go_on(self, label: Excerpt, content: Excerpt) -> None:
        entry = self.entry
        if entry is None or not entry.pieces:
            rule = "a row without a number must go on with a row before it, and there is none"
            self.findings.complain(content or label, f"{rule}: {shorten(content.text)}")
            return
        if not self.after_break:
            self.complain_of(entry.check_seam(content or label))
        entry.label = join(entry.label, label)
        entry.pieces.append(Piece(Seam.ROW, content))

    def _start_question(self, question: Excerpt, answers: Excerpt) -> None:
        """Read a question in a cell, with the headings that stand above it."""
        self.finish_entry()
        pieces = [Piece(Seam.LINE, question)]
        for tag in find_tags(pieces):
            self.findings.leave_out("markup", tag)
        headings, asked = split_question(pieces, self.layout)
        for heading in headings:
            self.add(heading)
        if len(asked) == 1:
            self.ask_in_cell(asked[0], answers)
            return
        rule = "a question must be one paragraph, beside headings that record.yml declares"
        self.findings.complain(
            question, f"{rule}, and here are {len(asked)}: {shorten(question.text)}"
        )

    def _read_facts(self, row: TableRow) -> None:
        facts = find_facts(row, self.layout)
        if facts is None:
            rule = "a row above the tables must be declared in record.yml, as facts, or as columns"
            message = f"{rule} where it heads a table: {shorten(row.text.text)}"
            self.findings.complain(row.text.strip(), message)
        elif self.panel or self.entry:
            rule = "facts must stand at the head of the document, and here are"
            self.findings.complain(row.text.strip(), f"{rule} {shorten(row.text.text)}")
        else:
            for fact in facts:
                self.add(fact)

    def _read_text(self, text: Excerpt) -> None:
        line = text.strip()
        if bullet := BULLET.match(line.text):
            line = line[bullet.end() :]
        if line.text in self.sessions:
            self.finish_entry()
            self.start_session(self.sessions[line.text])
            self.add_heading(line)
        elif line.text in self.layout.headings:
            self.add_heading(line)
        elif self.asking:
            self.finish_question(line)
        elif asked := QUESTION.match(line.text):
            self.ask(int(asked[2]), line[: asked.end(1)], line[asked.end() :])
        elif line.text in self.layout.left_out:
            self.findings.leave_out("text", line)
        else:
            self._read_words(text, line)

    def _read_words(self, text: Excerpt, line: Excerpt) -> None:
        """Read a line of somebody's words: it begins a turn, or goes on with one."""
        block = parse_block(text)
        read = self.speakers.read(block)
        named = isinstance(read, Turn) or self.speakers.is_unspoken(block)
        if named and not (self.entry and self.entry.group):
            self.start(Entry(group="turn"))
        if self.entry and self.entry.group:
            seam = Seam.GAP if self.after_blank else Seam.LINE
            if isinstance(read, Doubt) and not named and not self.entry.is_unfinished(seam):
                self.findings.complain(read.place, read.message)
            self.complain_of(self.entry.run_on(Piece(seam, text), named=named))
        else:
            rule = "a line must be a table row, a question, or declared in record.yml as a heading"
            self.findings.complain(line, f"{rule}, and this is none: {shorten(line.text)}")
