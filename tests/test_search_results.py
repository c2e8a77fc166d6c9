"""What the box makes of an answer: honest groups, filters as links, more below, a list to take along.

The answers are made up (tests/search/worker.js), so that what stands here holds for any search.
"""

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from audits.accessibility import check_accessibility
from browsing import Handler, Served, serve
from searching import ask
from tabs import DESK

WORKER = Path(__file__).parent / "search/worker.js"
FILTERS = "Filter, order, copy"


class MadeUp(Handler):
    """Serves the site, whose search knows the made-up answers."""

    def translate_path(self, path: str) -> str:
        is_worker = path.endswith("/search/worker.js")
        return str(WORKER) if is_worker else super().translate_path(path)


@pytest.fixture(scope="module")
def server(server: Served) -> Iterator[Served]:
    with serve(server.folder) as made_up:
        made_up.RequestHandlerClass = functools.partial(MadeUp, directory=str(server.folder))
        yield Served(server.folder, made_up.address)


@pytest.fixture
def box(page: Page) -> Locator:
    return page.locator("dialog.search")


def search(page: Page, query: str) -> None:
    """Ask on the English home page."""
    page.goto("en/")
    ask(page, query)


def results(box: Locator) -> Locator:
    return box.locator("section li > a")


def open_filters(box: Locator) -> None:
    box.get_by_text(FILTERS).click()


def test_more_stand_below_those_that_are_read_and_a_line_before_the_rest(
    page: Page, box: Locator
) -> None:
    """The rest are those that have not all words of the query."""
    search(page, "sensors")
    expect(box.get_by_role("status")).to_have_text("43 contributions. 14 match in full.")
    expect(box.locator(".search-rest")).to_have_count(0)
    first = results(box).all_inner_texts()
    box.get_by_role("button", name="Show 10 more").press("Enter")
    expect(results(box)).to_have_count(20)

    assert results(box).all_inner_texts()[:10] == first
    expect(results(box).nth(10)).to_be_focused()
    count = "line => line.parentElement.querySelectorAll('section li').length"
    before = "line => [...line.parentElement.querySelectorAll('section li')].filter(item => item.compareDocumentPosition(line) & 4).length"
    line = box.get_by_role("heading", name="Matching in part")
    assert (line.evaluate(before), line.evaluate(count)) == (14, 20)

    box.get_by_role("button", name="Show all 43").click()
    expect(results(box)).to_have_count(43)
    assert len(set(results(box).all_inner_texts())) == 43
    expect(box.get_by_role("button", name="Show")).to_have_count(0)


LACKS = {
    "homeless people": "43 contributions. Nowhere in the records: homeless.",
    "tires": "43 contributions. Nothing for “tires”; shown: times. Only “tires”",
    "no word": "43 contributions. None matches in full.",
    "long": "only its first 2,000 characters were searched.",
    "nothing": "Nothing found.",
}


def test_what_is_not_there_is_said_and_a_guess_leads_to_the_exact_word(
    page: Page, box: Locator
) -> None:
    page.goto("en/")
    for query, said in LACKS.items():
        ask(page, query)
        expect(box.get_by_role("status")).to_contain_text(said)
        ways = box.get_by_role("link", name="Themes", exact=True)
        expect(ways).to_have_count(1 if query == "nothing" else 0)

    ask(page, "tires")
    box.get_by_role("link", name="Only “tires”").click()

    expect(box.get_by_role("searchbox")).to_have_value('"tires"')
    expect(box.get_by_role("searchbox")).to_be_focused()


def test_texts_that_did_not_come_are_asked_for_again(page: Page, box: Locator) -> None:
    page.route("**/search/other.*.json", lambda route: route.abort())
    search(page, "chinese")
    box.get_by_role("button", name="Try again").click()

    expect(box.get_by_role("status")).to_contain_text("could not be loaded")


def test_a_filter_is_a_link_that_can_be_shared(page: Page, box: Locator, server: Served) -> None:
    search(page, "sensors")
    open_filters(box)
    prague = box.get_by_role("link", name="Prague", exact=True)
    address = prague.get_attribute("href")
    assert address == f"{server.address}en/?q=sensors&city=city-0"
    prague.click()
    expect(page).to_have_url(address)
    expect(prague).to_be_hidden()  # folded, so that a phone shows the results
    expect(box.get_by_text(FILTERS)).to_be_focused()

    page.goto("en/")
    page.goto(address)
    chosen = box.get_by_role("link", name="No longer filter by Prague")
    expect(chosen).to_be_visible()
    chosen.press("Enter")
    expect(page).to_have_url(f"{server.address}en/?q=sensors")
    expect(box.get_by_role("searchbox")).to_have_value("sensors")


def test_filters_are_chosen_by_keyboard_and_many_are_folded(page: Page, box: Locator) -> None:
    page.set_viewport_size(DESK)
    search(page, "sensors")
    box.get_by_text(FILTERS).press("Enter")
    newest = box.get_by_role("link", name="newest first")
    newest.press("Enter")
    expect(newest).to_be_focused()
    expect(newest).to_have_attribute("aria-current", "true")

    expect(box.get_by_role("heading", name="Theme")).to_have_count(0)  # one choice is none
    expect(box.get_by_role("link", name="L", exact=True)).to_be_hidden()
    box.get_by_text("4 more").click()
    box.get_by_role("link", name="L", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?q=sensors&speaker=speaker-11&order=date$"))


def test_back_leads_to_the_result_that_was_left(page: Page, box: Locator, server: Served) -> None:
    page.goto("en/?q=sensors&year=year-1&most=20")
    left = results(box).nth(13)
    text = str(left.text_content())
    left.click()
    expect(box).to_be_hidden()
    page.go_back()

    expect(page).to_have_url(f"{server.address}en/?q=sensors&year=year-1&most=20")
    expect(results(box)).to_have_count(20)
    expect(page.locator(":focus")).to_have_text(text)
    expect(page.locator(":focus")).to_be_in_viewport()


def test_the_other_language_is_asked_the_same(page: Page, box: Locator, server: Served) -> None:
    page.goto("en/?q=sensors&year=year-1&most=20")
    last = results(box).last
    last.scroll_into_view_if_needed()
    box.get_by_role("link", name="中文").evaluate("link => link.click()")  # it is above

    expect(page).to_have_url(f"{server.address}?q=sensors&year=year-1&most=20")
    expect(box.get_by_role("status")).to_have_text("43 則發言。其中 14 則完全相符。")
    expect(results(box).first).not_to_be_in_viewport()
    assert page.locator(":focus").evaluate("link => link.matches('section li > a')")


def test_a_list_is_copied_and_printed_with_its_sources(
    page: Page, box: Locator, server: Served
) -> None:
    search(page, "sensors")
    open_filters(box)
    box.get_by_role("button", name="Copy these 10").click()
    expect(box.get_by_role("button", name="Copied")).to_be_visible()

    copied = page.evaluate("navigator.clipboard.readText()").split("\n\n")
    assert copied[0].splitlines() == [
        "Search for “sensors”: 10 of 43 contributions",
        "Official records, not verbatim; the English is an unofficial translation.",
        f"{server.address}en/?q=sensors",
    ]
    assert len(copied) == 11
    assert copied[2].splitlines() == [
        "We have sensors, 1 of them, and much more.",
        "— Mayor 1, Rzeszów, City 1, 2021-03-22",
        f"{server.address}en/events/2021-mayors-summit/#t-1-1",
    ]

    page.emulate_media(media="print")
    expect(page.get_by_text("Search for “sensors”: 10 of 43")).to_be_visible()
    expect(
        page.get_by_text(f"{server.address}en/events/2021-mayors-summit/#t-1-1", exact=True)
    ).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()


def test_results_are_on_the_first_screen_of_a_phone_and_say_why_they_are(
    page: Page, box: Locator
) -> None:
    search(page, "sensors")

    expect(results(box).nth(2)).to_be_in_viewport()
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    expect(results(box).first.locator(".search-who mark")).to_have_text("Mayor")


def test_the_box_is_without_fault_for_axe_by_day_and_by_night(page: Page, box: Locator) -> None:
    page.goto("en/?q=tires&city=city-0&most=20")
    open_filters(box)
    box.get_by_text("4 more").click()

    assert check_accessibility(page, "en/") == []
