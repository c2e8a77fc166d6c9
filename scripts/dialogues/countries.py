"""Names of countries (ISO 3166-1 codes) in both languages, from Unicode's CLDR through Babel."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from dialogues.entities import Bilingual

NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for groups, for tests or for nothing."""

OUR_NAMES = {
    "TW": Bilingual("臺灣", "Taiwan"),
    "HK": Bilingual("香港", "Hong Kong"),
}
"""CLDR's names but for the character that Taiwan's government writes, and for one short form."""


def is_country(code: str) -> bool:
    """Tell whether a code of two letters is that of a country or territory."""
    known = code in _territories("en") and code not in NO_COUNTRY
    return known and len(code) == 2 and code.isalpha()


def country_name(code: str) -> Bilingual:
    """Return the name of a country in Taiwan's Chinese and in English."""
    names = _territories("zh_Hant_TW")[code], _territories("en")[code]
    return OUR_NAMES.get(code) or Bilingual(*names)


@cache
def _territories(locale: str) -> Mapping[str, str]:
    return dict(Locale.parse(locale).territories)
