"""Write Chinese names in the romanisation that is usual in Taiwan: Wade-Giles, made from pinyin.

The letters are a guess: whoever bears the name may write it otherwise.
"""

import re
from importlib import import_module
from importlib.util import find_spec

from dialogues.parsing.names import COMPOUND

INITIALS = {
    "zh": "ch",
    "ch": "ch",
    "sh": "sh",
    "b": "p",
    "p": "p",
    "d": "t",
    "t": "t",
    "g": "k",
    "k": "k",
    "j": "ch",
    "q": "ch",
    "x": "hs",
    "z": "ts",
    "c": "ts",
    "r": "j",
}
WHOLE = {
    "zi": "tzu",
    "ci": "tzu",
    "si": "szu",
    "yi": "i",
    "you": "yu",
    "yan": "yen",
    "ye": "yeh",
    "yue": "yueh",
    "yong": "yung",
    "er": "erh",
    "guo": "kuo",
    "kuo": "kuo",
    "huo": "huo",
    "shuo": "shuo",
    "gui": "kuei",
    "kui": "kuei",
    "ge": "ko",
    "ke": "ko",
    "he": "ho",
    "ri": "jih",
    "yuan": "yuan",
    "yun": "yun",
    "yu": "yu",
    "o": "o",
    "e": "o",
}
FINALS = {
    "ian": "ien",
    "ie": "ieh",
    "ue": "ueh",
    "ve": "ueh",
    "ong": "ung",
    "iong": "iung",
    "uo": "o",
    "v": "u",
}
SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?([a-zü]+)")


def write_wade(syllable: str) -> str:
    """Return a syllable of pinyin, without its tone, in Wade-Giles as passports have it."""
    found = SYLLABLE.fullmatch(syllable)
    if syllable in WHOLE or not found:
        return WHOLE.get(syllable, syllable)
    initial, final = found[1] or "", found[2].replace("ü", "v")
    if final == "i" and initial in ("zh", "ch", "sh"):
        return INITIALS[initial] + "ih"
    return INITIALS.get(initial, initial) + FINALS.get(final, final)


LIKE = ("bp", "dt", "gkh", "zcsjqx", "lr", "nl")
"""First letters of syllables that write the same foreign sound."""


def sounds_alike(one: str, other: str) -> bool:
    """Return whether two names differ in one character, whose two readings are alike: 茲 and 茨."""
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1 or find_spec("pypinyin") is None:
        return False
    first, second = import_module("pypinyin").lazy_pinyin(differing[0])
    (start, end), (other_start, other_end) = map(_split_syllable, (first, second))
    like = any(start[:1] in group and other_start[:1] in group for group in LIKE)
    return end == other_end and (start == other_start or (like and bool(start and other_start)))


def _split_syllable(syllable: str) -> tuple[str, str]:
    found = SYLLABLE.fullmatch(syllable)
    return (found[1] or "", found[2]) if found else ("", syllable)


def romanize(name: str) -> str | None:
    """Return a Chinese name of three characters as `Wang Hsiao-ming`; None without pypinyin."""
    if find_spec("pypinyin") is None:
        return None
    syllables = [write_wade(each) for each in import_module("pypinyin").lazy_pinyin(name)]
    if not all(re.fullmatch("[a-z]+", each) for each in syllables):
        return None
    length = 2 if len(syllables) > 3 and re.match(COMPOUND, name) else 1  # 范姜文彥
    parts = (syllables[:length], syllables[length:])
    return " ".join("-".join(part).capitalize() for part in parts).strip()
