"""The search finds each contribution by its own words."""

from playwright.sync_api import Browser

from dialogues.model.archive import Archive
from measuring.search_index import serve_search
from measuring.search_quality import Query, ask_modules


def test_every_contribution_is_found_by_its_own_words(browser: Browser, archive: Archive) -> None:
    """Ask for the first words of each contribution; it is among the first hits."""
    expected = [
        (place.event.key, place.contribution.id, place.contribution.passages[0].zh[:24])
        for place in archive.places
    ]
    context = browser.new_context()
    with serve_search(archive) as address:
        queries = [Query("zh", words, "own words", ()) for _, _, words in expected]
        found = ask_modules(context.new_page(), address, queries)
    context.close()

    for (event, key, words), query in zip(expected, queries, strict=True):
        items = found[query].items[:10]
        assert any(event in address and key == item for address, item in items), words
