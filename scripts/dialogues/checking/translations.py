"""Check each English text against its Chinese: numbers, terms, and that it is English."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from dialogues.finding.characters import EVERY_HAN
from dialogues.finding.numbers import (
    counts_in_chinese,
    counts_in_english,
    numbers_in_chinese,
    numbers_in_english,
    numerals_in_chinese,
    percents_in,
    percents_in_digits,
    words_in_english,
    write_tenths,
)
from dialogues.model.glossary import Glossary
from dialogues.model.sessions import correct
from dialogues.parsing.folding import fold
from dialogues.parsing.rows import CAPITALS
from dialogues.problems import Problem
from dialogues.reading.documents import YamlFile, list_texts, name_place
from dialogues.schemas.record import PassageEntry

CHINESE = re.compile(f"[{EVERY_HAN}]+")
WIDE = re.compile("[\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff5e]")
"""Punctuation and signs of full width, which an input method for Chinese writes."""
CURRENCIES = {
    "歐元": ("euros", r"€|\beuros?\b|\bEUR\b"),
    "美元": ("US dollars", r"US\$|\bUS dollars?\b|\bUSD\b"),
}


def check_pair(entry: PassageEntry, glossary: Glossary | None) -> Iterator[tuple[str, str]]:
    """Yield, for each rule that a pair breaks, the field to look at and what is wrong.

    A rule that does not fit a passage is declared in its `accept`, with the reason; a reason for
    nothing is wrong too, because it would hide a later fault. The English is that of the Chinese as
    corrected. Terms wait for a glossary that could not be read.
    """
    accept, zh = entry.accept, fold(correct(entry.zh, entry.corrections))
    if entry.en is None:
        if not accept.untranslated:
            yield "zh", "must have its English in `en` (or `accept: {untranslated: why}`)"
        return
    if wide := WIDE.search(entry.en):
        around = entry.en[max(0, wide.start() - 8) : wide.end() + 8]
        yield "en", f"must have English punctuation, and has {wide[0]!r} in {around!r}"
    faults: dict[str, Iterable[str]] = {
        "untranslated": [],
        "han": [f"must have no Chinese characters, and has {CHINESE.findall(entry.en)[0]!r}"]
        if CHINESE.search(entry.en)
        else [],
        "numbers": compare_numbers(zh, entry.en),
    }
    for rule, messages in faults.items():
        if getattr(accept, rule) and not messages:
            yield "accept", f"must be needed, and {rule} is not"
        elif not getattr(accept, rule):
            yield from (("en", f"{message} (or `accept: {{{rule}: why}}`)") for message in messages)
    if glossary is not None:
        yield from _check_terms(entry, zh, entry.en, glossary)


def _check_terms(
    entry: PassageEntry, zh: str, en: str, glossary: Glossary
) -> Iterator[tuple[str, str]]:
    broken = dict(glossary.check(zh, en))
    for term, message in broken.items():
        if term not in entry.accept.terms:
            yield "en", f"{message} (or `accept: {{terms: {{{term}: why}}}}`)"
    for term in entry.accept.terms.keys() - broken.keys():
        yield "accept", f"must be needed, and that of the term {term} is not"


def find_chinese(document: YamlFile) -> Iterator[Problem]:
    """Yield a problem for each English name, title or role with Chinese characters.

    Notes and facts may quote the source.
    """
    for location, text in list_texts(document.content):
        quotes = {"note", "facts"}.intersection(location)
        if location[-1:] == ("en",) and not quotes and (found := CHINESE.search(text)):
            rule = f"{name_place(location)} must have no Chinese characters, and has {found[0]!r}"
            yield document.problem(rule, *location)


HEAD_NUMBER = re.compile(r"^[壹貳參肆伍陸柒捌玖拾]{1,3}、")
"""A number with which minutes head a part, such as 捌、臨時動議; elsewhere these characters are words."""


@lru_cache(maxsize=5_000)  # while somebody edits, all pairs but one stay what they were
def compare_numbers(zh: str, en: str) -> tuple[str, ...]:
    """Return what is wrong with the numbers of an English text, given its Chinese."""
    return tuple(_compare_numbers(zh, en))


def _compare_numbers(zh: str, en: str) -> Iterator[str]:
    zh = write_tenths(HEAD_NUMBER.sub(lambda found: found[0].translate(CAPITALS), zh))
    chinese, english = numbers_in_chinese(zh), numbers_in_english(en)
    in_words = words_in_english(en)
    for number in sorted((chinese | counts_in_chinese(zh)) - english - in_words):
        yield f"must have all numbers of the Chinese, and lacks {number:,f}"
    known = chinese | numerals_in_chinese(zh)
    for number in sorted((english | counts_in_english(en)) - known):
        yield f"must have no number that the Chinese lacks, and has {number:,f}"
    if percents_in(en) not in (percents_in(zh), percents_in_digits(zh)):  # 百分之百 may be "all"
        ours, theirs = _list(percents_in(zh)), _list(percents_in(en))
        yield f"must have the percentages of the Chinese in its order, {ours}, and has {theirs}"
    for currency, (name, expression) in CURRENCIES.items():
        if (currency in zh) != bool(re.search(expression, en)):
            yield f"must have {name} where the Chinese has {currency}, and nowhere else"


def _list(numbers: Iterable[Decimal]) -> str:
    return ", ".join(f"{number:f}" for number in numbers) or "none"
