"""Where the search leads: the addresses that it makes of names are those of the pages."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from dialogues.model.addresses import BY_HAND, CARDS, INDEX_FOLDERS
from dialogues.model.archive import Archive
from dialogues.model.entities import SORTS
from dialogues.rendering.search_names import make_key
from measuring.search_index import serve_search
from projects import ROOT

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


def ask_model(browser: Browser, archive: Archive, question: str, **arguments: Any) -> Any:
    """Return what a question to the modules of the search is answered."""
    with serve_search(archive) as address:
        page = browser.new_page()
        page.goto(f"{address}assets/favicon.svg")
        answer = page.evaluate(question, {"base": address, **arguments})
        page.close()
    return answer


@pytest.mark.parametrize(("language", "folder"), [("zh", ""), ("en", "en/")])
def test_everything_that_has_a_page_is_led_to_it(
    browser: Browser, site: Path, archive: Archive, language: str, folder: str
) -> None:
    entities = ask_model(browser, archive, ENTITIES, language=language)

    paths = [entity.path for sort in SORTS for entity in getattr(archive, sort).values()]
    expected = [path.removesuffix(".md") + "/" for path in paths]
    assert [address for sort, address in entities if sort != "countries"] == expected
    for sort, address in entities:
        path, _, anchor = address.partition("#")
        page = (site / folder / path / "index.html").read_text("utf-8")
        assert bool(anchor) == (sort == "countries")
        assert not anchor or f'id="{anchor}"' in page, address


def test_a_name_makes_the_same_key_in_both_languages_of_the_code(
    browser: Browser, archive: Archive
) -> None:
    names = [name for entity in archive.entities for name in entity.names]
    names += [f"One{chr(code)}Two {chr(code)}" for code in range(0x3000)]
    keys = ask_model(browser, archive, KEYS, names=names)

    different = [
        (name, key) for name, key in zip(names, keys, strict=True) if key != make_key(name)
    ]
    assert different == []
    assert make_key("Rzeszów") in keys


def test_an_address_of_any_folder_of_pages_is_known_as_one() -> None:
    script = ROOT / "docs/assets/scripts/search/references.js"
    listed = re.search(r"\(\?:(events\|[\w|]+)\)", script.read_text(encoding="utf-8"))
    by_hand = (address.strip("/") for address in BY_HAND if address)

    assert listed
    assert set(listed[1].split("|")) == {*INDEX_FOLDERS, *by_hand, CARDS}
