"""Whether a passage and its English agree: in numbers, in terms, and in being English at all."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from dialogues.documents import Document, Location
from dialogues.glossary import Glossary
from dialogues.numbers import (
    numbers_in_chinese,
    numbers_in_english,
    numerals_in_chinese,
    percents_in,
    words_in_english,
)
from dialogues.problems import Problem
from dialogues.schemas import PassageEntry

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
CURRENCIES = {"歐元": r"€|\beuros?\b", "美元": r"US\$|\bUS dollars?\b"}


def check_pair(entry: PassageEntry, glossary: Glossary) -> Iterator[tuple[str, str]]:
    """Yield, for each rule that a pair breaks, the field to look at and what is wrong.

    A rule that does not fit a passage is declared in its `accept`, with the reason.
    """
    if entry.en is None:
        if not entry.accept.untranslated:
            yield "zh", "must have its English in `en` (or `accept: {untranslated: why}`)"
        return
    if not entry.accept.han and (found := HAN.search(entry.en)):
        yield (
            "en",
            f"must have no Chinese characters (or `accept: {{han: why}}`), and has {found[0]!r}",
        )
    if not entry.accept.numbers:
        yield from (("en", message) for message in _compare_numbers(entry.zh, entry.en))
    accepted = entry.accept.terms.keys()
    yield from (("en", message) for message in glossary.check(entry.zh, entry.en, accepted))


def find_chinese(document: Document) -> Iterator[Problem]:
    """Yield a problem for each English name, title or role with Chinese characters.

    Notes and facts may quote the source.
    """
    for location in _english_fields(document.content, ()):
        text = str(document.value_of(*location))
        if found := HAN.search(text):
            where = ".".join(str(step) for step in location)
            rule = f"{where} must have no Chinese characters, and has {found[0]!r}"
            yield document.problem(rule, *location)


def _english_fields(node: object, location: Location) -> Iterator[Location]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "en" and isinstance(value, str):
                yield (*location, key)
            elif key not in ("note", "facts"):
                yield from _english_fields(value, (*location, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _english_fields(value, (*location, number))


def _compare_numbers(zh: str, en: str) -> Iterator[str]:
    chinese, english = numbers_in_chinese(zh), numbers_in_english(en)
    for number in sorted(chinese - english - words_in_english(en)):
        yield f"must have all numbers of the Chinese, and lacks {number:,f}"
    for number in sorted(english - chinese - numerals_in_chinese(zh)):
        yield f"must have no number that the Chinese lacks, and has {number:,f}"
    if percents_in(zh) != percents_in(en):
        yield f"must have the percentages of the Chinese, {_list(percents_in(zh))}, and has {_list(percents_in(en))}"
    for currency, expression in CURRENCIES.items():
        if (currency in zh) != bool(re.search(expression, en)):
            yield f"must have {currency} where the Chinese has it, and nowhere else"


def _list(numbers: Iterable[Decimal]) -> str:
    return ", ".join(f"{number:f}" for number in sorted(numbers)) or "none"
