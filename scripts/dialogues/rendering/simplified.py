"""Pair traditional with simplified characters, and words of the mainland with ours, for the search."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC

from dialogues.finding.characters import HAN

LONGEST_WORD = 4
"""Characters of the longest words that are compared."""


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


@cache
def pair_scripts(text: str) -> str:
    """Return pairs of characters, one behind the other: as the text or Japan has it, and as simplified."""
    characters = sorted(set(text))
    simple = _converter("tw2s").convert("\n".join(characters)).split("\n")
    japanese = _converter("t2jp").convert("\n".join(characters)).split("\n")
    known = dict(zip(japanese, simple, strict=True)) | dict(zip(characters, simple, strict=True))
    pairs = known.items()
    return "".join(one + other for one, other in pairs if one != other and len(other) == 1)


@cache
def simplify(text: str) -> str:
    """Return a text in simplified characters, as the search compares them."""
    return str(_converter("tw2s").convert(text))


@cache
def list_usage(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return words that the mainland has for words of the texts: (軟件, 軟體), both simplified.

    All strings of two to four characters are converted twice, by script alone and by usage too;
    where the results differ the string holds such a word, and the shortest one is the word.
    """
    words = sorted(_strings(texts), key=lambda word: (len(word), word))
    ours = _converter("tw2s").convert("\n".join(words)).split("\n")
    theirs = _converter("tw2sp").convert("\n".join(words)).split("\n")
    found: dict[str, str] = {}
    for own, other in zip(ours, theirs, strict=True):
        if own != other and other != _translate(own, found):
            found[other] = own
    return sorted(found.items())


def _translate(text: str, known: Mapping[str, str]) -> str:
    for other, own in known.items():
        text = text.replace(own, other)
    return text


def _strings(texts: Iterable[str]) -> set[str]:
    return {
        run[place : place + length]
        for text in texts
        for run in re.findall(f"[{HAN}]+", text)
        for length in range(2, LONGEST_WORD + 1)
        for place in range(len(run) - length + 1)
    }
