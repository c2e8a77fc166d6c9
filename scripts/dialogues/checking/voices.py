"""Check that the voices of the home page are in their passages, and not too many."""

from collections.abc import Iterator

from dialogues.model.archive import Archive
from dialogues.problems import Problem
from dialogues.reading.registry import Registry

MOST = 5
"""Voices on the home page."""


def check_voices(registry: Registry, archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each voice that is not in its passage word for word, or is too many."""
    document = registry.documents["featured"]
    known = {(v.place.session.record, v.passage.id): v for v in archive.voices}
    entries = [(record, key) for record, found in registry.featured.items() for key in found]
    for record, key in entries:
        voice = known.get((record, key))
        if voice is None:
            rule = "a voice must be a passage that somebody speaks, and no record has"
            yield document.problem(f"{rule} {record}#{key}", record, key)
            continue
        for language in ("zh", "en"):
            words = voice.words.in_language(language)
            if words not in voice.passage.in_language(language):
                rule = "must be words of the passage as its page shows it, and is not"
                yield document.problem(f"{language} {rule}: {words!r}", record, key, language)
        if voice.passage.doubtful:
            rule = "a voice must be of a known speaker, and that of this passage is doubtful"
            yield document.problem(rule, record, key)
    for record, key in entries[MOST:]:
        yield document.problem(
            f"there must be {MOST} voices at most, and this is one more", record, key
        )
