"""The lines of record.yml that say who speaks, and texts in both languages."""

import re
from collections.abc import Iterator

from dialogues.drafting.dates import find_dates, write_date
from dialogues.drafting.roles import UNKNOWN
from dialogues.drafting.romanizing import romanize
from dialogues.drafting.speakers import Speaker
from dialogues.drafting.values import MISSING, PROPOSED, pair, write_value
from dialogues.finding.numbers import read_numeral
from dialogues.parsing.names import CHINESE
from dialogues.parsing.rows import CAPITALS


def write_speaker(speaker: Speaker) -> Iterator[str]:
    if speaker.person:
        yield f"    person: {speaker.person}"
    if speaker.role:
        yield f"    role: {write_both(*speaker.role, mark='')}"
    if speaker.organization:
        yield f"    organization: {speaker.organization}"
    if speaker.cities or not speaker.country:
        mark = "" if speaker.cities else MISSING
        yield f"    cities: {write_value(list(speaker.cities))}{mark}"
    if speaker.country:
        yield f"    country: {speaker.country}"


def write_both(zh: str, en: str, mark: str = PROPOSED) -> str:
    """Return a text in both languages with the mark that it needs."""
    return f"{pair(zh, en)}{MISSING if UNKNOWN in (zh, en) else mark}"


def write_count(number: str) -> str:
    """Return the number of a heading as English has it."""
    numeral = "".join(c for c in number.translate(CAPITALS) if c in "一二三四五六七八九十")
    return f"{read_numeral(numeral)}. " if numeral else ""


def write_english(value: str) -> str:
    """Return the English of a value that needs no translation: a day, a time, a number."""
    days = find_dates(value, None)
    if len(days) == 1 and len(value) <= 24:
        rest = re.sub(r"[\d\s年月日/.\-民國()（）星期一二三四五六日]", "", value)
        return write_date(days[0], value) if not rest else UNKNOWN
    if re.fullmatch(CHINESE, value):
        return romanize(value) or UNKNOWN
    return value if re.fullmatch(r"[\x20-\x7e]+", value) else UNKNOWN
