"""Copy pages as plain Markdown, for programs that read: no buttons, pictures or braces.

One walk over the tree of a page. What stands on lines of its own is a block; whatever lies between
two blocks becomes one more.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement, fragment_fromstring

ADDED = ".md"
"""What the address of a copy has behind that of its page's file: `index.html.md` (llmstxt.org)."""
SPECIAL = re.compile(r"[\\`*_\[\]<|]|&(?=#?\w+;)|^[#>+~-](?=[\s#~-])")
"""Signs with a meaning in Markdown wherever they stand, or where they begin a text."""
REFERENCES = {"<": "&lt;", "&": "&amp;", "|": "&#124;"}
"""Those before which not every dialect takes a backslash."""
SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\r\f]")
"""White space of HTML but a lone blank or new line; other spaces, as the ideographic one, are signs."""
FOR_BROWSERS = {"button", "svg", "script", "style", "template"}
LEFT_OUT = {"context", "correct", "languages", "mark"}
"""Who speaks, of each passage anew; links to how to correct, to the other language, to notes that follow."""
GROUPING = {"article", "div", "figcaption", "figure", "footer", "header", "main", "nav", "section"}
MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"}


def copy_page(html: str, address: str, notice: str) -> str:
    """Return the content of a page as Markdown, its address and a notice above it."""
    tree = fragment_fromstring(html, create_parent="div")
    text = "\n\n".join(Copier(address).list_blocks(tree))
    return f"> {address}\n>\n> {notice}\n\n{text}\n"


@dataclass(frozen=True)
class Copier:
    """Turns the HTML of the page at an address into Markdown."""

    address: str

    def list_blocks(self, element: HtmlElement) -> Iterator[str]:
        """Yield the blocks of an element, each as it stands in the copy."""
        run = escape(element.text)
        for child in element:
            if not is_for_browsers(child):
                copy = BLOCKS.get(child.tag)
                if copy:
                    yield from trim(run)
                    yield from copy(self, child)
                    run = ""
                else:
                    run += self.copy_inline(child)
            run += escape(child.tail)
        yield from trim(run)

    def copy_inline(self, element: HtmlElement) -> str:
        """Return what stands within a line."""
        match element.tag:
            case "a":
                return self._copy_link(element)
            case "code":
                return f"`{element.text_content()}`"
            case "br":
                return "\n"
            case "img":
                return f"![{element.get('alt', '')}]({element.get('src')})"
        text = self.copy_line(element)
        mark = MARKS.get(element.tag)
        return _put_between(mark, text) if mark else text

    def copy_line(self, element: HtmlElement) -> str:
        """Return all that an element holds as what stands within a line."""
        parts = [escape(element.text)]
        for child in element:
            parts += ["" if is_for_browsers(child) else self.copy_inline(child), escape(child.tail)]
        return "".join(parts)

    def _copy_link(self, link: HtmlElement) -> str:
        """Return a link; the permanent link of a passage is absolute and named by the id."""
        href, text = link.get("href", ""), self.copy_line(link)
        if "permalink" in classes_of(link):
            target = urljoin(self.address, href)
            return f"[{urldefrag(target).fragment}]({target})"
        if _is_line_number(link):
            return ""
        if not href or not text.strip():
            return text
        target = f"./{href}" if href.startswith("#") else href
        return f"[{text.strip()}]({f'<{target}>' if set('() ') & set(target) else target})"

    def copy_heading(self, element: HtmlElement) -> Iterator[str]:
        level = int(element.tag[1])
        yield from (f"{'#' * level} {text}" for text in trim(self.copy_line(element)))

    def copy_summary(self, element: HtmlElement) -> Iterator[str]:
        """Yield what folds a part of the page as its title."""
        yield from (f"**{text}**" for text in trim(self.copy_line(element)))

    def copy_list(self, element: HtmlElement) -> Iterator[str]:
        numbered = element.tag == "ol"
        items: list[str] = []
        loose = False
        for number, item in enumerate(element.iterchildren("li"), 1):
            blocks = list(self.list_blocks(item))
            if not blocks:
                continue
            loose = loose or len(blocks) > 1
            sign = f"{number}. " if numbered else "- "
            items.append(sign + "\n\n".join(blocks).replace("\n", "\n" + " " * len(sign)))
        if items:
            yield re.sub(r"^ +$", "", ("\n\n" if loose else "\n").join(items), flags=re.MULTILINE)

    def copy_code(self, element: HtmlElement) -> Iterator[str]:
        text = element.text_content().strip("\n")
        yield f"```{_language_of(element)}\n{text}\n```"

    def copy_quotation(self, element: HtmlElement) -> Iterator[str]:
        text = "\n\n".join(self.list_blocks(element))
        yield re.sub(r"^", "> ", text, flags=re.MULTILINE)

    def copy_table(self, element: HtmlElement) -> Iterator[str]:
        """Yield a table's title, and its rows, of which the first names the columns."""
        for caption in element.iterchildren("caption"):
            yield from self.list_blocks(caption)
        rows = [[self._copy_cell(cell) for cell in row] for row in element.iter("tr")]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        if rows:
            lines.insert(1, f"| {' | '.join('---' for _ in rows[0])} |")
            yield "\n".join(lines)

    def _copy_cell(self, cell: HtmlElement) -> str:
        return " ".join(self.list_blocks(cell)).replace("\n", " ")


def escape(text: str | None) -> str:
    """Return a text that Markdown shows as it stands; white space is one space, or a line's end."""
    return SPACE.sub(_squeeze, SPECIAL.sub(_escape, text)) if text else ""


def trim(text: str) -> Iterator[str]:
    """Yield a text without blanks around its lines, if there is any."""
    lines = [line.strip(" ") for line in re.sub(r" {2,}", " ", text).split("\n")]
    if whole := "\n".join(line for line in lines if line):
        yield whole


def is_for_browsers(element: HtmlElement) -> bool:
    """Return whether only a browser can use something, or a copy has it once elsewhere."""
    if not isinstance(element.tag, str) or element.tag in FOR_BROWSERS:
        return True
    return "hidden" in element.attrib or not LEFT_OUT.isdisjoint(classes_of(element))


def classes_of(element: HtmlElement) -> list[str]:
    """Return the classes of an element; its own set of them is for changing, and slow."""
    return str(element.get("class", "")).split()


def _squeeze(space: "re.Match[str]") -> str:
    return "\n" if "\n" in space[0] else " "


def _escape(sign: "re.Match[str]") -> str:
    return REFERENCES.get(sign[0], f"\\{sign[0]}")


def _put_between(mark: str, text: str) -> str:
    """Return a text between marks, which must not stand beside its blanks."""
    inner = text.strip()
    return text.replace(inner, f"{mark}{inner}{mark}") if inner else text


def _language_of(code: HtmlElement) -> str:
    """Return the language of a block of code, which the element around it names."""
    classes = classes_of(code.getparent())
    return next((c.removeprefix("language-") for c in classes if c.startswith("language-")), "")


def _is_line_number(link: HtmlElement) -> bool:
    """Return whether a link is the number of a line of a source, which its list has too."""
    parent = link.getparent()
    return bool(parent.tag == "li" and parent.get("id") == f"L{link.text}")


BLOCKS: Mapping[str, Callable[[Copier, HtmlElement], Iterator[str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Copier.copy_heading),
    **dict.fromkeys((*GROUPING, "details", "p"), Copier.list_blocks),
    **dict.fromkeys(("ul", "ol"), Copier.copy_list),
    "summary": Copier.copy_summary,
    "pre": Copier.copy_code,
    "blockquote": Copier.copy_quotation,
    "table": Copier.copy_table,
    "hr": lambda _, __: iter(["---"]),
}
"""How each element is copied that stands on lines of its own."""
