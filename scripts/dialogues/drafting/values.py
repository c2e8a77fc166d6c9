"""Write values as YAML holds them, with the marks that a draft has (see reading/marks.py)."""

import re
from collections.abc import Iterable

PROPOSED = "  # proposed"
MISSING = "  # missing"
PLAIN = re.compile(r"[\w（「【《][\w（）「」【】《》、，。；！？：／·' ./+()%&-]*")
ODD = re.compile(r"[\d.:/+-]+|true|false|yes|no|on|off|null|~|.*(?:\s$|\s#|:\s|:$)", re.IGNORECASE)
"""What YAML would take for something else than a text."""
WIDE_SPACE = "\u3000"
"""A space as wide as a character, which a headline has between its parts."""


def quote(text: str) -> str:
    """Return a text as YAML holds it, between quotes where it needs them."""
    if PLAIN.fullmatch(text) and not ODD.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    shown = (c if c.isprintable() or c == WIDE_SPACE else f"\\U{ord(c):08X}" for c in escaped)
    return '"' + "".join(shown) + '"'


def pair(zh: str, en: str) -> str:
    """Return a text in both languages as YAML holds it on one line."""
    return f"{{zh: {quote(zh)}, en: {quote(en)}}}"


def write_value(value: object) -> str:
    """Return a value as YAML holds it on one line."""
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, tuple):
        return pair(*value)
    if isinstance(value, Iterable):
        return f"[{', '.join(map(write_value, value))}]"
    return str(value)
