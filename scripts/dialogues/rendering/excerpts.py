"""Cut a line to its room: what somebody said, a name in it, the title and description of a page."""

import re

LENGTHS = {"zh": 44, "en": 90}
"""Characters of a line at most."""
SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+")
"""Where a sentence begins."""
TITLE, DESCRIPTION = 60, 160
"""Characters of what searches show of a page."""
LETTER = r"[A-Za-z0-9'’À-ɏ]"
WORD = f"{LETTER}+"
AFTER = " ，、,:：;；。.)）」”"
"""What closes words that are left out, and does not begin a line."""


def shorten(text: str, length: int) -> str:
    """Return a text, or its beginning up to the last whole word with `…` behind it."""
    if len(text) <= length:
        return text
    cut = text[: length + 1]
    word = re.search(f"(?<!{LETTER}){WORD}$", cut)
    kept = cut[: word.start()] if word and word.start() else cut[:-1]
    return kept.rstrip(" ，、,:：;；(（「“") + "…"


def cut_around(text: str, place: int, length: int) -> str:
    """Return the words of a text around a place, from where the sentence begins if that is near."""
    start = max([0, *(found.end() for found in SENTENCE.finditer(text) if found.end() <= place)])
    if place - start > length // 2:
        start = place - length // 2
        half_word = re.match(WORD, text[start:])
        start += half_word.end() if half_word else 0
    return ("…" if start else "") + shorten(text[start:].lstrip(AFTER), length)


def fit_title(title: str, site: str) -> str:
    """Return the title of a page for its tab: without that of the site, or cut, where it is long."""
    whole = f"{title} - {site}"
    return whole if len(whole) <= TITLE else shorten(title, TITLE - 1)


def fit_description(text: str) -> str:
    """Return a description, or its first sentences, or its first words where the first is long."""
    if len(text) <= DESCRIPTION:
        return text
    ends = [found.start() for found in SENTENCE.finditer(text) if found.start() <= DESCRIPTION]
    return text[: ends[-1]] if ends else shorten(text, DESCRIPTION - 1)
