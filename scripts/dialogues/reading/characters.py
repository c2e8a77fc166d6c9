"""Find what no reader can see or tell: unseen and lost characters, heaps of marks, false letters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dialogues.problems import Problem, shorten

BLANK = frozenset(
    map(
        chr,
        (
            *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x16FE4, 0x1D159),
            *range(0x180B, 0x1810),
            *range(0xFE00, 0xFE10),
            *range(0xE0100, 0xE01F0),
        ),
    )
)
"""Letters and marks without a shape: fillers, joiners, selectors of variants, blank Braille."""
UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that no reader can see, or that no font shows."""
NEWER = re.compile("[\U0002ebf0-\U0002ee5d\U00031350-\U00033479]")
"""Chinese characters that a later Unicode has than that of the oldest Python which is used."""
LOST = frozenset("\ufffc\ufffd")
"""What a conversion puts in the place of a character, or of an object, that it could not keep."""
MOST_MARKS = 4
HEAP = re.compile(
    r"[^\W\d_]?([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    r"\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f]"
    rf"{{{MOST_MARKS + 1},}})"
)
"""More marks on a letter than any language has."""

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
LOOKALIKE = re.compile(
    r"\b[\u0410\u0412\u0415\u0405\u0417\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    r"\u0430\u0435\u043e\u0455\u0440\u0441\u0443\u0445\u0456\u0458\u04bb\u0501\u051b\u051d"
    r"\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
    r"\U0001d400-\U0001d7cb]{3,}+\b"
)
"""Words of letters that all look Latin and are not."""
STRANGER = re.compile(f"(?<=[{LATIN}])[{FOREIGN}]+|(?<![{FOREIGN}])[{FOREIGN}]++(?=[{LATIN}])")
WORD = re.compile(f"[{LATIN}{FOREIGN}]+")


def find_mixed(text: str) -> list[tuple[str, str]]:
    """Return each word that mixes Latin letters with others or has those alone, and these, named."""
    if not (STRANGER.search(text) or LOOKALIKE.search(text)):
        return []
    return [
        (word, ", ".join(name_character(char) for char in dict.fromkeys("".join(strangers))))
        for word in WORD.findall(text)
        if (strangers := STRANGER.findall(word) or LOOKALIKE.findall(word))
    ]


def name_character(char: str) -> str:
    """Return a character's code point and the name that Unicode gives it."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def check_characters(path: str, text: str, *, value: bool = False) -> list[Problem]:
    """Return a problem for each line with a character that no one can see, or takes for another.

    A line of a file may end with a carriage return; in a value that was escaped, and is unseen.
    """
    return [Problem(path, number, message) for number, message in find_unseen(text, value=value)]


@lru_cache(maxsize=1_000)  # while somebody edits, all files but one stay what they were
def find_unseen(text: str, *, value: bool) -> tuple[tuple[int, str], ...]:
    """Return the lines of a text that break a rule of its characters, from 1, and what is wrong."""
    found = []
    if text.startswith(MARK) and not value:
        rule = "a file must be UTF-8 without a byte order mark (BOM), and begins with U+FEFF"
        found, text = [(1, rule)], text[1:]
    for number, whole in enumerate(text.split("\n"), 1):
        line = whole if value else whole.removesuffix("\r")
        found += [(number, message) for message in _check_line(line)]
    return tuple(found)


def _check_line(line: str) -> Iterator[str]:
    for word, found in find_mixed(line):
        yield f"a word must be of one alphabet, and has {found}: {shorten(word)}"
    if heap := HEAP.search(line):
        rule = f"a letter must have at most {MOST_MARKS} marks, and one has"
        yield f"{rule} {len(heap[1])}: {shorten(heap[0], 12)}"
    if line.isprintable() and BLANK.isdisjoint(line) and LOST.isdisjoint(line):
        return  # far faster, true of nearly every line
    unseen = {char for char in line if is_unseen(char)}
    if lost := unseen & LOST:
        rule = "each character must be the one received, and this stands for one that was lost:"
        yield f"{rule} {_list(lost)}"
    if unseen - LOST:
        yield f"characters must be visible, and has {_list(unseen - LOST)}"


def _list(characters: Iterable[str]) -> str:
    return ", ".join(f"U+{ord(char):04X}" for char in sorted(characters))


def is_private(char: str) -> bool:
    """Return whether a character is one of an office's own font."""
    return unicodedata.category(char) == "Co"


def is_unseen(char: str) -> bool:
    """Return whether no reader can see a character, no font shows it, or it stands for a lost one."""
    if char == "\t" or NEWER.match(char):
        return False
    known = unicodedata.category(char) not in UNSEEN_CATEGORIES
    return not known or char in BLANK or char in LOST
