"""Answer a Problem of the parser: declare what it asks for, by the rule that it names."""

import ast
import re
from collections.abc import Callable

from dialogues.drafting.drafted import Drafted
from dialogues.drafting.phrases import split_count
from dialogues.parsing.blocks import BULLET, TAG, ends_sentence
from dialogues.parsing.names import BRACKETED, FULL_NAME
from dialogues.parsing.offices import COLONS, ENGLISH, OFFICE, PROCEEDINGS, STOPS
from dialogues.parsing.releases import CONTACT
from dialogues.parsing.speakers import LONGEST_NAME
from dialogues.parsing.turns import PREFIX, match_end

LONGEST_HEADING = 60
AGENDA = re.compile(
    rf"(?:案由|提案|議案|討論案|報告案|議題)[一二三四五六七八九十\d]{{0,2}}\s?[{COLONS}]"
    rf"|第[一二三四五六七八九十\d]{{1,2}}案\s?[{COLONS}]"
)
"""An item of an agenda, which may end as a sentence does: 案由一：青年交流，提請討論。"""
SECTION = re.compile("報告事項|討論事項|綜合討論|臨時動議|討論|意見交流")
"""What heads a part of minutes in which people speak."""
DECIDED = re.compile(r"(?:會議|附帶)?決議(?:事項)?")
"""What heads decisions on a line of its own, without a colon."""
LONGEST_FACT = 200
LONGEST_LABEL = 30
LEADS_IN = re.compile(
    r"如下|如次|以下|下列|下述|包括|包含|例如|分別[是為]|(?:^|\s)following\b|\bas follows"
)
"""What before a colon says that a list follows: whether it names somebody is left to a person."""
QUOTED = re.compile(r"(?:and has|and this is none:|here are) ('.*'|\".*\")$")


def declare(message: str, line: str, drafted: Drafted) -> None:
    """Declare what a Problem asks for, where its kind says what that is."""
    for rule, answer in ANSWERS.items():
        if rule in message:
            answer(message, line, drafted)
            return


def _declare_heading(message: str, line: str, drafted: Drafted) -> None:
    text, release = bare_line(line), drafted.kind == "release"
    if heads_section(text):
        _add(drafted.headings, text)
    elif text.startswith(("[註", "[尾註")):
        _add(drafted.unspoken, text.partition("]")[0] + "]")
    elif PROCEEDINGS.match(split_count(text)[1]) and split_head(text)[1] and not release:
        _declare_unspoken(message, line, drafted)
    elif DECIDED.fullmatch(split_count(text)[1]) and drafted.kind == "minutes":
        _declare_unspoken(message, line, drafted)  # with what is numbered beneath it
    elif label := find_name(text):
        _add(drafted.labels, label)
    elif CONTACT.search(text):
        _add(drafted.left_out, text)
    elif len(text) <= LONGEST_HEADING and heads(text) and text not in drafted.left_out:
        _add(drafted.headings, text)


def heads_section(text: str) -> bool:
    """Return whether a line is the heading of a part in which people speak, with a colon or without."""
    head, _, words = split_head(split_count(text)[1])
    return bool(SECTION.fullmatch(head)) and not words


def heads(text: str) -> bool:
    """Return whether a line may be a heading: no sentence, or what is to be discussed."""
    return not ends_sentence(text) or bool(AGENDA.match(text))


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
    head = re.sub(r"[(（][^()（）]*[)）]?$", "", head.rstrip(" *】」])）")).strip()
    named = ENGLISH.match(rest) or FULL_NAME.match(rest) or re.search(OFFICE, head)
    if head and named and len(head) <= LONGEST_NAME and not any(stop in head for stop in STOPS):
        return head
    closed = BRACKETED.match(text)
    return (
        closed[0].strip("【】[]〔〕*#_ -") if closed and closed.end() == len(text.rstrip()) else ""
    )


def _declare_unspoken(_: str, line: str, drafted: Drafted) -> None:
    text = bare_line(line)
    if heads_section(text):
        _add(drafted.headings, text)
    else:
        _add(drafted.unspoken, re.split(f"[{COLONS}。]", text)[0][:20])


def _declare_facts(_: str, line: str, drafted: Drafted) -> None:
    cells = [cell.strip() for cell in line.split("\t")]
    for name, value in zip(cells[::2], cells[1::2], strict=False):
        if name and value and len(name) <= LONGEST_HEADING and len(value) <= LONGEST_FACT:
            drafted.facts.setdefault(name, value)


def _declare_label(message: str, _: str, drafted: Drafted) -> None:
    """Declare a label; no lead-in, which would give the words of whoever it names to another."""
    quoted = QUOTED.search(message)
    text = str(ast.literal_eval(quoted[1])) if quoted else ""
    if label := find_name(text):
        _add(drafted.labels, label)
    elif "ends with a colon" in message and (re.search(OFFICE, text) or _may_name(text)):
        _add(drafted.labels, text)


def _may_name(text: str) -> bool:
    """Return whether a few words before a colon may be somebody's name, and lead into no list."""
    return len(text) <= LONGEST_LABEL and not LEADS_IN.search(text) and not set(text) & set(STOPS)


def _declare_statement(message: str, _: str, drafted: Drafted) -> None:
    quoted = QUOTED.search(message)
    text = str(ast.literal_eval(quoted[1])) if quoted else ""
    name, colon, _rest = split_head(text)
    if colon and name in drafted.labels and (f"{name}{colon}", name) not in drafted.statements:
        drafted.statements.append((f"{name}{colon}", name))


def _declare_contact(_: str, line: str, drafted: Drafted) -> None:
    _add(drafted.left_out, bare_line(line))


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


def bare_line(line: str) -> str:
    text = line.strip()
    return text[match_end(BULLET, text) :]


def _add(declared: list[str], text: str) -> None:
    if text and text not in declared:
        declared.append(text)


def split_head(text: str) -> tuple[str, str, str]:
    """Return what stands before a colon, the colon, and what stands behind it."""
    colon = next((char for char in text if char in COLONS), "")
    name, _, value = text.partition(colon) if colon else (text, "", "")
    return name.strip(), colon, value.strip()
