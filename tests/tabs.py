"""Tabs for tests: a page comes for a third of the work where others of its site were before."""

from typing import Any

from playwright.sync_api import Browser, ViewportSize
from playwright.sync_api import Page as Tab

from audits.requests import Watch

PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=900)
CLIPBOARD = ["clipboard-read", "clipboard-write"]
Settings = dict[str, Any]
"""What a tab is beside a phone's, named as Playwright names it: size, colours, motion, scripts."""


def open_tab(browser: Browser, address: str, settings: Settings) -> Watch:
    """Open a tab that shares nothing with another."""
    with_scripts = settings.get("java_script_enabled", True)
    context = browser.new_context(
        viewport=PHONE, base_url=address, permissions=CLIPBOARD, java_script_enabled=with_scripts
    )
    return Watch(context.new_page(), address)


class Tabs(dict[tuple[str, bool], Watch]):
    """Tabs that are kept, one for each site, with scripts and without: they cannot be changed."""

    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self.browser = browser

    def find(self, address: str, settings: Settings) -> Watch:
        """Return the tab of a site, which is opened when it is asked for first."""
        key = (address, settings.get("java_script_enabled", True))
        if key not in self:
            self[key] = open_tab(self.browser, address, settings)
        return self[key]


def set_up(tab: Tab, settings: Settings) -> None:
    """Give a tab its size, colours and motion: those of a phone, or what the settings say."""
    size = settings.get("viewport", PHONE)
    if tab.viewport_size != size:
        tab.set_viewport_size(size)
    names = ("color_scheme", "reduced_motion")
    tab.emulate_media(media="null", **{name: settings.get(name, "null") for name in names})


def clean(watch: Watch) -> None:
    """Take away what a test has left in a tab that others will use."""
    tab = watch.tab
    tab.unroute_all()
    tab.context.unroute_all()
    if tab.url != "about:blank":
        tab.evaluate("localStorage.clear()")
    tab.goto("about:blank")
    watch.asked = {}
