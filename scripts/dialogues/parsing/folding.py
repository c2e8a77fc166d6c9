"""Characters in their usual form: what a PDF writes as Kangxi radicals is found as what it means."""

import re
import unicodedata

UNUSUAL = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\ufe30-\ufe4f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    "\U0002f800-\U0002fa1f]"
)
"""Radicals, compatibility forms, letters and digits of full width: each has a usual character."""
RADICALS = dict(zip("⺠⻑⻄⻘⻝⻢⻩⻬⻥⻦⻅⻔", "民長西青食馬黃齊魚鳥見門", strict=True))
"""Radicals of the supplement, for which Unicode names no usual character."""


def fold(text: str) -> str:
    """Return a text with each character in its usual form, and as many of them."""
    return UNUSUAL.sub(_usual, text)


def _usual(found: re.Match[str]) -> str:
    char = found[0]
    usual = RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return usual if len(usual) == 1 and usual.isalnum() else char
