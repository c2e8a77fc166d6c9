"""Find the rows of an .odt, and all its texts."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from dialogues.receiving.numbering import to_number

MOST_ROWS = 500
"""How often a row or a cell that is said to be repeated is taken."""
NO_TEXT = frozenset(
    (
        "dc:creator",
        "dc:date",
        "meta:creator-initials",
        "meta:date-string",
        "text:note-citation",
        "text:number",
    ),
)
"""Who wrote a comment or a change, and when: no words of the document; and numbers, which are counted anew."""

LEFT = {
    "office:annotation": "comment",
    "text:ruby-text": "ruby",
    "svg:title": "picture",
    "svg:desc": "picture",
    "text:hidden-text": "hidden",
    "text:hidden-paragraph": "hidden",
    "text:tracked-changes": "deleted",
}
"""Elements whose text is left for a person, and what it is."""
MARGIN = re.compile(r"style:(?:header|footer)(?:-left|-first)?")
BREAKS = {"text:tab": " ", "text:line-break": "\n"}
EMBEDDED = frozenset({"draw:object", "draw:object-ole", "draw:plugin"})


def gather(parent: Element) -> Iterator[str]:
    """Yield every text within an element, but for who wrote a comment or a change, and when."""
    if parent.tag not in NO_TEXT:
        yield parent.text or ""
        for each in parent:
            yield from gather(each)
            yield each.tail or ""


def find_rows(table: Element) -> Iterator[Element]:
    for each in table:
        if each.tag == "table:table-row":
            yield each
        elif each.tag.startswith("table:table-") and "column" not in each.tag:
            yield from find_rows(each)


def count_repeats(element: Element, name: str) -> int:
    """Return how often a row or a cell is repeated: an empty one once, so that no file grows big."""
    often = to_number(element.get(name), 1)
    return min(max(often, 1), MOST_ROWS) if any(element.itertext()) else min(max(often, 1), 99)


def is_hidden(styles: Mapping[str, Element], element: Element) -> bool | None:
    """Return whether an element or its style hides it; None where neither says."""
    if element.get("text:display") == "none":
        return True
    name = element.get("text:style-name")
    for _ in range(20):
        style = styles.get(name or "")
        if style is None:
            return None
        found = style.find("style:text-properties")
        if found is not None and (display := found.get("text:display")):
            return display == "none"
        name = style.get("style:parent-style-name")
    return None


def find_unmet(parent: Element, met: set[tuple[int, str]]) -> Iterator[str]:
    """Yield the texts within an element that were not met yet; from then on they are."""
    if parent.tag in NO_TEXT:
        return
    yield from _meet(parent, "text", met)
    for each in parent:
        yield from find_unmet(each, met)
        yield from _meet(each, "tail", met)


def _meet(element: Element, part: str, met: set[tuple[int, str]]) -> Iterator[str]:
    if (id(element), part) not in met:
        met.add((id(element), part))
        yield (getattr(element, part) or "").replace("\n", " ")
