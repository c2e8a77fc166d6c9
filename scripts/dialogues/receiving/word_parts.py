"""Find the parts of a .docx by how they are related, and the elements that hold its texts."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from dialogues.receiving.documents import Cell
from dialogues.receiving.packages import Package, find, value_of

TEXTS = frozenset({"w:t", "w:delText", "a:t", "m:t"})
"""The elements that hold text; codes of fields are none."""
UNSEEN = frozenset(
    ("styles", "numbering", "settings", "webSettings", "fontTable", "theme", "customXml"),
) | {"glossaryDocument", "diagramDrawing", "diagramLayout", "diagramQuickStyle", "diagramColors"}
"""Parts of which nothing is printed, or what another part has."""
BESIDE = {"comments": "comment", "header": "header", "footer": "footer"}
"""Other parts of the file, by how they are related; those of any other kind are pictures."""
NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
MARKS = {"footnotes": "註", "endnotes": "尾註"}
DELETED = frozenset({"w:del", "w:moveFrom"})
SIGNS = {"w:tab": " ", "w:ptab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


def find_parts(package: Package, main: str) -> Iterator[tuple[str, str]]:
    """Yield the other parts that may have texts, each with how it is related."""
    met, waiting = {main}, [main]
    while waiting:
        for kind, name in package.relations(waiting.pop()).values():
            if (
                name not in met
                and kind not in UNSEEN
                and name.endswith(".xml")
                and package.has(name)
            ):
                met.add(name)
                waiting.append(name)
                yield name, kind


def gather(parent: Element) -> Iterator[Element]:
    """Yield every element that holds text; what a file holds in several forms once."""
    for each in parent:
        if each.tag in TEXTS or each.tag == "v:textpath":
            yield each
        elif each.tag == "mc:AlternateContent":
            chosen, others = choose(each)
            for form in (chosen, *others):
                yield from gather(form)
        else:
            yield from gather(each)


def text_of(element: Element) -> str:
    return element.get("string", "") if element.tag == "v:textpath" else element.text or ""


def choose(alternatives: Element) -> tuple[Element, list[Element]]:
    """Return the form of a content that is read, the first that has a text, and those that say more."""
    forms = [each for each in alternatives if each.tag in ("mc:Choice", "mc:Fallback")]
    texts = ["".join(t.text or "" for t in form.iter() if t.tag in TEXTS) for form in forms]
    chosen = next((place for place, text in enumerate(texts) if text), 0)
    if not forms:
        return Element("mc:Choice"), [alternatives]
    return forms[chosen], [
        f for f, text in zip(forms, texts, strict=True) if text not in texts[chosen]
    ]


def is_on(toggle: Element | None) -> bool:
    return toggle is not None and toggle.get("w:val", "1") not in ("0", "false", "off", "none")


def children(parent: Element | None, tag: str = "") -> list[Element]:
    return [each for each in ([] if parent is None else parent) if not tag or each.tag == tag]


def find_within(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table, or cells of a row, those within content controls too."""
    for each in parent:
        if each.tag == tag:
            yield each
        elif not each.tag.endswith("Pr"):
            yield from find_within(each, tag)


def is_hidden(styles: Mapping[str, Element], style: str | None, own: Element | None) -> bool | None:
    """Return whether a run's own properties, or its style, hide it; None where neither says."""
    found = find(own, "w:vanish")
    for _ in range(20):
        entry = styles.get(style or "")
        if found is not None or entry is None:
            break
        found = find(entry, "w:rPr/w:vanish")
        style = value_of(entry, "w:basedOn")
    return is_on(found) if found is not None else None


def fill_row(count: int) -> list[Cell]:
    """Return the empty cells of columns that a row leaves out."""
    return [Cell() for _ in range(min(count, 99))]
