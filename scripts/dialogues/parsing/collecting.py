"""Collect what a record with tables, questions or turns holds, session by session."""

from collections.abc import Iterable

from dialogues.model.kinds import ItemKind
from dialogues.model.sources import Source
from dialogues.parsing.answers import parse_answers
from dialogues.parsing.blocks import find_tags, parse_blocks
from dialogues.parsing.entries import Entry
from dialogues.parsing.excerpts import EMPTY, INSERTED, Excerpt, join
from dialogues.parsing.layout import Layout
from dialogues.parsing.rows import Count, check_question, read_number
from dialogues.parsing.speakers import Speakers, find_doubts
from dialogues.parsing.structure import (
    Block,
    Complaint,
    Element,
    Fact,
    Findings,
    Heading,
    Item,
    Question,
)
from dialogues.problems import shorten


class Collector:
    """The part of a source that is read: its session, its question, its entry that still grows."""

    def __init__(self, source: Source, text: Excerpt, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        self.speakers = Speakers(layout)
        self.findings = Findings(source)
        self.entry: Entry | None = None
        self.fact: Fact | None = None
        """The beginning of a fact whose value runs over several lines."""
        self.start_session(layout.sessions[0].id)

    def start_session(self, session: str) -> None:
        """Begin the part of a source that tells of one session; all its numbers begin anew."""
        self.session = session
        self.questions = self.asked = self.turns = self.notes = 0
        self.panel = ""
        """The question whose answers are the rows that follow; empty where rows are talks."""
        self.asking: Excerpt = EMPTY
        """The number of a question whose words stand on the next line."""
        self.rows = 0
        """How many rows of their own without a number there are, in this part."""
        self.count = Count(self.layout.leaps)

    def add_fact(self, fact: Fact) -> None:
        """Add a fact that is whole; one that is not yet waits for the next line."""
        self.fact = None
        if self.layout.has_fact(fact):
            self.add(fact)
        elif self.layout.begins_fact(fact):
            self.fact = fact
        else:
            self.complain_of_fact(fact)

    def go_on_with_fact(self, fact: Fact, more: Excerpt) -> None:
        """Read another line of the value of a fact."""
        self.add_fact(Fact(fact.name, join(fact.value, more)))

    def complain_of_fact(self, fact: Fact) -> None:
        """Note a fact whose value is another than what is declared."""
        rule = "a fact must have the value that record.yml declares"
        self.findings.complain(fact.value, f"{rule}, and has {shorten(fact.value.text)}")

    def start(self, entry: Entry) -> None:
        """Begin an entry, where the one before it is at its end."""
        self.finish_entry()
        self.entry = entry

    def add_heading(self, line: Excerpt) -> None:
        """Add a heading; behind it no text goes on, and rows may be numbered anew."""
        self.finish_entry()
        self.count.headed = True
        self.add(Heading(line))

    def ask_in_cell(self, block: Block, entry: Entry) -> None:
        """Add a question that stands in a cell, beside what answers it."""
        self.questions += 1
        self.rows = 0
        printed = read_number(block.marker.text) or str(self.questions)
        self._check_asked(block.marker, self.questions, printed)
        entry.question, entry.group = block.body, f"q{self.questions}"
        self._add_question(entry.group, block)
        self.entry = entry

    def ask(self, number: int, marker: Excerpt, words: Excerpt) -> None:
        """Begin a question on a line of its own; its words may stand on the next line."""
        self.finish_entry()
        self._check_asked(marker, self.asked + 1, str(number))
        self.panel, self.asked, self.asking = f"q{number}", number, marker
        self.count, self.rows = Count(self.layout.leaps), 0
        if words:
            self.finish_question(words)

    def finish_question(self, words: Excerpt = EMPTY) -> None:
        """Add the question that was begun; the lines after it are turns that answer it."""
        number, self.asking = self.asking, EMPTY
        if number and not words:
            self.findings.complain(number, f"a question must have words, and has {number.text!r}")
        elif number:
            self._add_question(self.panel, Block(number, words))
            self.entry = Entry(group=self.panel)

    def finish_entry(self) -> None:
        """Add what the entry holds: the turns of several speakers, or the words of one."""
        entry, self.entry = self.entry, None
        if entry is None:
            return
        for tag in find_tags(entry.pieces):
            self.findings.leave_out("markup", tag)
        self._add_notes(entry, range(entry.leading))
        if entry.group:
            self._add_turns(entry)
        else:
            self._add_item(entry)
        self._add_notes(entry, range(entry.leading, len(self.layout.columns)))

    def add(self, element: Element) -> None:
        """Add an element to the session."""
        self.findings.add(self.session, element)

    def complain_of(self, *complaints: Complaint | None) -> None:
        """Note what is wrong, as far as there is anything."""
        for complaint in complaints:
            if complaint:
                self.findings.complain(*complaint)

    def identify(self, part: str) -> str:
        """Return the id of a part of the session."""
        return self.layout.prefix(self.session) + part

    def _add_turns(self, entry: Entry) -> None:
        free = entry.group == "turn"
        done = (self.turns, self.notes) if free else (0, 0)
        found = parse_answers(entry.pieces, self.speakers, self.identify(entry.group), done)
        for item in found.items:
            self.turns += bool(free and item.label)
            self.notes += bool(free and not item.label)
            self.add(item)
            for block in item.blocks:
                beside = block is item.blocks[0] and self._is_beside(item.label, block)
                if not (beside or self.speakers.is_declared(block)):
                    self.complain_of(entry.check_line(block))
        if entry.question and not (found.items or found.complaints or entry.notes):
            rule = "a question in a table must have answers, or be declared in headings"
            self.findings.complain(entry.question, f"{rule}: {shorten(entry.question.text)}")
        self.findings.left_out.extend(found.left_out)
        self.complain_of(*found.complaints)

    def _is_beside(self, label: Excerpt, block: Block) -> bool:
        """Return whether words stand on the very line of a label, and on no other."""
        whole = self.findings.source.text
        return bool(label) and "\n" not in whole[label.start : block.body.offsets[-1]]

    def _add_item(self, entry: Entry) -> None:
        blocks = tuple(parse_blocks(entry.pieces, self.speakers.begins_turn))
        self._check_words(blocks)
        kind: ItemKind = "answer" if self.panel else "talk"
        self.add(Item(self._item_id(entry), kind, entry.number, entry.label, blocks))

    def _add_notes(self, entry: Entry, places: Iterable[int]) -> None:
        """Add what stands in columns that nobody speaks, behind the heading of its column."""
        group = self.identify(entry.group) if entry.group else self._item_id(entry)
        for place in places:
            if place not in entry.notes:
                continue
            heading, pieces = entry.notes[place]
            for tag in find_tags(pieces):
                self.findings.leave_out("markup", tag)
            first, *more = parse_blocks(pieces, self.speakers.begins_turn) or [Block(EMPTY, EMPTY)]
            self._check_words([first, *more], nobody=True)
            head = Excerpt(f"{heading.text}：", (INSERTED,) * (len(heading.text) + 1))
            blocks = (Block(EMPTY, head + first.marker + first.body), *more)
            self.add(Item(f"{group}-column-{place + 1}", "note", EMPTY, EMPTY, blocks))

    def _item_id(self, entry: Entry) -> str:
        if self.panel:
            return self.identify(f"{self.panel}-{entry.count}")
        several = len(self.layout.sessions) > 1 or entry.count.startswith("part-")
        return self.identify(entry.count if several else f"talk-{entry.count}")

    def _add_question(self, name: str, block: Block) -> None:
        self._check_words([block])
        self.add(Question(self.identify(name), block))

    def _check_words(self, blocks: Iterable[Block], *, nobody: bool = False) -> None:
        for block in blocks:
            for doubt in find_doubts(block, self.speakers, nobody=nobody):
                self.findings.complain(doubt.place, doubt.message)

    def _check_asked(self, marker: Excerpt, expected: int, printed: str) -> None:
        self.complain_of(check_question(expected, printed, marker, self.layout.leaps))
