"""Read the numbers of rows and questions, and check that they go on by one."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field

from dialogues.parsing.blocks import SEPARATORS
from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.structure import Complaint

DIGITS = "一二三四五六七八九"
CAPITALS = str.maketrans("壹貳參肆伍陸柒捌玖拾", "一二三四五六七八九十")
NUMERAL = f"[{DIGITS}]?十[{DIGITS}]?|[{DIGITS}]"
NUMBER = re.compile(rf"\(?(?:[0-9]{{1,3}}|{NUMERAL}|[0-9]{{1,2}}-[0-9]{{1,2}})\)?[{SEPARATORS}]?")
"""The number of a row, as tables print it: 1, 1., １, 一、, 壹、, (1), 1-1."""


def read_number(text: str) -> str | None:
    """Return the number of a row as ids have it, such as `12` or `1-2`; None where it is none."""
    usual = unicodedata.normalize("NFKC", text).translate(CAPITALS)
    if not NUMBER.fullmatch(usual):
        return None
    bare = usual.strip(f"(){SEPARATORS}")
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


@dataclass
class Count:
    """The numbers of rows so far: they go on by one, or begin anew behind a heading."""

    leaps: Collection[str]
    """Numbers, as printed, that do neither."""
    last: str = ""
    headed: bool = False
    """Whether a heading stands between the last row and the next."""
    part: int = 1
    """How often the numbers have begun anew."""
    met: set[str] = field(default_factory=set)

    def add(self, count: str, number: Excerpt) -> Complaint | None:
        """Count a row; return what is wrong where one was lost, or joined to another."""
        anew = self.headed and goes_on("", count)
        fine = goes_on(self.last, count) or anew or number.text in self.leaps
        if count in self.met and fine:
            self.part, self.met = self.part + 1, set()
        before, self.last, self.headed = self.last, count, False
        self.met.add(count)
        if fine:
            return None
        rule = "the numbers of rows must go on by one, or be declared in record.yml, leaps"
        return number, f"{rule}, and {before or 0} is before {count}"

    def name(self, count: str) -> str:
        """Return a number as an id has it: with its part, and `2-sub-1` where it is 2-1."""
        name = count.replace("-", "-sub-")
        return f"part-{self.part}-{name}" if self.part > 1 else name


def check_question(
    expected: int, printed: str, marker: Excerpt, leaps: Collection[str]
) -> Complaint | None:
    """Return what is wrong where numbers of questions leap."""
    if printed == str(expected) or marker.text in leaps:
        return None
    rule = "the numbers of questions must go on by one, or be declared in record.yml, leaps"
    return marker, f"{rule}, and {expected - 1} is before {printed}"
