"""The built site in a real browser, as a reader with a phone or a desk has it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import Server
from conftest import add_style

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
KINDS_OF_PAGES = [
    *("", "about/", "correct/", "events/", "events/2022-mayors-summit/", "cities/"),
    *("records/", "glossary/", "themes/", "themes/pandemic/", "people/", "organizations/"),
    *("initiatives/", "initiatives/taipeipass/", "people/ko-wen-je/", "records/cited/"),
    *("events/2022-mayors-summit/eurasia/", "events/2021-mayors-summit/", "cities/taipei/"),
    *("events/2021-ctalk/digital-governance/", "records/2022-mayors-summit/"),
]

BEGIN_WITH_DOT = """() => {
  const lines = document.querySelectorAll("article :is(.speaker, .occasion, .about li)");
  return [...lines].filter(line => {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), range = new Range();
    const boxes = [];
    while (texts.nextNode()) {
      for (const {index, 0: sign} of texts.currentNode.data.matchAll(/\\S/g)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + 1);
        boxes.push([sign, range.getBoundingClientRect()]);
      }
    }
    return boxes.some(([sign, {top}], n) => sign === "·" && top >= boxes[n - 1][1].bottom);
  }).map(line => line.innerText);
}"""


class Reader:
    """A browser's page that notes what a reader should never meet."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        self.trouble: list[str] = []
        page.on("console", lambda message: self.trouble.append(message.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("request", lambda request: self._watch(request.url))

    def open(self, address: str) -> Page:
        self.page.goto(self.server.address + address)
        return self.page

    def _watch(self, url: str) -> None:
        if not url.startswith((self.server.address, "data:", "blob:")):
            self.trouble.append(f"a request to {url}")


@pytest.fixture
def reader(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Reader]:
    """Open a page of the size, colours and abilities that a test asks for."""
    options = {"viewport": DESK, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    reader = Reader(context.new_page(), server)
    yield reader
    context.close()
    assert reader.trouble == []


def overflow(page: Page) -> int:
    """Return how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@SIZES
def test_from_the_home_page_to_a_passage_in_both_languages_and_on_to_a_city(
    size: dict[str, int], browser: Browser, server: Server
) -> None:
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    reader = Reader(context.new_page(), server)
    page = reader.open("")
    page.get_by_role("link", name="2022 智慧城市首長高峰會與女性領袖峰會").first.click()
    page.locator("article").get_by_role("link", name="首長高峰會歐亞場", exact=True).click()

    if size == PHONE:  # there the box has the link, which would be in the way beside each passage
        page.locator("#eurasia-3-1 button.cite").click()
        page.locator("dialog.citing p a").first.click()
        page.keyboard.press("Escape")
    else:
        page.get_by_label("段落 eurasia-3-1 的固定連結").click()
    expect(page).to_have_url(f"{server.address}events/2022-mayors-summit/eurasia/#eurasia-3-1")
    expect(page.locator("#eurasia-3-1")).to_be_in_viewport()

    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{server.address}en/events/2022-mayors-summit/eurasia/#eurasia-3-1")
    expect(page.locator("#eurasia-3-1")).to_be_in_viewport()
    expect(page.locator("#eurasia-3-1 > p").first).to_have_text("Sharing of smart city cases:")

    page.locator("#eurasia-3 + .speaker").get_by_role("link", name="Gdynia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gdynia")
    expect(page.locator("article")).to_contain_text("cyberbullying")

    context.close()
    assert reader.trouble == []


def test_a_passage_leads_to_its_line_of_the_source(reader: Reader) -> None:
    page = reader.open("en/events/2022-mayors-summit/eurasia/")
    page.locator("#eurasia-6-3").get_by_role("link", name="Source line 16").click()

    expect(page.locator("li:target")).to_contain_text("技術打造公民參與獎勵計畫")
    expect(page.locator("li:target")).to_be_in_viewport()


@pytest.mark.parametrize("address", KINDS_OF_PAGES)
@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize(
    "reader",
    [
        {"viewport": PHONE},
        {"viewport": PHONE, "color_scheme": "dark"},
        {"viewport": PHONE, "java_script_enabled": False},
        {"viewport": DESK},
    ],
    indirect=True,
    ids=["phone", "dark", "no script", "desk"],
)
def test_no_page_scrolls_sideways_or_asks_another_host(
    reader: Reader, language: str, address: str
) -> None:
    page = reader.open(language + address)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert overflow(page) <= 0


@pytest.mark.parametrize("reader", [{"viewport": {"width": 360, "height": 740}}], indirect=True)
def test_a_line_that_is_too_long_is_found(reader: Reader) -> None:
    page = reader.open("")
    page.evaluate("document.querySelector('article').innerHTML += '<pre>' + 'x'.repeat(99)")
    add_style(page, "pre { white-space: pre !important; width: max-content }")

    assert overflow(page) > 0


@pytest.mark.parametrize("address", ["en/events/2022-mayors-summit/eurasia/", "cities/taipei/"])
def test_no_line_begins_with_what_stands_between_its_parts(reader: Reader, address: str) -> None:
    page = reader.open(address)
    for width in range(320, 440, 15):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(BEGIN_WITH_DOT) == [], width


@pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True)
def test_a_page_is_whole_without_script(reader: Reader) -> None:
    page = reader.open("events/2022-industry-forum/")

    expect(page.locator(".passage")).to_have_count(21)
    page.get_by_label("段落 q2-3-6 的固定連結").click()
    expect(page.locator("#q2-3-6")).to_be_in_viewport()
    page.locator("details.speakers > summary").click()
    expect(page.get_by_role("link", name="井琪，會長").first).to_be_visible()


@pytest.mark.parametrize("reader", [{"viewport": PHONE}], indirect=True)
def test_one_button_shows_both_languages_and_is_remembered(reader: Reader) -> None:
    page = reader.open("en/events/2022-mayors-summit/eurasia/")
    button = page.get_by_role("button", name="Show the Chinese too")
    chinese = page.locator("#eurasia-3-1 details.other > p")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(chinese).to_be_hidden()

    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(chinese).to_be_visible()
    expect(chinese).to_have_attribute("lang", "zh-Hant")
    assert overflow(page) <= 0

    reader.open("events/2022-mayors-summit/eurasia/#eurasia-9-2")
    english = page.locator("#eurasia-9-2 details.other > p").first
    expect(english).to_be_visible()
    expect(english).to_have_attribute("lang", "en")
    expect(page.locator("#eurasia-9-2")).to_be_in_viewport()
    expect(page.locator("details.other:not([open])")).to_have_count(0)

    page.get_by_role("button", name="中英並列").click()
    reader.open("cities/rzeszow/")
    expect(page.locator("details.other[open]")).to_have_count(0)


@pytest.mark.parametrize("reader", [{}, {"java_script_enabled": False}], indirect=True)
def test_one_passage_shows_its_other_language_by_the_keyboard_alone(reader: Reader) -> None:
    page = reader.open("cities/rzeszow/")
    other = page.locator("details.other").first
    other.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(other.locator("p").first).to_be_visible()
    expect(page.locator("details.other[open]")).to_have_count(1)


@pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True)
def test_without_script_there_is_no_button_that_does_nothing(reader: Reader) -> None:
    page = reader.open("events/2022-mayors-summit/eurasia/")

    expect(page.locator("button.both")).to_be_hidden()


@pytest.mark.parametrize("reader", [{"color_scheme": "dark"}], indirect=True)
def test_dark_is_dark(reader: Reader) -> None:
    page = reader.open("")

    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_print_leaves_out_what_only_a_screen_needs(reader: Reader) -> None:
    page = reader.open("events/2022-mayors-summit/eurasia/")
    page.emulate_media(media="print")

    expect(page.locator(".tools button").first).to_be_hidden()
    expect(page.locator(".tools .source").first).to_be_visible()
    expect(page.locator(".printed-address")).to_contain_text(page.url)
    expect(page.locator("header.md-header")).to_be_hidden()
    expect(page.locator("#eurasia-1-1")).to_be_visible()
