"""A passage in a real browser: a tap opens its tools, a mark its note, a link says who speaks."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tabs import DESK

FORUM = "events/2022-industry-forum/"
CONTROLS = """passage => [...passage.querySelectorAll(":scope > :not(.text, .other) :is(a, button, summary)")]
  .filter(element => element.checkVisibility({visibilityProperty: true})).length"""
"""How many stops the keyboard makes at a passage, beside those in its words."""


def tools(page: Page, passage: str) -> Locator:
    return page.locator(f"#{passage} > details.tools")


def test_a_tap_on_the_words_opens_and_closes_the_tools_of_one_passage_and_a_long_one_none(
    page: Page,
) -> None:
    page.goto(FORUM)
    page.locator("#q1-1-1 > .text").click()
    expect(tools(page, "q1-1-1")).to_have_attribute("open", "")
    expect(page.locator("#q1-1-1").get_by_role("button", name="分享")).to_be_visible()

    page.locator("#q1-1-2 > .text").click()
    expect(tools(page, "q1-1-2")).to_have_attribute("open", "")
    expect(page.locator("details.tools[open]")).to_have_count(1)

    page.locator("#q1-1-2 > .text").click()
    expect(page.locator("details.tools[open]")).to_have_count(0)

    page.locator("#q1-1-2 > .text").click()
    page.locator("#q1-1-1 > .text").click(delay=600)  # milliseconds, as a finger rests on a word
    expect(tools(page, "q1-1-1")).not_to_have_attribute("open", "")
    expect(page.locator("details.tools[open]")).to_have_count(1)


@pytest.mark.parametrize("settings", [{"viewport": DESK}])
def test_who_marks_words_or_follows_a_link_in_them_opens_nothing(page: Page) -> None:
    page.goto(FORUM)
    box = page.locator("#q1-1-1 > .text").bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 10, steps=5)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()")
    expect(page.locator("details.tools[open]")).to_have_count(0)

    page.locator(".passage > .text a:not(.mark)").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert FORUM not in page.url
    page.go_back()
    expect(page.locator("details.tools[open]")).to_have_count(0)


@pytest.mark.parametrize("address", ["#q2-3-2", "en/#q2-3-2"])
def test_who_comes_by_a_link_sees_who_speaks_when_and_the_tools(page: Page, address: str) -> None:
    home, _, passage = address.rpartition("#")
    page.goto(f"{home}{FORUM}#{passage}")
    shown = page.locator(f"#{passage}")

    expect(tools(page, passage)).to_have_attribute("open", "")
    expect(shown.locator(".context")).to_be_visible()
    expect(shown.locator(".context")).to_contain_text("2022" if home else "2022年9月5日")
    expect(shown.locator(".text")).to_be_in_viewport()
    expect(page.locator(".context >> visible=true")).to_have_count(1)

    page.evaluate("location.hash = 'q1-1-2'")
    expect(tools(page, "q1-1-2")).to_have_attribute("open", "")
    expect(page.locator("details.tools[open]")).to_have_count(1)


def test_a_note_opens_from_its_mark_and_closes_again(page: Page) -> None:
    page.goto(FORUM)
    note = page.locator("#q1-1-2--note")
    mark = page.locator("#q1-1-2 a.mark").first

    def height() -> float:
        box = note.bounding_box()
        return box["height"] if box else 0

    assert height() <= 1
    mark.click()
    assert height() > 20
    expect(page.locator("details.tools[open]")).to_have_count(0)
    mark.press("Enter")
    assert height() <= 1


@pytest.mark.parametrize("settings", [{"java_script_enabled": False}])
def test_a_note_opens_without_script(page: Page) -> None:
    page.goto(FORUM)
    page.locator("#q1-1-2 a.mark").first.click()

    box = page.locator("#q1-1-2--note").bounding_box()
    assert box
    assert box["height"] > 20


def test_a_closed_note_is_heard_and_printed(page: Page) -> None:
    page.goto(f"en/{FORUM}")
    assert "Quayside" in page.locator("#q1-1-2").aria_snapshot()

    page.emulate_media(media="print")
    heights = page.locator(".note").evaluate_all(
        "notes => notes.map(note => note.getBoundingClientRect().height)"
    )
    assert min(heights) > 10
    expect(page.locator("a.mark").first).to_be_hidden()


@pytest.mark.parametrize("address", [FORUM, "en/cities/taipei/", "themes/mobility/"])
def test_the_keyboard_stops_once_at_each_passage(page: Page, address: str) -> None:
    page.goto(address)
    passages = page.locator(".passage")

    stops = passages.evaluate_all(f"passages => passages.map({CONTROLS})")
    assert set(stops) == {1}
    names = passages.locator("summary").evaluate_all("all => all.map(each => each.ariaLabel)")
    assert len(names) == len(stops)
    assert all(names)


def test_the_control_of_a_passage_is_not_too_small_to_hit(page: Page) -> None:
    page.goto("en/cities/taipei/")
    boxes = page.locator(".passage > .tools > summary").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect())"
    )

    assert len(boxes) > 40
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24
    assert max(box["right"] for box in boxes) <= 360
