"""Names of countries (ISO 3166-1 codes) in both languages, from Unicode's CLDR through Babel."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from dialogues.model.entities import Bilingual

NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for groups, for tests or for nothing."""

OUR_NAMES = {
    "TW": Bilingual("臺灣", "Taiwan"),
    "HK": Bilingual("香港", "Hong Kong"),
}
"""CLDR's names but for the character that Taiwan's government writes, and for one short form."""


def is_country(code: str) -> bool:
    """Return whether a code of two letters is that of a country or territory."""
    named = code in _territories("en") and code in _territories("zh_Hant_TW")
    return named and code not in NO_COUNTRY and len(code) == 2 and code.isalpha()


def country_name(code: str) -> Bilingual:
    """Return the name of a country in Taiwan's Chinese and in English."""
    names = _territories("zh_Hant_TW")[code], _territories("en")[code]
    return OUR_NAMES.get(code) or Bilingual(*names)


@cache
def _territories(locale: str) -> Mapping[str, str]:
    return dict(Locale.parse(locale).territories)


@cache
def country_endings() -> tuple[str, ...]:
    """Return the Chinese names of all countries; the text before a name may end with one."""
    return tuple(country_name(code).zh for code in _territories("en") if is_country(code))
