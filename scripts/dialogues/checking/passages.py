"""Check the entries of passages.yml against the passages of the source."""

from collections.abc import Iterable, Iterator

from dialogues.checking.names import check_names
from dialogues.checking.notes import check_note
from dialogues.checking.themes import check_themes
from dialogues.checking.translations import check_pair
from dialogues.model.sessions import find_overlap
from dialogues.parsing.structure import Block
from dialogues.problems import Problem, shorten
from dialogues.reading.records import Folder
from dialogues.reading.registry import Registry
from dialogues.schemas.record import PassageEntry


def check_passages(folder: Folder, registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each passage without an entry of its words, and each entry that is wrong."""
    passages = list(folder.parsed.passages)
    if passages and not folder.passages:
        rule = "the file must have an entry for each passage (`make sync` adds them)"
        yield folder.passages_document.problem(f"{rule}, and has none of {len(passages)}")
        return
    met, before = {key for key, _ in passages}, tuple[str, ...]()
    strangers = {entry.zh: key for key, entry in folder.passages.items() if key not in met}
    untouched = folder.entry.source.sha256 == folder.source.sha256
    for key, block in passages:
        entry = folder.passages.get(key)
        text = block.body.text
        if entry is None:
            yield _missing(folder, key, block, before, strangers.pop(text, None))
            continue
        before = (key,)
        if entry.zh != text:
            if untouched:  # or what was changed is the source
                yield _stale(folder, key, entry.zh, text)
        else:
            yield from _check_entry(folder, registry, key, entry)
        yield from _check_corrections(folder, key, entry, text)
    if not folder.parsed.problems:  # else nobody can tell which passages the source has
        yield from _check_strangers(folder, strangers.values())
        yield from _check_references(folder, met)


def _missing(
    folder: Folder, key: str, block: Block, before: tuple[str, ...], other: str | None
) -> Problem:
    """Return the problem of a passage without an entry, at the entry behind which it belongs.

    `other` is the id of an entry that has its words and belongs to no passage.
    """
    if other:
        rule = "an entry must have the id of the passage with its words, which is"
        return folder.passages_document.problem(f"{rule} {key!r}, and has {other!r}", other)
    rule = "a passage must have an entry (`make sync` adds one that is new)"
    message = f"{rule}, and {key} has none: {shorten(block.body.text, 24)}"
    return folder.passages_document.problem(message, *before)


def _stale(folder: Folder, key: str, quoted: str, text: str) -> Problem:
    place = next(
        (i for i, (a, b) in enumerate(zip(quoted, text, strict=False)) if a != b),
        min(len(quoted), len(text)),
    )
    start = max(0, place - 8)
    message = (
        f"{key}.zh must quote the source; from character {place + 1} on the source has"
        f" {shorten(text[start:], 24)}, and the entry has {shorten(quoted[start:], 24)}"
    )
    return folder.passages_document.problem(message, key, "zh")


def _check_entry(
    folder: Folder, registry: Registry, key: str, entry: PassageEntry
) -> Iterator[Problem]:
    glossary = None if "glossary" in registry.unread else registry.glossary
    faults = [*check_pair(entry, glossary), *check_note(entry)]
    if registry.gazetteer:
        faults += check_names(entry, registry.gazetteer)
    if "themes" not in registry.unread:
        faults += check_themes(entry, registry.themes)
    for field, message in faults:
        yield folder.passages_document.problem(f"{key}.{field} {message}", key, field)


def _check_corrections(
    folder: Folder, key: str, entry: PassageEntry, text: str
) -> Iterator[Problem]:
    for number, correction in enumerate(entry.corrections):
        location = (key, "corrections", number)
        if correction.was == correction.now:
            rule = f"now must differ from was, and both are {correction.was!r}"
            yield folder.passages_document.problem(rule, *location, "now")
        if (times := text.count(correction.was)) != 1:
            rule = f"was must stand once in the passage, and stands {times} times"
            message = f"{rule}: {correction.was!r}"
            yield folder.passages_document.problem(message, *location, "was")
    overlap = find_overlap(text, entry.corrections)
    if overlap is not None:
        rule = "corrections must change words of their own, and another changes some of"
        message = f"{rule} {entry.corrections[overlap].was!r}"
        yield folder.passages_document.problem(message, key, "corrections", overlap, "was")


def _check_strangers(folder: Folder, strangers: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each entry whose passage the source does not have."""
    rule = "an entry must belong to a passage of the source, and there is none with the id"
    for key in strangers:
        yield folder.passages_document.problem(f"{rule} {key!r}", key)


def _check_references(folder: Folder, met: set[str]) -> Iterator[Problem]:
    """Yield a problem for each reference to a passage that the source does not have."""
    contributions = {key.rpartition("-")[0] for key in met}
    for key, entry in folder.passages.items():
        for number, target in enumerate(entry.refers_to):
            if target not in met | contributions or target == key:
                rule = f"{key}.refers_to must be ids of this record, and one is {target!r}"
                yield folder.passages_document.problem(rule, key, "refers_to", number)
