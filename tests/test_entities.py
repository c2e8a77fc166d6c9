"""Nothing that an entry of the registry says is dropped on the way to what pages are made of."""

from dataclasses import fields

import pytest

from dialogues.model import entities
from dialogues.schemas import registry

PAIRS = [
    (registry.CityEntry, entities.City),
    (registry.PersonEntry, entities.Person),
    (registry.OrganizationEntry, entities.Organization),
    (registry.InitiativeEntry, entities.Initiative),
]
KEPT_IN_THE_FILE = {"zh", "en", "romanization"}
"""The name has both languages in one field; how it is romanized is for those who edit the file."""


@pytest.mark.parametrize(("entry", "entity"), PAIRS, ids=lambda kind: kind.__name__)
def test_each_field_of_an_entry_is_in_its_entity(entry: type, entity: type) -> None:
    known = {field.name for field in fields(entity)}

    assert set(entry.model_fields) - KEPT_IN_THE_FILE <= known  # type: ignore[attr-defined]
