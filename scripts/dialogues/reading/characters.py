"""Words in which letters of another alphabet pass for Latin ones: nobody sees it, no search finds it."""

import re
import unicodedata

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
FOREIGN = (
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ"  # Greek that looks Latin; μm, kΩ and ΔT are written rightly
    "\u0400-\u052f\u1c80-\u1c8f"  # Cyrillic
    "\u0531-\u0587\u13a0-\u13fd\uab70-\uabbf"  # Armenian, Cherokee
    "\uff21-\uff3a\uff41-\uff5a"  # of full width
    "\u2c80-\u2cff\ua4d0-\ua4f7\U0001d400-\U0001d7cb"  # Coptic, Lisu, letters of formulas
)
STRANGER = re.compile(f"(?<=[{LATIN}])[{FOREIGN}]+|[{FOREIGN}]+(?=[{LATIN}])")
WORD = re.compile(f"[{LATIN}{FOREIGN}]+")


def find_mixed(text: str) -> list[tuple[str, str]]:
    """Return each word that mixes Latin letters with others, and these, each with its name."""
    if not STRANGER.search(text):
        return []
    return [
        (word, ", ".join(name_character(char) for char in dict.fromkeys("".join(strangers))))
        for word in WORD.findall(text)
        if (strangers := STRANGER.findall(word))
    ]


def name_character(char: str) -> str:
    """Return a character's code point and the name that Unicode gives it."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
