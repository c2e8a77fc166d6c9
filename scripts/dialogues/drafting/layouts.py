"""The layout of a record, guessed from its text: what the parser asks for is declared, and asked again."""

import ast
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dialogues.checking.records import EVIDENT
from dialogues.drafting.dates import find_dates, find_year
from dialogues.drafting.phrases import Phrases
from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.blocks import BULLET, TAG, ends_sentence
from dialogues.parsing.columns import SHAPES
from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.layout import Column, Layout, SessionLayout, StatementLayout
from dialogues.parsing.lines import TableRow, Text, split_lines
from dialogues.parsing.names import BRACKETED, FULL_NAME
from dialogues.parsing.offices import COLONS, ENGLISH, OFFICE, PROCEEDINGS, STOPS
from dialogues.parsing.releases import CONTACT
from dialogues.parsing.speakers import LONGEST_NAME
from dialogues.parsing.structure import Fact, Heading, Item, Parsed
from dialogues.parsing.turns import PREFIX, match_end
from dialogues.reading.characters import is_unseen
from dialogues.receiving.files import RELEASE

ROUNDS = 8
"""How often the parser is asked again; each time something more is declared."""
LONGEST_HEADING = 60
HEAD = 300
"""Characters at the head of a document, in which its year stands."""
SAYS = "表示|指出|強調|說明|認為|提到|補充|呼籲|回應"
REPORT = re.compile(
    rf"(?:^|(?<=[。！？；]))\s*(?:而|其中|此外，?|接著，?)?(?P<label>[^{STOPS}]{{0,30}}?{OFFICE}"
    rf"(?:\s?[A-Z][A-Za-zÀ-ɏ.'’-]*(?: [A-Z][A-Za-zÀ-ɏ.'’-]*)*|[\u3400-\u9fff]{{2,3}}?)?)"
    rf"\s?(?:則|也|並|就|更|亦|還|進一步)?(?:{SAYS})"
)
"""A sentence of a release that reports what somebody said."""
QUOTED = re.compile(r"(?:and has|and this is none:|here are) ('.*'|\".*\")$")


@dataclass
class Drafted:
    """What is declared of a record so far."""

    kind: RecordKind
    title: str
    year: int | None
    sessions: list[tuple[str | None, str, list[date]]] = field(default_factory=list)
    """The heading at which each begins, its title and its dates."""
    columns: dict[str, Column] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    lead_ins: list[str] = field(default_factory=list)
    unspoken: list[str] = field(default_factory=list)
    statements: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    characters: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    @property
    def layout(self) -> Layout:
        """What the parser needs to know of it."""
        several = len(self.sessions) > 1
        return Layout(
            sessions=tuple(
                SessionLayout(name_session(number, several=several), heading)
                for number, (heading, _, _) in enumerate(self.sessions, 1)
            ),
            columns=self.columns,
            headings=frozenset(self.headings),
            facts=self.facts,
            labels=frozenset(self.labels),
            lead_ins=frozenset(self.lead_ins),
            statements=tuple(StatementLayout(*statement) for statement in self.statements),
            left_out=frozenset(self.left_out),
            unspoken=tuple(self.unspoken),
            characters=dict.fromkeys(self.characters, ""),
        )


def name_session(number: int, *, several: bool) -> str:
    """Return the id of a session."""
    return f"session-{number}" if several else "talks"


def draft_layout(source: Source, phrases: Phrases) -> tuple[Drafted, Parsed]:
    """Return what can be declared of a source, and how it is read then."""
    lines = [
        line for line in split_lines(Excerpt.of(source.text)) if isinstance(line, Text | TableRow)
    ]
    texts = [line.text.text.strip() for line in lines]
    kind = guess_kind(texts)
    title = find_title(lines)
    drafted = Drafted(kind, title, find_year(title) or find_year(source.text[:HEAD]))
    drafted.characters = sorted({c for c in source.text if c not in "\n\r\t" and is_unseen(c)})
    for line in lines:
        if isinstance(line, TableRow):
            read_heading_row(line, phrases, drafted)
    if kind == "release":
        drafted.statements = find_statements(texts)
        drafted.labels = list(dict.fromkeys(label for _, label in drafted.statements))
    find_facts(texts, phrases, drafted)
    find_sessions(lines, drafted)
    parsed = parse(source, kind, drafted.layout)
    for _ in range(ROUNDS):
        before = repr(drafted)
        declare_labels(parsed, drafted)
        for problem in parsed.problems:
            declare(problem.message, source.text.split("\n")[problem.line - 1].strip("\r"), drafted)
        if repr(drafted) == before:
            break
        parsed = parse(source, kind, drafted.layout)
    find_days(drafted)
    return drop_unused(drafted, parsed), parsed


def guess_kind(texts: Sequence[str]) -> RecordKind:
    """Return the kind of a record by what stands at its head."""
    head = "\n".join(texts[:12])
    if any(word in head for word in RELEASE):
        return "release"
    return "minutes" if re.search(r"[紀記]錄|[Mm]inutes", "\n".join(texts[:4])) else "summary"


def find_title(lines: Sequence[Text | TableRow]) -> str:
    """Return the first lines as one title: those before any table, fact or sentence."""
    found: list[str] = []
    for line in lines[:4]:
        text = line.text.text.strip()
        colon = any(sign in text for sign in COLONS) and not text.startswith("【")
        if (
            isinstance(line, TableRow)
            or colon
            or len(text) > LONGEST_HEADING
            or ends_sentence(text)
        ):
            break
        found.append(text)
    return bare_title("".join(found[:3]) if len(found) > 1 else "".join(found))


def bare_title(text: str) -> str:
    """Return a heading without brackets around it and a day behind it."""
    return (
        re.sub(r"\s*[(（]\d{1,2}/\d{1,2}[)）]\s*$", "", text)
        .replace("【", "")
        .replace("】", " ")
        .strip()
    )


def read_heading_row(row: TableRow, phrases: Phrases, drafted: Drafted) -> None:
    """Declare the columns that a row heads, where together they make a table."""
    texts = [text for text in row.texts if text]
    found = {text: column for text in texts if (column := phrases.find_column(text))}
    known = frozenset(column for column in found.values() if column != "unspoken")
    if (
        len(found) == len(texts)
        and known in SHAPES
        and len(known) == len([column for column in found.values() if column != "unspoken"])
    ):
        drafted.columns.update(found)


def find_statements(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Return where a release begins to report somebody's words: what stands there once, and who."""
    whole = "\n".join(texts)
    found = []
    for line in texts:
        for report in REPORT.finditer(line):
            begins, label = report[0].strip(), report["label"].strip()
            if whole.count(begins) == 1 and label in begins:
                found.append((begins, label))
    return found


def find_facts(texts: Sequence[str], phrases: Phrases, drafted: Drafted) -> None:
    """Declare names and values at the head of a document, whose names are known."""
    for number, text in enumerate(texts[:20]):
        name, colon, value = split_head(_bare(text))
        if not colon or name not in phrases.facts or name in drafted.facts:
            continue
        after = texts[number + 1] if number + 1 < len(texts) else ""
        if value.endswith(("、", "，", "及")) and not any(sign in after for sign in COLONS):
            value += after
        if value and not ends_sentence(value):  # else somebody's words behind a label
            drafted.facts[name] = value


def split_head(text: str) -> tuple[str, str, str]:
    """Return what stands before a colon, the colon, and what stands behind it."""
    colon = next((char for char in text if char in COLONS), "")
    name, _, value = text.partition(colon) if colon else (text, "", "")
    return name.strip(), colon, value.strip()


def find_sessions(lines: Sequence[Text | TableRow], drafted: Drafted) -> None:
    """Declare the sessions: each begins at a line with a day, or there is one alone."""
    for line in lines:
        text = line.text.text.strip()
        day = re.search(r"[(（](\d{1,2}/\d{1,2})[)）]$", text)
        known = drafted.kind != "release" and isinstance(line, Text)
        if known and day and len(text) <= LONGEST_HEADING:
            drafted.sessions.append((text, bare_title(text), find_dates(day[1], drafted.year)))
    if not drafted.sessions:
        drafted.sessions = [(None, drafted.title, [])]


def find_days(drafted: Drafted) -> None:
    """Date the one session that begins at no heading by the title or the facts."""
    ((heading, title, days), *more) = drafted.sessions
    if not (heading or days or more) and drafted.kind != "release":
        head = "\n".join([drafted.title, *drafted.facts.values()])
        drafted.year = drafted.year or find_year(head)
        drafted.sessions = [(heading, title, find_dates(head, drafted.year))]


def declare_labels(parsed: Parsed, drafted: Drafted) -> None:
    """Declare who stands in a column of labels."""
    for element in parsed.elements:
        if (
            isinstance(element, Item)
            and (label := element.label.text)
            and label not in drafted.labels
        ):
            drafted.labels.append(label)


def declare(message: str, line: str, drafted: Drafted) -> None:
    """Declare what a Problem asks for, where its kind says what that is."""
    for rule, answer in ANSWERS.items():
        if rule in message:
            answer(message, line, drafted)
            return


def _declare_heading(message: str, line: str, drafted: Drafted) -> None:
    text = _bare(line)
    if text.startswith(("[註", "[尾註")):
        _add(drafted.unspoken, text.partition("]")[0] + "]")
    elif PROCEEDINGS.match(text) and drafted.kind != "release" and split_head(text)[1]:
        _declare_unspoken(message, line, drafted)
    elif label := find_name(text):
        _add(drafted.labels, label)
    elif CONTACT.search(text):
        _add(drafted.left_out, text)
    elif len(text) <= LONGEST_HEADING and not ends_sentence(text) and text not in drafted.left_out:
        _add(drafted.headings, text)


def _declare_headings_of_row(_: str, line: str, drafted: Drafted) -> None:
    """Declare what stands in the first cell of a row: all but the question, or all of it."""
    cell = next(filter(None, (cell.strip() for cell in line.split("\t"))), "")
    parts = [part.strip() for part in TAG.sub("\n", cell).split("\n") if part.strip()]
    for text in parts[:-1] or parts:
        _add(drafted.headings, text)


def find_name(text: str) -> str:
    """Return the label with which a text begins, before a colon or in brackets; empty where none does."""
    rest = text[match_end(PREFIX, text) :]
    head = split_head(rest)[0] if split_head(rest)[1] else ""
    head = re.sub(r"[(（][^()（）]*[)）]$", "", head.rstrip(" *】」])）")).strip()
    named = ENGLISH.match(rest) or FULL_NAME.match(rest) or re.search(OFFICE, head)
    if head and named and len(head) <= LONGEST_NAME and not any(stop in head for stop in STOPS):
        return head
    closed = BRACKETED.match(text)
    return (
        closed[0].strip("【】[]〔〕*#_ -") if closed and closed.end() == len(text.rstrip()) else ""
    )


def _declare_unspoken(_: str, line: str, drafted: Drafted) -> None:
    _add(drafted.unspoken, re.split(f"[{COLONS}。]", _bare(line))[0][:20])


def _declare_facts(_: str, line: str, drafted: Drafted) -> None:
    cells = [cell.strip() for cell in line.split("\t")]
    for name, value in zip(cells[::2], cells[1::2], strict=False):
        if name and len(name) <= LONGEST_HEADING and value:
            drafted.facts.setdefault(name, value)


def _declare_label(message: str, line: str, drafted: Drafted) -> None:
    quoted = QUOTED.search(message)
    text = str(ast.literal_eval(quoted[1])) if quoted else ""
    if label := find_name(text):
        _add(drafted.labels, label)
    elif "ends with a colon" in message and re.search(OFFICE, text):
        _add(drafted.labels, text)
    elif "ends with a colon" in message:
        place = line.find(text) + len(text)
        _add(drafted.lead_ins, f"{text}{line[place : place + 1]}")


def _declare_statement(message: str, _: str, drafted: Drafted) -> None:
    quoted = QUOTED.search(message)
    text = str(ast.literal_eval(quoted[1])) if quoted else ""
    name, colon, _rest = split_head(text)
    if colon and name in drafted.labels and (f"{name}{colon}", name) not in drafted.statements:
        drafted.statements.append((f"{name}{colon}", name))


def _declare_contact(_: str, line: str, drafted: Drafted) -> None:
    _add(drafted.left_out, _bare(line))


ANSWERS: dict[str, Callable[[str, str, Drafted], None]] = {
    "a line must be a table row, a question": _declare_heading,
    "a line must end a sentence, or be declared": _declare_heading,
    "a question must be one paragraph": _declare_headings_of_row,
    "a question in a table must have answers": _declare_headings_of_row,
    "a row must begin with its number": _declare_headings_of_row,
    "a paragraph of a speaker must be declared in statements": _declare_statement,
    "what nobody says must be declared": _declare_unspoken,
    "a row above the tables must be declared": _declare_facts,
    "a line that ends with a colon must be declared": _declare_label,
    "a paragraph that names a speaker must be declared": _declare_label,
    "contact details must be declared": _declare_contact,
}
"""What answers a Problem of the parser, by its rule."""


def _bare(line: str) -> str:
    text = line.strip()
    return text[match.end() :] if (match := BULLET.match(text)) else text


def _add(declared: list[str], text: str) -> None:
    if text and text not in declared:
        declared.append(text)


def drop_unused(drafted: Drafted, parsed: Parsed) -> Drafted:
    """Leave out what is declared and does not occur; name what no page shows."""
    elements = list(parsed.elements)
    headings = {element.text.text for element in elements if isinstance(element, Heading)}
    facts = {element.name.text for element in elements if isinstance(element, Fact)}
    labels = {element.label.text for element in elements if isinstance(element, Item)}
    drafted.headings = [heading for heading in drafted.headings if heading in headings]
    drafted.facts = {name: value for name, value in drafted.facts.items() if name in facts}
    drafted.labels = [label for label in drafted.labels if label in labels]
    if drafted.kind == "release" and (own := [h for h in drafted.headings if not is_masthead(h)]):
        drafted.title = own[0]
        drafted.sessions = [(None, own[0], days) for _, _, days in drafted.sessions]
    drafted.kinds = sorted({left.kind for left in parsed.left_out} - {"text"} - EVIDENT)
    return drafted


def is_masthead(heading: str) -> bool:
    """Return whether a heading names the office and that this is a release, and not what it tells."""
    return any(word in heading for word in RELEASE)
