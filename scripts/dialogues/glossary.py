"""Terms and names with the English that stands for them: docs/registry/glossary.yml."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from dialogues.schemas import TermEntry


@dataclass(frozen=True)
class Term:
    """A Chinese term, the English forms that are accepted, the best first, and those to avoid."""

    zh: str
    en: tuple[str, ...]
    avoid: tuple[str, ...]


class Glossary:
    """All terms, ready to be looked for in a passage; the longest term wins."""

    def __init__(self, entries: Mapping[str, TermEntry]) -> None:
        self.terms = {zh: Term(zh, entry.en, entry.avoid) for zh, entry in entries.items()}
        names = sorted(self.terms, key=len, reverse=True)
        self.expression = re.compile("|".join(map(re.escape, names)) or r"(?!)")

    def terms_in(self, zh: str) -> list[Term]:
        """Return the terms of a Chinese text, each once."""
        return [self.terms[found] for found in dict.fromkeys(self.expression.findall(zh))]

    def check(self, zh: str, en: str, accepted: Collection[str]) -> Iterator[str]:
        """Yield what is wrong with the terms of a pair, but for those that it accepts."""
        for term in self.terms_in(zh):
            if term.zh in accepted:
                continue
            if not any(_has(en, form) for form in term.en):
                forms = " or ".join(repr(form) for form in term.en)
                yield f"must have {forms} for {term.zh} (or `accept: {{terms: {{{term.zh}: why}}}}`)"
            for form in term.avoid:
                if _has(en, form):
                    yield f"must not have {form!r} for {term.zh}; better {term.en[0]!r}"


def _has(text: str, form: str) -> bool:
    """Tell whether a text has a form, at the beginning of a word, in any case and inflection."""
    return bool(re.search(rf"(?<!\w){re.escape(form)}", text, re.IGNORECASE))
