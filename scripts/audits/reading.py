"""Measure how much of a page is the record's words, where they begin, and what stays covered.

The words are the line boxes of passages, and of questions; tools, notes, marks and what is folded are
not. Lengths are in CSS pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Page

from audits.findings import Figure
from audits.kinds import kind_of

WORDS = """() => {
  const article = document.querySelector("article");
  const passages = [...document.querySelectorAll(".passage")];
  if (!article || !passages.length) {
    return null;
  }
  const apparatus = ".tools, .note, .context, .mark, summary, button, details:not([open]), [hidden]";
  let words = 0;
  for (const passage of passages) {
    const walk = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    let [top, bottom, lead] = [Infinity, -Infinity, 0];
    while (walk.nextNode()) {
      const {data, parentElement} = walk.currentNode;
      if (!data.trim() || parentElement.closest(apparatus)) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(walk.currentNode);
      for (const box of range.getClientRects()) {
        const line = parseFloat(getComputedStyle(parentElement).lineHeight) || box.height;
        lead = Math.max(lead, line - box.height);
        top = Math.min(top, box.top);
        bottom = Math.max(bottom, box.bottom);
      }
    }
    words += bottom > top ? bottom - top + lead : 0;
  }
  const first = passages[0].getBoundingClientRect().top + scrollY;
  return [words / article.getBoundingClientRect().height, first];
}"""
COVERED = """() => {
  scrollTo(0, innerHeight);
  const stays = element => ["sticky", "fixed"].includes(getComputedStyle(element).position);
  const shown = [...document.querySelectorAll("body *")].filter(stays)
    .filter(element => element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .map(element => element.getBoundingClientRect())
    .filter(box => box.width > innerWidth / 2 && box.height < innerHeight / 2)
    .map(box => Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)).filter(height => height > 0);
  scrollTo(0, 0);
  return Math.max(0, ...shown) / innerHeight;
}"""


@dataclass(frozen=True)
class Reading:
    """What a reader has of the words of a page."""

    page: str
    share: float
    """The height of the words by that of the article."""
    first: float
    """Where the first of them begin, from the top of the page."""


def read_words(tab: Page, page: str) -> Reading | None:
    """Measure a page as it arrives; None where it has no passage."""
    found = tab.evaluate(WORDS)
    return Reading(page, *found) if found else None


def measure_covered(tab: Page) -> float:
    """Return what part of the screen stays covered while a reader scrolls."""
    covered: float = tab.evaluate(COVERED)
    return covered


def compare_readings(phone: Sequence[Reading], desk: Sequence[Reading]) -> Iterator[Figure]:
    """Yield the rows: the words of events' pages, and where those of cities and themes begin."""
    events = [one for one in phone if kind_of(one.page).startswith("events/")]
    if events:
        least = min(events, key=lambda one: one.share)
        share = round(median(one.share for one in events), 2)
        yield Figure("words of an event's page: median", share, 0.7, least=True)
        yield Figure(
            "words of an event's page: least",
            round(least.share, 2),
            0.55,
            least=True,
            where=least.page,
        )
    wide = [one for one in desk if kind_of(one.page).startswith("events/")]
    others = [one for one in phone if kind_of(one.page) in ("cities/*", "themes/*")]
    for name, readings, limit in (
        ("first words of an event, 360 px", events, 420),
        ("first words of an event, 1280 px", wide, 360),
        ("first words of a city or theme, 360 px", others, 1170),
    ):
        if readings:
            last = max(readings, key=lambda one: one.first)
            yield Figure(name, round(last.first), limit, "px", where=last.page)
