"""Take the pictures of our own pages that the help shows, and draw the cards for shared links.

Pages are built under an address and a version that do not change, and answered from the build
without a server, so that the same pages give the same pictures. The sizes in the help pages are
set anew. Look at the pictures before you commit them.
"""

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Route, ViewportSize

from browsing import open_browser
from build import build_sample

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "docs/assets"
BUILT = ROOT / ".cache/pictures"
ADDRESS = "https://example.org/dialogues/"
VERSION = "2026-01-31, 0123456789"
LANGUAGES = {"zh": "", "en": "en/"}
"""Each language and where its pages begin."""
PHONE = 360
"""Width of a phone in CSS pixels."""
TALL = 2000
"""High enough for any passage."""
CARD = ViewportSize(width=1200, height=630)
COLOURS = 32
MARGIN = 6
"""Pixels around a passage, for the frame of the one that was linked to."""
SHOWN = 300
"""Width, in CSS pixels, at which the help shows a picture."""
PICTURE = re.compile(r"\(\.\./assets/([\w-]+\.png)\)\{[^}]*\}")


CORRECTED = "events/2021-ctalk/digital-governance/#talk-3-3"
TRANSLATED = "events/2022-mayors-summit/eurasia/#eurasia-3-5"


@dataclass(frozen=True)
class Shot:
    """A picture: its name, the passage that it is of, what is pressed first."""

    name: str
    address: str
    press: str = ""
    """Selector within the passage; in the other language it may have nothing of the kind."""
    screen: int = 0
    """Height of the screen that is shown; 0 for the passage alone."""


SHOTS = (
    Shot("help-passage", TRANSLATED),
    Shot("help-corrected", CORRECTED),  # an address opens the notes too
    Shot("help-translation", TRANSLATED, press="button.translate"),
    Shot("help-record", "records/2021-ctalk-innovation/#L5", screen=400),
)
README = Shot("phone", "events/2022-mayors-summit/eurasia/#eurasia-5-1", screen=560)


def main() -> int:
    """Build the site, take all pictures, and fit the sizes in the help pages."""
    build_sample(BUILT, ADDRESS, SITE_VERSION=VERSION)
    with open_browser() as browser:
        for name, picture in [*take_all(browser), *draw_cards(browser)]:
            (ASSETS / name).write_bytes(shrink(picture))
            print(f"{name}: {(ASSETS / name).stat().st_size:,} bytes")
    for language in LANGUAGES:
        page = ROOT / f"docs/{language}/correct.md"
        page.write_text(fit_sizes(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return 0


def take_all(browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each picture of a page."""
    for language, home in LANGUAGES.items():
        for shot in SHOTS:
            yield f"{shot.name}-{language}.png", take(browser, shot, home, language)
    yield f"{README.name}.png", take(browser, README, LANGUAGES["zh"], "zh")


def take(browser: Browser, shot: Shot, home: str, language: str) -> bytes:
    """Return one picture as PNG, two pixels for each CSS pixel."""
    context = browser.new_context(
        viewport=ViewportSize(width=PHONE, height=shot.screen or TALL),
        device_scale_factor=2,
        locale="zh-TW" if language == "zh" else "en",
        color_scheme="light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.route("**/*", answer)
    page.goto(f"{ADDRESS}{home}{shot.address}", wait_until="networkidle")
    passage = page.locator(f"#{shot.address.partition('#')[2]}")
    if shot.press:
        passage.locator(shot.press).first.click()
        page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    clip = None if shot.screen else enlarge(passage.bounding_box())
    picture = page.screenshot(clip=clip, animations="disabled", caret="hide")
    context.close()
    return picture


def answer(route: Route) -> None:
    """Answer a request from the build; one to any other place fails."""
    path = route.request.url.partition("?")[0].partition("#")[0]
    file = BUILT / path.removeprefix(ADDRESS)
    file = file / "index.html" if file.is_dir() else file
    if not path.startswith(ADDRESS) or not file.is_file():
        route.abort()
        return
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    route.fulfill(body=file.read_bytes(), content_type=f"{kind}; charset=utf-8")


def enlarge(box: FloatRect | None) -> FloatRect:
    """Return a part of the screen with a margin, as wide as the screen allows."""
    assert box, "the passage must be on the page"
    left, top = max(0, box["x"] - MARGIN), max(0, box["y"] - MARGIN)
    right = min(PHONE, box["x"] + box["width"] + MARGIN)
    height = box["y"] + box["height"] + MARGIN - top
    return {"x": left, "y": top, "width": right - left, "height": height}


def draw_cards(browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of the picture beside a shared link, in each language."""
    page = browser.new_page(viewport=CARD)
    page.goto((ROOT / "scripts/card.html").as_uri())
    for language, tag in (("zh", "zh-Hant"), ("en", "en")):
        page.evaluate("tag => { document.documentElement.lang = tag }", tag)
        yield f"card-{language}.png", page.screenshot()
    page.close()


def shrink(picture: bytes) -> bytes:
    """Return a PNG with as few colours as text on plain ground needs."""
    with Image.open(BytesIO(picture)) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small = BytesIO()
    few.save(small, format="PNG", optimize=True)
    return small.getvalue()


def fit_sizes(text: str) -> str:
    """Return a help page with the width and height of each picture as they are now."""

    def fit(found: re.Match[str]) -> str:
        with Image.open(ASSETS / found[1]) as image:
            width, height = image.size
        size = f"width={SHOWN} height={round(SHOWN * height / width)}"
        return f"(../assets/{found[1]}){{ {size} loading=lazy }}"

    return PICTURE.sub(fit, text)


if __name__ == "__main__":
    raise SystemExit(main())
