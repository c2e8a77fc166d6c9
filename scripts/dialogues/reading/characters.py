"""Find characters that no reader can see, and letters of another alphabet that pass for Latin ones."""

import re
import unicodedata

from dialogues.problems import Problem, shorten

BLANK = frozenset(
    map(
        chr,
        (
            *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0),
            *range(0x180B, 0x1810),
            *range(0xFE00, 0xFE10),
            *range(0xE0100, 0xE01F0),
        ),
    )
)
"""Letters and marks without a shape: fillers, joiners, selectors of variants, blank Braille."""
UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that no reader can see, or that no font shows."""

MARK = "\ufeff"
"""What some editors put before a text that is UTF-8."""
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


def check_characters(path: str, text: str, *, value: bool = False) -> list[Problem]:
    """Return a problem for each line with a character that no one can see, or takes for another.

    A line of a file may end with a carriage return; in a value that was escaped, and is unseen.
    """
    problems = []
    for number, whole in enumerate(text.split("\n"), 1):
        line = whole if value else whole.removesuffix("\r")
        for word, found in find_mixed(line):
            rule = "a word must be of one alphabet, and has"
            problems.append(Problem(path, number, f"{rule} {found}: {shorten(word)}"))
        if line.isprintable() and BLANK.isdisjoint(line):  # far faster, true of nearly every line
            continue
        if number == 1 and line.startswith(MARK) and not value:
            rule = "a file must be UTF-8 without a byte order mark (BOM)"
            problems.append(Problem(path, number, f"{rule}, and begins with U+FEFF"))
            line = line[1:]
        unseen = sorted({char for char in line if is_unseen(char)})
        if unseen:
            names = ", ".join(f"U+{ord(char):04X}" for char in unseen)
            problems.append(Problem(path, number, f"characters must be visible, and has {names}"))
    return problems


def is_unseen(char: str) -> bool:
    """Return whether no reader can see a character, or no font shows it."""
    if char == "\t":
        return False
    unseen = char in BLANK or unicodedata.category(char) in UNSEEN_CATEGORIES
    return unseen or _is_no_character(char)


def _is_no_character(char: str) -> bool:
    """Return whether Unicode keeps a code point out of all texts; XML, of the feeds, refuses some."""
    return ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF
