"""Look up terms and names with the English that stands for them: docs/registry/glossary.yml."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Term:
    """A Chinese term, the English forms that are accepted, the best first, and those to avoid."""

    zh: str
    en: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    """Longer words in which it is no term."""
    unit: bool = False
    """Whether it is a term only after a number."""


@dataclass(frozen=True)
class Synonym:
    """A Chinese term, its English, and other words by which a reader may search for it."""

    zh: str
    en: str
    also: tuple[str, ...]


AFTER_NUMBER = (
    "(?:(?<=[0-9一二兩三四五六七八九十百千萬億])|(?<=[0-9萬億] )|(?<=[0-9十百千萬億][多餘]))"
)
"""The place behind a number: 30 萬元, 2 公尺, never 多元."""

UNCOUNTED = "(?<![0-9一二兩三四五六七八九十百千萬幾多])"
"""The place of a term that begins with 個, which behind a number is a measure word: 五個資源."""


class Glossary:
    """All terms, ready to be looked for in a passage; the longest term wins."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = {term.zh: term for term in terms}
        words = {word for term in self.terms.values() for word in term.not_in} - self.terms.keys()
        names = sorted([*self.terms, *words], key=len, reverse=True)
        self.expression = re.compile("|".join(map(self._find, names)) or r"(?!)")

    def terms_in(self, zh: str) -> list[Term]:
        """Return the terms of a Chinese text, each once."""
        found = dict.fromkeys(self.expression.findall(zh))
        return [self.terms[name] for name in found if name in self.terms]

    def _find(self, name: str) -> str:
        """Return the expression of a term, or of a longer word in which none is one."""
        unit = name in self.terms and self.terms[name].unit
        before = AFTER_NUMBER if unit else UNCOUNTED if name.startswith("個") else ""
        return f"{before}{re.escape(name)}"

    def check(self, zh: str, en: str) -> Iterator[tuple[str, str]]:
        """Yield each term whose English a pair lacks or puts in a form to avoid, and the rule."""
        for term in self.terms_in(zh):
            avoided = _expression(term.avoid).search(en)
            if not _expression(term.en).search(en):
                yield term.zh, f"must have {term.en[0]!r}, or another form, for {term.zh}"
            elif avoided:
                yield term.zh, f"must not have {avoided[0]!r} for {term.zh}; better {term.en[0]!r}"


@cache
def _expression(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of some forms at the beginning of a word, in any case and inflection.

    Of one that ends in a consonant and y, the plural is another word: circular city, circular cities.
    """
    either = "|".join(re.sub(r"(?<=[^aeiou])y$", "(?:y|ies)", re.escape(form)) for form in forms)
    return re.compile(rf"(?<!\w)(?:{either})" if forms else r"(?!)", re.IGNORECASE)
