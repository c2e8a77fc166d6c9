"""Check who stands behind the labels of a record, and that every row and caption names them."""

from collections.abc import Collection, Iterator

from dialogues.model.countries import is_country
from dialogues.parsing.offices import COLONS
from dialogues.parsing.structure import Item
from dialogues.parsing.turns import squeeze
from dialogues.problems import Problem
from dialogues.reading.documents import name_place
from dialogues.reading.records import Folder
from dialogues.reading.registry import Registry
from dialogues.schemas.record import LabelEntry


def check_labels(folder: Folder, registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each key that the registry lacks, and each label that says too little."""
    yield from _check_key(folder, registry, "organizations", folder.entry.issuer, "issuer")
    for number, session in enumerate(folder.entry.sessions):
        place = ("sessions", number, "event")
        yield from _check_key(folder, registry, "events", session.event, *place)
    for where, _, entry in folder.entry.every_label:
        yield from _check_label(folder, registry, where, entry)
    yield from _check_lead_ins(folder)
    for section in folder.parsed.sections:
        labels = folder.entry.labels_in(section.session)
        for element in section.elements:
            if isinstance(element, Item):
                yield from _check_speaker(folder, element, labels)
                yield from _check_pictured(folder, element, labels)


def _check_label(
    folder: Folder, registry: Registry, place: tuple[str | int, ...], entry: LabelEntry
) -> Iterator[Problem]:
    if entry.person:
        yield from _check_key(folder, registry, "people", entry.person, *place, "person")
    for number, city in enumerate(entry.cities):
        yield from _check_key(folder, registry, "cities", city, *place, "cities", number)
    if entry.organization:
        where = (*place, "organization")
        yield from _check_key(folder, registry, "organizations", entry.organization, *where)
    if not entry.cities and not entry.country:
        rule = "a label must have cities or a country, and has neither"
        yield folder.document.problem(rule, *place)
    if entry.country and not is_country(entry.country):
        rule = f"country must be an ISO 3166-1 code, and is {entry.country!r}"
        yield folder.document.problem(rule, *place, "country")


def _check_lead_ins(folder: Folder) -> Iterator[Problem]:
    """Yield a problem for each lead-in that is a label: it would give that speaker's words to another."""
    labels = {squeeze(label) for _, label, _ in folder.entry.every_label}
    for number, lead_in in enumerate(folder.entry.lead_ins):
        if squeeze(lead_in.rstrip(COLONS)) in labels:
            rule = "lead_ins must name no speaker, or their words are another's, and labels has too"
            yield folder.document.problem(f"{rule} {lead_in!r}", "lead_ins", number)


def _check_speaker(folder: Folder, item: Item, labels: Collection[str]) -> Iterator[Problem]:
    if item.label and item.label.text not in labels:
        rule = f"a label must be declared in {folder.document.path}, labels, and is not:"
        yield folder.source.problem(item.label.start, f"{rule} {item.label.text!r}")
    if not item.label and item.kind in ("talk", "answer"):
        place = (item.number or item.blocks[0].body).start
        yield folder.source.problem(place, "a row must name who speaks")


def _check_pictured(folder: Folder, item: Item, labels: Collection[str]) -> Iterator[Problem]:
    for number, label in enumerate(folder.entry.pictured.get(item.id, ())):
        location = ("pictured", item.id, number)
        if label not in item.blocks[0].body.text:
            rule = f"a caption must name {label!r}, and {item.id} does not"
            yield folder.document.problem(rule, *location)
        if label not in labels:
            rule = f"pictured must be declared in labels, and has {label!r}"
            yield folder.document.problem(rule, *location)


def _check_key(
    folder: Folder, registry: Registry, name: str, key: str, *location: str | int
) -> Iterator[Problem]:
    """Yield a problem where a file of the registry has no such key."""
    if registry.lacks(name, key):
        rule = f"{name_place(location)} must be a key of {name}.yml, and is {key!r}"
        yield folder.document.problem(rule, *location)
