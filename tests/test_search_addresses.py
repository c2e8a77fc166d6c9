"""Where the search leads: the addresses that it makes of names are those of the pages."""

from pathlib import Path
from typing import Any

import pytest

from dialogues.model.addresses import CARDS, INDEX_FOLDERS
from dialogues.model.archive import Archive
from dialogues.model.entities import SORTS
from dialogues.rendering.search_names import make_key
from searching import Modules

ENTITIES = """
async ({base, language}) => {
  const {buildModel} = await import(`${base}assets/scripts/search/model.js`);
  const index = await (await fetch(`${base}${language}/search/index.json`)).json();
  return buildModel(index).entities.map(({sort, address}) => [sort, address]);
}
"""
KEYS = """
async ({base, names}) => {
  const {makeKey} = await import(`${base}assets/scripts/search/model.js`);
  return names.map(makeKey);
}
"""
ADDRESSES = """
async ({base, queries}) => {
  const {buildModel} = await import(`${base}assets/scripts/search/model.js`);
  const {isAddress} = await import(`${base}assets/scripts/search/references.js`);
  const model = buildModel(await (await fetch(`${base}zh/search/index.json`)).json());
  return queries.filter((query) => isAddress(model, query));
}
"""


def ask_model(modules: Modules, question: str, **arguments: Any) -> Any:
    """Return what a question to the modules of the search is answered."""
    return modules.page.evaluate(question, {"base": modules.address, **arguments})


@pytest.mark.parametrize(("language", "folder"), [("zh", ""), ("en", "en/")])
def test_everything_that_has_a_page_is_led_to_it(
    modules: Modules, site: Path, archive: Archive, language: str, folder: str
) -> None:
    entities = ask_model(modules, ENTITIES, language=language)

    paths = [entity.path for sort in SORTS for entity in getattr(archive, sort).values()]
    expected = [path.removesuffix(".md") + "/" for path in paths]
    assert [address for sort, address in entities if sort != "countries"] == expected
    for sort, address in entities:
        path, _, anchor = address.partition("#")
        page = (site / folder / path / "index.html").read_text("utf-8")
        assert bool(anchor) == (sort == "countries")
        assert not anchor or f'id="{anchor}"' in page, address


def test_a_name_makes_the_same_key_in_both_languages_of_the_code(
    modules: Modules, archive: Archive
) -> None:
    names = [name for entity in archive.entities for name in entity.names]
    names += [f"One{chr(code)}Two {chr(code)}" for code in range(0x3000)]
    keys = ask_model(modules, KEYS, names=names)

    different = [
        (name, key) for name, key in zip(names, keys, strict=True) if key != make_key(name)
    ]
    assert different == []
    assert make_key("Rzeszów") in keys


def test_an_address_of_any_folder_of_pages_is_known_as_one(modules: Modules) -> None:
    queries = [f"{start}{folder}/x" for folder in (*INDEX_FOLDERS, CARDS) for start in ("", "en/")]
    others = ["and/or", "TCP/IP", "en/x", "cities/", "themes / x"]

    assert ask_model(modules, ADDRESSES, queries=queries) == queries
    assert ask_model(modules, ADDRESSES, queries=others) == []
