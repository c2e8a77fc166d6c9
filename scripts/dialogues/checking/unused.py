"""Check that each name, term, theme and event of the registry is needed by a record."""

from collections.abc import Iterator, Sequence

from dialogues.finding.mentions import gather_names
from dialogues.model.archive import Archive
from dialogues.model.entities import Entity
from dialogues.parsing.folding import fold
from dialogues.problems import Problem
from dialogues.reading.records import Folder
from dialogues.reading.registry import Registry

EXACT = "a name must occur in a record exactly so, and this does not"
NOBODY = "an entry must be that of someone or something in a record, and no record has"


def check_usage(
    folders: Sequence[Folder], registry: Registry, archive: Archive
) -> Iterator[Problem]:
    """Yield a problem for each entry of the registry that nothing in any record needs."""
    yield from _check_words(folders, registry, archive)
    yield from _check_entities(folders, registry, archive)
    events = {session.event for folder in folders for session in folder.entry.sessions}
    for key in registry.events.keys() - events:
        yield registry.documents["events"].problem(f"{NOBODY} {key!r}", key)
    entries = [entry for folder in folders for entry in folder.passages.values()]
    themes = {key for entry in entries for key in (*(entry.themes or ()), *entry.proposed)}
    for key in registry.themes.keys() - themes:
        rule = f"a theme must have passages, and none has {key!r}"
        yield registry.documents["themes"].problem(rule, key)


def _check_words(
    folders: Sequence[Folder], registry: Registry, archive: Archive
) -> Iterator[Problem]:
    """Yield a problem for each variant of a name, and each term, that nothing prints."""
    entries = [entry for folder in folders for entry in folder.passages.values()]
    chinese = [*(folder.source.text for folder in folders), *(entry.zh for entry in entries)]
    chinese += [passage.zh for record in archive.records.values() for passage in record.passages]
    printed = "\n".join([*chinese, *map(fold, chinese)])
    everything = "\n".join([printed, *(entry.en or "" for entry in entries)])
    for term in registry.glossary.terms:
        if term not in printed:
            yield registry.documents["glossary"].problem(f"{EXACT}: {term!r}", term)
    yield from _check_longer_words(printed, registry)
    folded = everything.casefold()
    for synonym in registry.synonyms:
        document = registry.documents["synonyms"]
        if synonym.zh not in printed:
            yield document.problem(f"{EXACT}: {synonym.zh!r}", synonym.zh)
        if synonym.en.casefold() not in folded:
            yield document.problem(f"{EXACT}: {synonym.en!r}", synonym.zh, "en")
    for entity in registry.linked:
        for field in ("variants", "exclude"):
            for number, name in enumerate(getattr(entity, field)):
                if name not in everything:
                    document = registry.documents[entity.folder]
                    yield document.problem(f"{EXACT}: {name!r}", entity.key, field, number)


def _check_longer_words(printed: str, registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each longer word (`not_in` of a term) that nothing prints."""
    document = registry.documents["glossary"]
    for term in registry.glossary.terms.values():
        for number, word in enumerate(term.not_in):
            if word not in printed:
                yield document.problem(f"{EXACT}: {word!r}", term.zh, "not_in", number)
            if term.zh not in word or term.zh == word:
                rule = f"not_in must be longer words with the term in them, and {word!r} is none"
                yield document.problem(rule, term.zh, "not_in", number)


def _check_entities(
    folders: Sequence[Folder], registry: Registry, archive: Archive
) -> Iterator[Problem]:
    """Yield a problem for each entry that no label has, no text names and no record has for issuer."""
    labels = [label for folder in folders for _, _, label in folder.entry.every_label]
    used: dict[str, set[str | None]] = {
        "cities": {city for label in labels for city in label.cities},
        "people": {label.person for label in labels},
        "organizations": {label.organization for label in labels}
        | {folder.entry.issuer for folder in folders},
        "initiatives": set(),
    }
    named = _named_in(archive, registry)
    for entity in registry.linked:
        if entity.key not in used[entity.folder] and entity not in named:
            document = registry.documents[entity.folder]
            yield document.problem(f"{NOBODY} {entity.key!r}", entity.key)


def _named_in(archive: Archive, registry: Registry) -> set[Entity]:
    """Return all that a passage in either language, or a label, names so that it becomes a link."""
    gazetteer = gather_names(registry.linked)
    records = archive.records.values()
    texts = {text for record in records for passage in record.passages for text in passage.texts}
    sessions = [session for record in records for session in record.sessions]
    texts |= {who.label for s in sessions for c in s.contributions for who in c.people}
    return {entity for text in texts for entity in gazetteer.entities_in(text)}
