"""What a draft writes: entries in their order, texts, dates, names in Latin letters, numbers of headings."""

import datetime
from collections.abc import Callable

import pytest

from dialogues.drafting.dates import find_dates, write_date
from dialogues.drafting.phrasing import write_count
from dialogues.drafting.romanizing import write_wade
from dialogues.drafting.speakers import Stub
from dialogues.drafting.stubs import insert_stubs
from dialogues.drafting.values import quote
from dialogues.reading.yaml_nodes import read_plain

FILE = "# head\nalpha:\n  zh: 甲\n# of gamma\ngamma:\n  zh: 丙\n"


@pytest.mark.parametrize(
    ("key", "before"), [("aaa", "alpha:"), ("beta", "# of gamma"), ("zeta", "")]
)
def test_an_entry_goes_where_its_key_belongs(key: str, before: str) -> None:
    entry = f"{key}:  # proposed\n  zh: 新\n"
    place = FILE.index(before) if before else len(FILE)

    changed = insert_stubs(FILE, [Stub("cities", key, {"zh": "新"})])

    assert changed == FILE[:place] + entry + FILE[place:]
    assert insert_stubs(changed, [Stub("cities", key, {"zh": "二"})]) == changed


@pytest.mark.parametrize(
    "text",
    [
        "甲、乙",
        "a: b",
        "- a",
        "10:30",
        "yes",
        "",
        "a #b",
        '"',
        "{a}",
        "1.5",
        "甲\t乙",
        "：甲",
        "*a",
    ],
)
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    assert read_plain(f"key: {quote(text)}\n") == {"key": text}
    assert read_plain(f"key: {{zh: {quote(text)}, en: b}}\n") == {"key": {"zh": text, "en": "b"}}


DAYS: dict[str, list[tuple[int, int, int]]] = {
    "120年05月06日": [(2031, 5, 6)],
    "2031/5/6": [(2031, 5, 6)],
    "(5/6)": [(2031, 5, 6)],
    "5月6日、7月8日": [(2031, 5, 6), (2031, 7, 8)],
    "2月30日": [],
}


@pytest.mark.parametrize("text", DAYS)
def test_dates_are_read_in_either_calendar(text: str) -> None:
    assert find_dates(text, 2031) == [datetime.date(*day) for day in DAYS[text]]


def test_a_date_is_written_as_english_has_it() -> None:
    day = datetime.date(2031, 5, 6)
    write: Callable[[str], str] = lambda printed: write_date(day, printed)  # noqa: E731

    assert write("120年5月6日") == "6 May 2031 (year 120 of the Republic of China)"
    assert write("2031-05-06") == "6 May 2031"


SYLLABLES = "wang xiao zhi ci guo jun xu qiang yue rui shi zheng lü ye xiong duo bo"
WADE = "wang hsiao chih tzu kuo chun hsu chiang yueh jui shih cheng lu yeh hsiung to po"


def test_names_are_written_as_passports_have_them() -> None:
    assert [write_wade(each) for each in SYLLABLES.split()] == WADE.split()


def test_a_heading_keeps_its_number() -> None:
    counts = {"貳、": "2. ", "十一、": "11. ", "拾貳、": "12. ", "（三）": "3. ", "、": ""}

    assert {number: write_count(number) for number in counts} == counts
