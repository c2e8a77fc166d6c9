"""Time grows with the length of a text and no faster: each expression and loop in its worst cases."""

import math
import re
import time
from collections.abc import Callable
from functools import partial

import pytest
from pydantic import ValidationError

from dialogues.checking.notes import check_note
from dialogues.checking.translations import check_pair, compare_numbers
from dialogues.contributing.syncing import add_entries
from dialogues.finding.mentions import gather_names
from dialogues.finishing.copies import copy_page
from dialogues.finishing.mending import mend
from dialogues.model.entities import Bilingual, Person
from dialogues.model.glossary import Glossary, Term
from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.problems import Problem, summarize
from dialogues.reading.characters import find_unseen
from dialogues.reading.shapes import list_faults
from dialogues.reading.yaml_files import parse_document
from dialogues.rendering.escaping import escape_html, escape_markdown
from dialogues.schemas.record import PassageEntry, Passages
from outlines import LAYOUT
from worst.expressions import Expression, list_expressions
from worst.texts import list_worst

pytestmark = pytest.mark.slow

ROW = "編號\t代表\t摘要\n1\t甲市市長\t<p>好"
ASKED = "提問\t回應\n何？\t甲市市長："
SHAPES: dict[str, tuple[RecordKind, Callable[[int], str]]] = {
    "lines of a release": ("release", lambda n: "a\n" * (n // 2)),
    "blank lines of a release": ("release", lambda n: "好\n\n\n\n" * (n // 7)),
    "statements": ("release", lambda n: "甲市市長表示，好。" * (n // 27)),
    "rows that go on": ("summary", lambda n: ROW + "\n" + "\t\ta\n" * (n // 4)),
    "paragraphs of a cell": ("summary", lambda n: ROW + "<p>好</p>" * (n // 10)),
    "stars": ("minutes", lambda n: ASKED + "</p><p>" + "*" * n + "x"),
    "turns": ("minutes", lambda n: "甲市市長：好。\n\n" * (n // 20)),
    "lines of a turn": ("minutes", lambda n: "甲市市長：好。\n" + "好\n" * (n // 4)),
}
SIZE = 4_000
ALLOWED = 8
"""Four times the length takes four times the time; 16 times would be quadratic. Machines are uneven."""
AT_ONCE = 0.002
"""Seconds of the processor that say nothing of how time grows."""
TRIES = 6
NESTED = gather_names(
    tuple(Person(key=f"p{n}", name=Bilingual("甲" * n, "A" * n)) for n in range(1, 12))
)
GLOSSARY = Glossary([Term("百" * n, (f"hundred {n}",)) for n in range(1, 100)])


def read_pair(zh: str, en: str) -> None:
    compare_numbers.cache_clear()  # of a pair that was there before it knows the answer
    list(check_pair(PassageEntry.model_construct(zh=zh, en=en), GLOSSARY))


def look_through(text: str) -> None:
    find_unseen.__wrapped__(
        text, value=False
    )  # of a text that was there before it knows the answer


def read_note(note: str) -> None:
    list(check_note(PassageEntry.model_construct(zh="x", note=Bilingual(note, note))))


def read_entries(text: str) -> None:
    document, _ = parse_document("passages.yml", text)
    assert document
    with pytest.raises(ValidationError) as error:
        Passages.model_validate(document.content)
    assert list(list_faults(error.value, document))


LOOPS: dict[str, Callable[[int], object]] = {
    "numerals": lambda n: read_pair("百" * n, "x"),
    "numerals that count": lambda n: read_pair("三十年" * (n // 3), "x"),
    "numbers in groups": lambda n: read_pair("1,111" * (n // 5), "1,111" * (n // 5)),
    "numbers in words": lambda n: read_pair("x", "twenty and " * (n // 11)),
    "hundreds of hundreds": lambda n: read_pair("百萬" * (n // 2), "one" + " hundred" * (n // 8)),
    "letters of another alphabet": lambda n: look_through("А" * n),
    "marks on a letter": lambda n: look_through("a" + "\u0301" * n),
    "unseen characters": lambda n: look_through("\u200b" * n),
    "lines": lambda n: look_through("\n" * n),
    "nested names": lambda n: NESTED.split("甲" * n),
    "nested Latin names": lambda n: NESTED.split("A" * n),
    "quotations": lambda n: read_note("「甲」。" * (n // 4)),
    "keys": lambda n: parse_document("x", "".join(f"a{i}: 1\n" for i in range(n // 8))),
    "keys twice": lambda n: parse_document("x", "a: 1\n" * (n // 20)),
    "anchors": lambda n: parse_document("x", "".join(f"a{i}: &b 1\n" for i in range(n // 8))),
    "unknown fields": lambda n: read_entries(
        "".join(f"p-{i}: {{zhh: 1}}\n" for i in range(n // 20))
    ),
    "empty entries": lambda n: read_entries("".join(f"p-{i}:\n" for i in range(n // 20))),
    "fields outside": lambda n: read_entries(
        "p:\n" + "".join(f"zh{i}: 1\n" for i in range(n // 20))
    ),
    "brackets": lambda n: parse_document("x", "a: " + "[" * (n // 20)),
    "digits": lambda n: parse_document("x", f"a: {'1' * n}\n"),
    "digits of base 16": lambda n: parse_document("x", f"a: 0x{'f' * n}\n"),
    "new entries": lambda n: add_entries("", {}, {f"p-{i}": "x" for i in range(n // 20)}, {}),
    "problems": lambda n: summarize(Problem("x", i, f"has 'a{i}'") for i in range(n // 20)),
    "words of a problem": lambda n: summarize([Problem("x", 1, "a." * n)]),
    "signs of Markdown": lambda n: escape_markdown("*" * n),
    "signs of HTML": lambda n: escape_html("<" * n),
    "copy of a page": lambda n: copy_page("<p>a *b* [c</p>" * (n // 16), "", ""),
    "page": lambda n: mend('<a href="./" <label class="md-nav__title"' * (n // 40)),
}
"""What a text goes through beside a parser, each with the worst for it."""

CUT = {
    *(
        "AT_START",
        "ENGLISH",
        "FULL_NAME",
        "SHORT_HEAD",
        "SPACED",
        "BRACKETED",
        "PROCEEDINGS",
        "NAMES",
    ),
    *("PREFIX", "QUOTED", "KNOWN", "COMMENT", "MARKUP"),
}
"""Expressions that see a piece of a length that does not grow: the head of a paragraph, the line of a
note, a path; or what the project itself made, where texts are escaped."""


def measure(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start


def grows_alike(work: Callable[[int], object], size: int) -> bool:
    """Return whether four times the length takes four times the time, or next to none.

    What is quadratic is so at its best too; what a machine was interrupted in is better once more.
    """
    long = short = math.inf
    for _ in range(TRIES):
        long, short = min(long, measure(work, 4 * size)), min(short, measure(work, size))
        if long <= max(AT_ONCE, ALLOWED * short):
            return True
    return False


@pytest.mark.parametrize("name", SHAPES)
def test_a_longer_source_takes_as_much_more_time(name: str) -> None:
    kind, make = SHAPES[name]

    assert grows_alike(lambda n: parse(Source("source.txt", make(n), ""), kind, LAYOUT), SIZE)


@pytest.mark.parametrize("name", LOOPS)
def test_a_longer_text_takes_as_much_more_time(name: str) -> None:
    assert grows_alike(LOOPS[name], SIZE)


def find_slow(expressions: list[Expression]) -> list[str]:
    """Return the expressions for which a text is so bad that time grows faster than it."""
    return [each[0] for each in expressions if not is_fast(*each)]


def is_fast(_: str, expression: re.Pattern[str], use: str) -> bool:
    at_one_place = use in ("match", "fullmatch")

    def look(make: Callable[[int], str], length: int) -> None:
        text = make(length)
        if at_one_place:
            getattr(expression, use)(text)
        for _ in () if at_one_place else expression.finditer(text):
            pass

    return all(grows_alike(partial(look, make), 1_000) for make in list_worst(expression))


@pytest.mark.slow
def test_no_text_makes_an_expression_slow() -> None:
    expressions = list(list_expressions())

    assert len(expressions) > 250
    cut = [each for each in expressions if each[0].rpartition(".")[2] in CUT]
    assert {each[0].rpartition(".")[2] for each in cut} == CUT
    assert find_slow([each for each in expressions if each not in cut]) == []


@pytest.mark.parametrize("expression", [r"\s*:", r"[a-z]+\d", r"(?:ab)*c", r"「[^」]*」"])
def test_an_expression_that_is_quadratic_is_found(expression: str) -> None:
    assert find_slow([("x", re.compile(expression), "search")])
