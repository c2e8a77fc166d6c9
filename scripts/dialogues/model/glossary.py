"""Terms and names with the English that stands for them: docs/registry/glossary.yml."""

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


@dataclass(frozen=True)
class Synonym:
    """A Chinese term, its English, and other words by which a reader may search for it."""

    zh: str
    en: str
    also: tuple[str, ...]


class Glossary:
    """All terms, ready to be looked for in a passage; the longest term wins."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = {term.zh: term for term in terms}
        names = sorted(self.terms, key=len, reverse=True)
        self.expression = re.compile("|".join(map(re.escape, names)) or r"(?!)")

    def terms_in(self, zh: str) -> list[Term]:
        """Return the terms of a Chinese text, each once."""
        return [self.terms[found] for found in dict.fromkeys(self.expression.findall(zh))]

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
    """Return what finds any of some forms at the beginning of a word, in any case and inflection."""
    either = "|".join(map(re.escape, forms))
    return re.compile(rf"(?<!\w)(?:{either})" if forms else r"(?!)", re.IGNORECASE)
