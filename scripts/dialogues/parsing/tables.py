"""Parse records with tables, questions or turns: summaries of talks, panels, minutes.

Rows are joined over page breaks first: a row whose number, or question, is empty goes on with the
row before it. Which column holds what is declared by the record, see Layout.columns. Outside a
table each turn begins with a line that names its speaker, and goes on until the next one.
"""

import re

from dialogues.model.sources import Source
from dialogues.parsing.blocks import SEPARATORS, Piece, Seam, find_tags, parse_block, without_bullet
from dialogues.parsing.collecting import Collector
from dialogues.parsing.columns import Cells, Columns, read_columns
from dialogues.parsing.entries import Entry
from dialogues.parsing.excerpts import EMPTY, Excerpt, concatenate, join
from dialogues.parsing.heads import find_facts, split_fact, split_question
from dialogues.parsing.layout import Layout
from dialogues.parsing.lines import PAGE_NUMBER, Blank, Line, Separator, TableRow, Text, split_lines
from dialogues.parsing.rows import read_number
from dialogues.parsing.structure import Block, Findings
from dialogues.parsing.turns import Doubt, Turn
from dialogues.problems import shorten

NUMBER_STOP = re.compile(rf"(?<=[^{SEPARATORS}\s])[{SEPARATORS}]+\s*$")
QUESTION = re.compile(
    r"((?:[QＱ]|Question |問題?|提問)\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[.:：、．︰∶﹕])\s*"
)


class TableParser(Collector):
    """Goes through the lines of one source once and collects what they are."""

    def __init__(self, source: Source, text: Excerpt, layout: Layout) -> None:
        super().__init__(source, text, layout)
        self.sessions = {s.heading: s.id for s in layout.sessions if s.heading}
        self.columns = Columns()
        self.after_blank = False
        self.after_break = False
        """Whether blank lines or repeated column headings stand before: a page break."""

    def parse(self) -> Findings:
        """Return the elements of the source, what is left out of it, and what is wrong."""
        for line in split_lines(self.text):
            self._read(line)
            self.after_blank = isinstance(line, Blank) or self._is_page_number(line)
            self.after_break = self.after_blank or self._is_heading_row(line)
        if self.fact:
            self.complain_of_fact(self.fact)
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
            case TableRow() if self.columns.kinds:
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
        return isinstance(row, TableRow) and read_columns(row, self.layout.columns) is not None

    def _read_heading_row(self, row: TableRow) -> None:
        self.finish_question()
        columns = read_columns(row, self.layout.columns)
        assert columns is not None
        if columns.fault:
            self.findings.complain(row.text, f"{columns.fault}: {row.text.text!r}")
            return
        self.columns = columns
        self.findings.leave_out("column-headings", row.text)

    def _read_row(self, row: TableRow) -> None:
        cells = self.columns.cut(row)
        if heading := self._find_heading(row):
            self._read_text(heading)
        elif not isinstance(cells, Cells):
            self.findings.complain(*cells)
        elif cells.has("question"):
            self._start_question(cells["question"], cells)
        elif cells.has("number"):
            self._start_numbered(cells)
        elif "number" not in cells and cells.has("label"):
            self._start_item(cells, f"{self.rows + 1}")
        else:
            self._go_on(cells)

    def _find_heading(self, row: TableRow) -> Excerpt:
        """Return the one text of a row that is declared as a heading, or is a question with its number.

        Merged cells print it again.
        """
        printed = [cell.strip() for cell in row.cells if cell.text.strip()]
        texts = {cell.text for cell in printed}
        declared = texts & {*self.sessions, *self.layout.headings}
        if len(texts) != 1 or not (declared or QUESTION.match(printed[0].text)):
            return EMPTY
        for cell in printed[1:]:
            self.findings.leave_out("merged-cells", cell)
        return printed[0]

    def _start_numbered(self, cells: Cells) -> None:
        number = cells["number"].strip()
        count = read_number(number.text)
        if count and "question" not in cells:
            self.complain_of(self.count.add(count, number))
            self._start_item(cells, self.count.name(count))
        elif not count and not cells.has("label") and "content" in cells:
            self._start_question(cells["number"], cells)
        else:
            rule = "a row must begin with its number, with nothing, or with a question"
            self.findings.complain(number, f"{rule}, and has {shorten(number.text)}")

    def _start_item(self, cells: Cells, count: str) -> None:
        self.rows += 1
        stop = NUMBER_STOP.search(cells["number"].text)
        number = cells["number"][: stop.start()] if stop else cells["number"]
        if stop:
            self.findings.leave_out("number-stop", cells["number"][stop.start() :].strip())
        pieces = [Piece(Seam.LINE, cells["content"])]
        entry = Entry(number.strip(), cells["label"].strip(), pieces, count)
        entry.add_notes(cells)
        self.start(entry)

    def _go_on(self, cells: Cells) -> None:
        entry, label = self.entry, cells["label"].strip()
        content = cells["answers"] or cells["content"]
        if entry is None or not entry.is_begun:
            rule = "a row without a number must go on with a row before it, and there is none"
            self.findings.complain(content or label, f"{rule}: {shorten(content.text)}")
            return
        if not self.after_break:
            notes = [cell for _, cell in cells.notes]
            self.complain_of(*entry.check_seams(content, notes))
        entry.label = join(entry.label, label)
        entry.add_notes(cells)
        if content:
            entry.pieces.append(Piece(Seam.ROW, content))

    def _start_question(self, question: Excerpt, cells: Cells) -> None:
        """Read a question in a cell, with the headings that stand above it."""
        self.finish_entry()
        pieces = [Piece(Seam.LINE, question)]
        for tag in find_tags(pieces):
            self.findings.leave_out("markup", tag)
        headings, asked = split_question(pieces, self.layout)
        for heading in headings:
            self.add(heading)
        if len(asked) == 1:
            self._ask(asked[0], cells)
            return
        rule = "a question must be one paragraph, beside headings that record.yml declares"
        self.findings.complain(
            question, f"{rule}, and here are {len(asked)}: {shorten(question.text)}"
        )

    def _ask(self, block: Block, cells: Cells) -> None:
        """Add a question with what its row has to answer it: turns, one turn, or a decision."""
        if "question" in cells and cells.has("number"):
            block = Block(cells["number"].strip(), block.marker + block.body)
        rows = "label" in cells and "question" in cells
        answers = cells["answers"] or cells["content"]
        entry = Entry(pieces=[] if rows or not answers else [Piece(Seam.LINE, answers)])
        if not rows:
            entry.add_notes(cells)
        self.ask_in_cell(block, entry)
        if rows:
            self.entry, self.panel = None, entry.group
            self._start_item(cells, "1")

    def _read_facts(self, row: TableRow) -> None:
        if self.fact and not row.texts[0]:
            self.go_on_with_fact(self.fact, concatenate(row.cells).strip())
            return
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
                self.add_fact(fact)

    def _read_text(self, text: Excerpt) -> None:
        line = without_bullet(text.strip())
        if self.fact:
            self.go_on_with_fact(self.fact, line)
        elif self._is_fact(line):
            self._read_fact(line)
        elif line.text in self.sessions:
            self.finish_entry()
            self.start_session(self.sessions[line.text])
            self.add_heading(line)
        elif line.text in self.layout.headings:
            self.add_heading(line)
        elif self.asking:
            self.finish_question(line)
        elif asked := QUESTION.match(line.text):
            self.ask(int(read_number(asked[2]) or 0), line[: asked.end(1)], line[asked.end() :])
        elif line.text in self.layout.left_out:
            self.findings.leave_out("text", line)
        else:
            self._read_words(text, line)

    def _is_fact(self, line: Excerpt) -> bool:
        split = None if self.entry or self.panel else split_fact(line)
        return bool(split and self.layout.begins_fact(split[0]))

    def _read_fact(self, line: Excerpt) -> None:
        """Read a fact on a line of its own, `name：value`."""
        if split := split_fact(line):
            self.findings.leave_out("fact-colon", split[1])
            self.add_fact(split[0])

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
