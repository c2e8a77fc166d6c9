"""Divide the index of a language: what is searched in, but not shown, goes to a second file.

A query in the script of the language needs nothing of that, and waits for the first file alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dialogues.finding.characters import HAN
from dialogues.rendering.search_names import fold

WORD = re.compile(r"[0-9a-zÀ-ɏ]+(?:[.,'’&+-][0-9a-zÀ-ɏ]+)*%?", re.IGNORECASE)
PARTICLES = "的在是和與及也了以我們這並等可有為將到讓更其都從把被而或就還個要來於所很由又但則此他她它您你一不上下中多能會各些同時後前方面性化"
"""Characters that only bind others: what is searched in, but not shown, goes without them."""
CHINESE = re.compile(f"(?:(?![{PARTICLES}])[{HAN}])+")
ANY_CHINESE = re.compile(f"[{HAN}]")
COMMON = 0.3
"""The part of all texts that a word is in which tells nothing."""

IsOwn = Callable[[str], bool]
"""Tells whether a name or a word can be found by who types the script of the language alone."""


def squeeze(texts: Sequence[str]) -> list[str]:
    """Return the part of texts that is searched in where they are not shown.

    Chinese keeps all its characters in their order, so that any part of a sentence is found; what
    is not Chinese in it is in the English too. English keeps each word once, those aside that most
    texts have.
    """
    if any(CHINESE.search(text) for text in texts):
        return ["".join(CHINESE.findall(text)) for text in texts]
    words = [{word.lower() for word in WORD.findall(text)} for text in texts]
    counts = Counter(word for found in words for word in found)
    common = {word for word, count in counts.items() if count > COMMON * len(texts)}
    return [" ".join(sorted(found - common)) for found in words]


def is_in_script(language: str) -> IsOwn:
    """Return what tells whether a word has the script of a language."""
    return lambda word: bool(ANY_CHINESE.search(word)) == (language == "zh")


def is_typed_or_said(language: str, texts: Iterable[str]) -> IsOwn:
    """Return what tells whether a name has the script of a language, or stands in its texts."""
    is_typed, said = is_in_script(language), fold("\n".join(texts))
    return lambda name: is_typed(name) or fold(name) in said


def divide_words(
    words: Sequence[str], is_own: IsOwn, needed: str = ""
) -> tuple[list[str], list[str]]:
    """Return the words that the first file has, and those that it leaves.

    The first one is shown, or is what the texts say; one may be needed for something else.
    """
    kept = [word for n, word in enumerate(words) if n == 0 or word == needed or is_own(word)]
    return kept, [word for word in words if word not in kept]


def divide_script(pairs: str, text: str) -> tuple[str, str]:
    """Return pairs of characters of which a text has one or its like, and the others."""
    both = [pairs[place : place + 2] for place in range(0, len(pairs), 2)]
    simple = {pair[0]: pair[1] for pair in both}
    known = {simple.get(character, character) for character in text}
    kept = [pair for pair in both if pair[1] in known]
    return "".join(kept), "".join(pair for pair in both if pair[1] not in known)
