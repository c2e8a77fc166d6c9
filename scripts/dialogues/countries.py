"""Names of countries (ISO 3166-1 codes) in both languages, from Unicode's CLDR through Babel."""

from babel import Locale

from dialogues.archive import Bilingual

NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for groups, for tests or for nothing."""

ZH = dict(Locale.parse("zh_Hant_TW").territories) | {"TW": "臺灣", "HK": "香港"}
EN = dict(Locale.parse("en").territories) | {"HK": "Hong Kong"}
"""CLDR's names, but for the character that Taiwan's government writes and for one short form."""


def is_country(code: str) -> bool:
    """Tell whether a code of two letters is that of a country or territory."""
    return len(code) == 2 and code.isalpha() and code in EN and code not in NO_COUNTRY


def country_name(code: str) -> Bilingual:
    """Return the name of a country in Taiwan's Chinese and in English."""
    return Bilingual(ZH[code], EN[code])
