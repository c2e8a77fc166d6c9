"""Dates of the ROC calendar, in the forms that offices print."""

import pytest

from dialogues.checking.records import find_roc_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("111年09月05日", ["2022-09-05"]),
        ("110/03/28", ["2021-03-28"]),
        ("113 年 5 月 3 日（星期五）下午 2 時", ["2024-05-03"]),
        ("中華民國１１３年５月３日", ["2024-05-03"]),
        ("113.5.3", ["2024-05-03"]),
        ("113-05-03至113-05-04", ["2024-05-03", "2024-05-04"]),
        ("今(113)年5月3日", ["2024-05-03"]),
        ("88年1月2日", ["1999-01-02"]),
        ("2.13.5.3", []),
        ("02-2720-8889", []),
        ("24-05-13", []),
        ("2024-05-13", []),
        ("113年13月3日", []),
    ],
)
def test_a_date_is_found_in_each_form(text: str, dates: list[str]) -> None:
    assert find_roc_dates(text) == dates
