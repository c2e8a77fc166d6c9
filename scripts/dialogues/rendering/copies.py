"""Copies of the pages as plain Markdown, for programs that read: no buttons, pictures or braces."""

# ruff: noqa: ARG002 - the library calls these methods with more than each needs

import re
from collections.abc import Sequence
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

ADDED = ".md"
"""What the address of a copy has behind that of its page's file: `index.html.md` (llmstxt.org)."""
SPECIAL = re.compile(r"[\\`*_\[\]<|]|&(?=#?\w+;)|^[#>+~-](?=[\s#~-])")
"""Signs with a meaning in Markdown wherever they stand, or where they begin a text."""
REFERENCES = {"<": "&lt;", "&": "&amp;", "|": "&#124;"}
"""Those before which not every dialect takes a backslash."""
GAP = re.compile(r"\n(?: *\n){2,}")


def copy_page(html: str, address: str, notice: str) -> str:
    """Return the content of a page as Markdown, its address and a notice above it."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(_is_for_browsers):
        tag.decompose()
    for months in soup.select("figure.timeline ol"):
        months.name = "ul"  # their numbers mean nothing
    text = GAP.sub("\n\n", Copier(address).convert_soup(soup))
    return f"> {address}\n>\n> {notice}\n\n{text.strip()}\n"


def _is_for_browsers(tag: Tag) -> bool:
    """Tell whether only a browser can use something, or it is the link to the page on correcting."""
    return tag.name in ("button", "svg") or tag.has_attr("hidden") or "correct" in _classes(tag)


class Copier(MarkdownConverter):
    """Turns the HTML of a page into Markdown; the tools of a passage begin with its id."""

    def __init__(self, address: str) -> None:
        super().__init__(
            heading_style=ATX, bullets="-", autolinks=False, code_language_callback=_language_of
        )
        self.address = address

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Return a text that Markdown shows as it stands."""
        return SPECIAL.sub(_escape, text)

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a link; the permanent link of a passage is absolute and named by the id."""
        href = str(el.get("href", ""))
        if "permalink" in _classes(el):
            target = urljoin(self.address, href)
            return f"[{urldefrag(target).fragment}]({target})"
        if _is_line_number(el):
            return ""
        if not href or not text.strip():
            return text
        target = f"./{href}" if href.startswith("#") else href
        return f"[{text.strip()}]({f'<{target}>' if set('() ') & set(target) else target})"

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return what folds a part of the page as its title."""
        return f"\n\n**{text.strip()}**\n\n"

    def convert_details(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a part that was folded."""
        return f"\n\n{text.strip()}\n\n"


def _escape(sign: "re.Match[str]") -> str:
    return REFERENCES.get(sign[0], f"\\{sign[0]}")


def _language_of(code: Tag) -> str | None:
    """Return the language of a block of code, which the element around it names."""
    classes = _classes(code.parent) if code.parent else ()
    return next((c.removeprefix("language-") for c in classes if c.startswith("language-")), None)


def _classes(tag: Tag) -> Sequence[str]:
    return tag.get_attribute_list("class")


def _is_line_number(link: Tag) -> bool:
    """Tell whether a link is the number of a line of a source, which its list has too."""
    parent = link.parent
    return parent is not None and parent.name == "li" and parent.get("id") == f"L{link.string}"
