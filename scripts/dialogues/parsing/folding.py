"""Fold characters into their usual form: a Kangxi radical of a PDF is found as what it means."""

import re
import unicodedata

UNUSUAL = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\ufe30-\ufe4f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    "\U0002f800-\U0002fa1f]"
)
"""Radicals, compatibility forms, letters and digits of full width: each has a usual character."""
RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
RADICALS = dict(
    zip(
        "⺟⺠⺩⺫⺬⺮⺶⺻⺼⺽⻁⻄⻅⻆⻇⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻭⻮⻯⻰⻱⻲⻳",
        "母民王目示竹羊聿肉臼虎西見角角貝足車長長門雨青韋頁風飛食食馬骨鬼魚鳥鹵麥黃黽齊齒齒龍龍龜龜龜",
        strict=True,
    )
)
"""Radicals of the supplement, for which Unicode names no usual character."""


def fold(text: str) -> str:
    """Return a text with each character in its usual form, and as many of them."""
    return UNUSUAL.sub(_usual, text)


def fold_radicals(text: str) -> str:
    """Return a text with the usual characters for radicals and compatibility forms alone."""
    return RADICAL.sub(_usual, text)


def list_radicals(text: str) -> list[str]:
    """Return the radicals and compatibility forms of a text that mean other characters, once each."""
    return sorted(char for char in set(RADICAL.findall(text)) if fold(char) != char)


def _usual(found: re.Match[str]) -> str:
    char = found[0]
    usual = RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return usual if len(usual) == 1 and usual.isalnum() else char
