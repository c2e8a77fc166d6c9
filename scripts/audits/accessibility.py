"""Check a page with axe-core in a browser, in the colours of day and of night."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from audits.findings import Finding

AXE = Path(__file__).parents[2] / "tests/audit/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
UNCLEAR = "unclear"
"""Ends the names of rules of which axe leaves the judgement to a person."""

# A sheet made by a script is allowed by every policy. Colours on their way are no colours.
STAND_STILL = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
RUN = """async options => {
  const results = await axe.run(document, {...options, resultTypes: ["violations", "incomplete"]});
  const list = (rules, unclear) => rules.flatMap(rule => rule.nodes.map(node => ({
    rule: rule.id + unclear,
    target: node.target.join(" "),
    html: node.html.replace(/\\s+/g, " ").slice(0, 160),
    why: [...node.any, ...node.all, ...node.none].map(check => check.message).join("; "),
  })));
  return [...list(results.violations, ""), ...list(results.incomplete, " UNCLEAR")];
}""".replace("UNCLEAR", UNCLEAR)
PATIENCE = 2000
"""Milliseconds in which a page has to have turned dark."""
TURNS = """async ([light, patience]) => {
  const end = performance.now() + patience;
  const ground = () => getComputedStyle(document.body).backgroundColor;
  while (ground() === light && performance.now() < end) await new Promise(requestAnimationFrame);
  return ground() !== light;
}"""
GROUND = "getComputedStyle(document.body).backgroundColor"


def check_accessibility(tab: Page, page: str) -> list[Finding]:
    """Run all rules on an open page in light colours, then those of colours in dark ones."""
    tab.evaluate(STAND_STILL)
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate(RUN, {"runOnly": TAGS})
    is_dark = _darken(tab)
    by_night = tab.evaluate(RUN, {"runOnly": {"type": "rule", "values": OF_COLOURS}})
    tab.emulate_media(color_scheme="light")
    width = tab.evaluate("innerWidth")
    findings = [_word(page, node, f"{width} px, light") for node in found]
    findings += [_word(page, node, f"{width} px, dark") for node in by_night]
    if not is_dark:
        findings.append(Finding(page, "axe dark colours", "are those of the day"))
    return findings


def _darken(tab: Page) -> bool:
    """Turn a page dark; return whether its ground has another colour then."""
    light = tab.evaluate(GROUND)
    tab.emulate_media(color_scheme="dark")
    return bool(tab.evaluate(TURNS, [light, PATIENCE]))


def _word(page: str, node: dict[str, Any], variant: str) -> Finding:
    """Word what axe says of one element; those of one tag and class are of one kind."""
    found = f"{node['why']} — {node['target']} — {node['html']} ({variant})"
    tag = str(node["html"]).split(">")[0]
    kind = tag.split(" ")[0] + tag.partition('class="')[2].partition('"')[0]
    return Finding(page, f"axe {node['rule']}", found, kind)
