"""Check how a page fits: nothing sideways, nothing that moves while it loads, targets for a thumb."""

from dataclasses import dataclass

from playwright.sync_api import Page

from audits.findings import Finding
from audits.reading import Reading, measure_covered, read_words

PHONE, DESK = 360, 1280
NARROWEST = 320
"""What is left of 1280 pixels at 400 %."""
HEIGHT = 800
LARGE = 44

OBSERVE = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    shifts.push([entry.value, entry.sources.map(({node}) =>
      (node?.outerHTML ?? node?.textContent ?? "").replace(/\\s+/g, " ").slice(0, 100))]);
  }
}).observe({type: "layout-shift", buffered: true});
"""
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - width;
  const wide = element => element.getBoundingClientRect().right > width + 1;
  const who = over > 0 ? [...document.body.querySelectorAll("*")].filter(wide).at(-1) : null;
  return [over, who ? who.cloneNode().outerHTML.slice(0, 100) : ""];
}"""
ENLARGE = """() => {
  const root = document.documentElement;
  root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + "px";
}"""
LESSEN = "document.documentElement.style.fontSize = ''"
TARGETS = """large => {
  const asked = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  const boxes = [...document.querySelectorAll(asked)]
    .filter(element => !element.matches(".passage > .tools > summary"))
    .filter(element => element.checkVisibility() && getComputedStyle(element).display !== "inline")
    .map(element => element.getBoundingClientRect()).filter(box => box.width && box.height);
  return [boxes.filter(box => box.width >= large && box.height >= large).length, boxes.length];
}"""
"""How many targets are large enough, and how many there are, but for the control of a passage: a tap on
its words does the same (WCAG 2.5.5, equivalent); it is 24 pixels at least (tests/test_passages.py)."""


@dataclass(frozen=True)
class Fit:
    """What was found of one page at one width, and its targets outside running text."""

    findings: list[Finding]
    large_targets: int
    targets: int
    shift: float
    reading: Reading | None
    """None: it has no passage."""
    covered: float
    """The part of the screen that stays covered when its text is twice as large."""


def observe_shifts(tab: Page) -> None:
    """Have the browser note what moves on each page that the tab will load."""
    tab.add_init_script(OBSERVE)


def check_layout(tab: Page, page: str) -> Fit:
    """Check a page just loaded; the size of the tab and that of the text are put back."""
    width = (tab.viewport_size or {"width": DESK})["width"]
    shifts = tab.evaluate("shifts")
    findings = [
        Finding(
            page,
            "layout shift",
            f"{value:.4f} at {width} px: {'; '.join(nodes)}",
            "".join(nodes)[:40],
        )
        for value, nodes in shifts
    ]
    reading = read_words(tab, page)
    large, targets = tab.evaluate(TARGETS, LARGE)
    findings += _find_overflow(tab, page, f"at {width} px")
    if width == PHONE:
        tab.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        findings += _find_overflow(tab, page, f"at {NARROWEST} px")
        tab.set_viewport_size({"width": width, "height": HEIGHT})
    tab.evaluate(ENLARGE)
    findings += _find_overflow(tab, page, f"at {width} px with text of 200 %")
    covered = measure_covered(tab)
    tab.evaluate(LESSEN)
    shift = sum(value for value, _ in shifts)
    return Fit(findings, large, targets, shift, reading, covered)


def _find_overflow(tab: Page, page: str, when: str) -> list[Finding]:
    over, who = tab.evaluate(OVERFLOW)
    found = f"{over} px too wide {when}: {who}"
    return [Finding(page, "sideways scroll", found, when)] if over > 0 else []
