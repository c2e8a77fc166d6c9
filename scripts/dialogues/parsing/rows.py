"""The numbers of rows and of questions, and whether they go on by one."""

import re
import unicodedata
from collections.abc import Collection

from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.structure import Complaint

DIGITS = "一二三四五六七八九"
NUMERAL = f"[{DIGITS}]?十[{DIGITS}]?|[{DIGITS}]"
NUMBER = re.compile(rf"\(?(?:[0-9]{{1,3}}|{NUMERAL}|[0-9]{{1,2}}-[0-9]{{1,2}})\)?[.、．]?")
"""The number of a row, as tables print it: 1, 1., １, 一、, (1), 1-1."""


def read_number(text: str) -> str | None:
    """Return the number of a row as ids have it, such as `12` or `1-2`; None where it is none."""
    usual = unicodedata.normalize("NFKC", text)
    if not NUMBER.fullmatch(usual):
        return None
    bare = usual.strip("().、．")
    return bare if bare[0].isdecimal() else str(count_of(bare))


def count_of(numeral: str) -> int:
    """Return the number that Chinese numerals up to 99 write: 十二 is 12, 二十 is 20."""
    tens, ten, ones = numeral.rpartition("十")
    high = DIGITS.index(tens) + 1 if tens else 1
    return (10 * high if ten else 0) + (DIGITS.index(ones) + 1 if ones else 0)


def goes_on(before: str, after: str) -> bool:
    """Return whether a number is the next after another; the first of a part is after none."""
    first, _, last = before.partition("-")
    if "-" not in after:
        return int(after) == int(first or 0) + 1
    head, _, tail = after.partition("-")
    if int(head) == int(first or 0):
        return int(tail) == int(last or 0) + 1
    return int(head) == int(first or 0) + 1 and int(tail) == 1


def check_row(before: str, count: str, number: Excerpt, leaps: Collection[str]) -> Complaint | None:
    """Return what is wrong where numbers of rows leap: a row was lost, or joined to another."""
    if goes_on(before, count) or number.text in leaps:
        return None
    rule = "the numbers of rows must go on by one, or be declared in record.yml, leaps"
    return number, f"{rule}, and {before or 0} is before {count}"


def check_question(
    expected: int, printed: str, marker: Excerpt, leaps: Collection[str]
) -> Complaint | None:
    """Return what is wrong where numbers of questions leap."""
    if printed == str(expected) or marker.text in leaps:
        return None
    rule = "the numbers of questions must go on by one, or be declared in record.yml, leaps"
    return marker, f"{rule}, and {expected - 1} is before {printed}"
