"""Find dates as records print them, and write them in English."""

import datetime
import re
import unicodedata
from collections.abc import Iterator

from dialogues.checking.records import find_roc_dates
from dialogues.finding.numbers import BEFORE_REPUBLIC

YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?!\d)")
FULL = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})(?!\d)")
TODAY = re.compile(r"[今昨前]日?\((\d{1,2})\)日?")
SHORT = re.compile(r"(?<![\d/])(\d{1,2})\s*[月/]\s*(\d{1,2})(?:\s*日|(?![\d/]))")


def find_dates(text: str, year: int | None) -> list[datetime.date]:
    """Return the dates of a text: whole ones of either calendar, else days of a year that is known."""
    usual = unicodedata.normalize("NFKC", text)
    found = [
        *_make(FULL.findall(usual)),
        *_make(tuple(d.split("-")) for d in find_roc_dates(usual)),
    ]
    if not found and year:
        found = list(_make((str(year), *day) for day in SHORT.findall(usual)))
    return sorted(set(found))


def find_year(text: str) -> int | None:
    """Return the first year that a text names."""
    if found := YEAR.search(unicodedata.normalize("NFKC", text)):
        return int(found[1])
    dates = find_dates(text, None)
    return dates[0].year if dates else None


def find_day_of_issue(text: str, published: datetime.date) -> datetime.date | None:
    """Return the day of which a release says 今(6)日 or 昨(5)日: the last such day when it is issued."""
    if not (found := TODAY.search(unicodedata.normalize("NFKC", text))):
        return None
    days = (published - datetime.timedelta(days=back) for back in range(31))
    return next((day for day in days if day.day == int(found[1])), None)


def write_date(date: datetime.date, printed: str) -> str:
    """Return a date in English, with its year of the ROC where the record prints that."""
    text = f"{date.day} {date:%B} {date.year}"
    of_republic = str(date.year) not in printed
    return (
        f"{text} (year {date.year - BEFORE_REPUBLIC} of the Republic of China)"
        if of_republic
        else text
    )


def _make(found: "Iterator[tuple[str, ...]] | list[tuple[str, ...]]") -> Iterator[datetime.date]:
    for year, month, day in found:
        try:
            yield datetime.date(int(year), int(month), int(day))
        except ValueError:
            continue
