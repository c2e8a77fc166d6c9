"""Cut a line out of what somebody said: its first words, or those around a name."""

import re

LENGTHS = {"zh": 44, "en": 90}
"""Characters of a line at most."""
SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+")
"""Where a sentence begins."""
WORD = r"[A-Za-z0-9'’À-ɏ]+"


def shorten(text: str, length: int) -> str:
    """Return a text, or its beginning up to the last whole word with `…` behind it."""
    if len(text) <= length:
        return text
    cut = text[: length + 1]
    word = re.search(f"{WORD}$", cut)
    kept = cut[: word.start()] if word and word.start() else cut[:-1]
    return kept.rstrip(" ，、,:：;；(（「“") + "…"


def cut_around(text: str, place: int, length: int) -> str:
    """Return the words of a text around a place, from where the sentence begins if that is near."""
    start = max([0, *(found.end() for found in SENTENCE.finditer(text) if found.end() <= place)])
    if place - start > length // 2:
        start = place - length // 2
        half_word = re.match(WORD, text[start:])
        start += half_word.end() if half_word else 0
    return ("…" if start else "") + shorten(text[start:].lstrip(), length)
