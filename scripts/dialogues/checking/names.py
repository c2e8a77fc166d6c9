"""Check that the English of a passage names whomever the Chinese names."""

from collections.abc import Iterator

from dialogues.checking.translations import CHINESE
from dialogues.finding.mentions import Gazetteer
from dialogues.model.entities import City, Entity
from dialogues.model.sessions import correct
from dialogues.schemas.record import PassageEntry


def check_names(entry: PassageEntry, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Yield, for each name that the English lacks, the field and what is wrong.

    Cities are left out: a speaker's own is "our city" in good English, others are "the county".
    """
    if entry.en is None:
        return
    missing = {}
    for segment in gazetteer.split(correct(entry.zh, entry.corrections)):
        entity = segment.entity
        if entity and not isinstance(entity, City) and not _is_named(entity, entry.en):
            missing[entity.key] = (entity, segment.text)
    for key, (entity, printed) in missing.items():
        if key not in entry.accept.names:
            rule = f"must have the name {entity.name.en!r}, or a variant, for {printed}"
            yield "en", f"{rule} (or `accept: {{names: {{{key}: why}}}}`)"
    for key in entry.accept.names.keys() - missing.keys():
        yield "accept", f"must be needed, and that of the name {key} is not"


def _is_named(entity: Entity, en: str) -> bool:
    return any(name in en for name in entity.names if not CHINESE.search(name))
