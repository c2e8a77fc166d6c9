"""A tab that tests share: of what one leaves there, the next finds nothing."""

from playwright.sync_api import Browser

from audits.requests import Watch
from browsing import Served
from tabs import DESK, PHONE, Tabs, clean, set_up

STATE = """[
  localStorage.length,
  [innerWidth, innerHeight],
  ...["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"]
    .map(query => matchMedia(query).matches),
]"""


def test_what_is_left_in_a_tab_is_taken_away(watch: Watch) -> None:
    tab = watch.tab
    set_up(tab, {"viewport": DESK, "color_scheme": "dark", "reduced_motion": "reduce"})
    tab.goto("en/")
    tab.evaluate("localStorage.setItem('city-dialogues.colours', 'dark')")
    tab.route("**/page.js", lambda route: route.abort())
    tab.context.route("**/404.html", lambda route: route.abort())
    tab.emulate_media(media="print")
    assert tab.evaluate(STATE) == [1, [DESK["width"], DESK["height"]], True, True, True]

    clean(watch)
    assert watch.asked == {}
    set_up(tab, {})
    tab.goto("404.html")
    assert any(address.endswith("/page.js") for address in watch.asked)
    assert tab.evaluate(STATE) == [0, [PHONE["width"], PHONE["height"]], False, False, False]


def test_a_tab_is_kept_for_each_site_with_and_without_scripts(
    browser: Browser, server: Served
) -> None:
    tabs = Tabs(browser)
    kept = tabs.find(server.address, {})

    assert tabs.find(server.address, {"viewport": DESK}) is kept
    assert tabs.find(server.address, {"java_script_enabled": False}) is not kept
    assert tabs.find("http://127.0.0.1:9/", {}) is not kept
    for each in tabs.values():
        each.tab.context.close()
