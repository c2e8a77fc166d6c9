"""Check that a note quotes words which its reader sees."""

import re
from collections.abc import Iterator

from dialogues.checking.translations import CHINESE
from dialogues.model.sessions import correct
from dialogues.problems import shorten
from dialogues.schemas.record import PassageEntry

QUOTED = {"zh": re.compile("「([^」]+)」"), "en": re.compile("“([^”]+)”")}
SENTENCE = {"zh": re.compile("(?<=。)"), "en": re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")}
LEFT_OUT = re.compile("…+")


def check_note(entry: PassageEntry) -> Iterator[tuple[str, str]]:
    """Yield, for each sentence of a note that quotes nothing of the passage, what is wrong.

    Where a sentence quotes, one of its quotations at least has to stand in the passage as the
    reader of that language has it; another may be what is meant, or what a public page says. An
    English note may quote the Chinese too.
    """
    faults = list(_find_faults(entry))
    if entry.accept.quotes and not faults:
        yield "accept", "must be needed, and quotes is not"
    elif not entry.accept.quotes:
        yield from (("note", f"{fault} (or `accept: {{quotes: why}}`)") for fault in faults)


def _find_faults(entry: PassageEntry) -> Iterator[str]:
    if entry.note is None:
        return
    zh = f"{entry.zh}\n{correct(entry.zh, entry.corrections)}"
    for language, text in (("zh", zh), ("en", f"{entry.en or ''}\n{zh}")):
        for sentence in SENTENCE[language].split(entry.note.in_language(language)):
            quoted = QUOTED[language].findall(sentence)
            seen = [*quoted, *CHINESE.findall(sentence)] if language == "en" else quoted
            if quoted and not any(_stands(words, text) for words in seen):
                rule = f"must quote the passage in its {language}, and this stands nowhere in it"
                yield f"{rule}: {shorten(quoted[0])}"


def _stands(words: str, text: str) -> bool:
    """Return whether a quotation stands in a text, in any case, and what it leaves out aside."""
    parts = [part.strip(" .,;:") for part in LEFT_OUT.split(words)]
    return all(part.casefold() in text.casefold() for part in parts)
