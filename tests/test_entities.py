"""Nothing that an entry of the registry says is dropped on the way to what pages are made of."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from dialogues.data.files import render_data
from dialogues.loading import load_archive
from dialogues.model import entities
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site
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


def test_what_others_call_the_same_is_said_to_people_and_machines(small: Path) -> None:
    path = small / "docs/registry/cities.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  latitude: 50.0", "  geonames: 7\n  wikidata: Q5\n  latitude: 50.0"), "utf-8"
    )
    site = Site.of(load_archive(small))

    page = render_site(site)["en/cities/beta.md"]
    assert "[Wikidata Q5](https://www.wikidata.org/wiki/Q5)" in page
    same = ["https://www.geonames.org/7/", "https://www.wikidata.org/wiki/Q5"]
    assert f'"sameAs":{json.dumps(same, separators=(",", ":"))}' in page
    assert "sameAs" not in render_site(site)["en/cities/alpha.md"]
    assert '"Q5"' in dict(render_data(site))["data/cities/beta.json"]


def test_who_issued_a_record_and_is_named_nowhere_has_a_page_that_can_be_built(small: Path) -> None:
    bodies = small / "docs/registry/organizations.yml"
    board = "board:\n  zh: 港務會\n  en: Harbour Board\n"
    bodies.write_text(board + bodies.read_text(encoding="utf-8"), encoding="utf-8")
    record = small / "docs/records/2030-harbour-talks/record.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("issuer: office", "issuer: board"), encoding="utf-8")
    page = render_site(Site.of(load_archive(small)))["zh/organizations/board.md"]

    assert None not in YAML(typ="safe").load(page.split("---\n")[1]).values()
    assert "../records/2030-harbour-talks.md" in page
