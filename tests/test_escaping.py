"""Text from data is shown as it is, whatever it holds."""

import json

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, fragment_fromstring

import payloads
from dialogues.rendering.escaping import escape_inline, escape_markdown, quote_front_matter

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.snippets",
]
SIGNS = [
    *("12) item", "+ item", "    code", "x { #id }", "&lt;b&gt; &copy; &#60;", "*[abbr]: x"),
    *("{{ config }} {% raw %}", "<https://example.org/>", "\\* \\[", "</div><p>", "&", "<", "`"),
    *(": term", "--- x", "<p markdown>x", "![x](https://example.org/x.png)", "[^1] [ref] [x][y]"),
]
PAYLOADS = SIGNS + [text for text in payloads.PAYLOADS.values() if "\t" not in text]


def render(text: str) -> HtmlElement:
    return read(markdown.markdown(text, extensions=EXTENSIONS))


def read(html: str) -> HtmlElement:
    """Return HTML in an element; what no browser would show there is missing in its text."""
    return fragment_fromstring(html, create_parent=True)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_one_paragraph_of_text(payload: str) -> None:
    page = render(str(escape_markdown(payload)))

    assert [tag.tag for tag in page.iterdescendants()] == ["p"]
    assert page.text_content() == payload.strip()
    assert page[0].attrib == {}


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text(alphabet="ab1.)-+*_`[]{}()<>#!|~^:=\\&\"' \u5b57", min_size=1, max_size=40))
def test_any_text_is_one_paragraph_of_text(text: str) -> None:
    if text.strip():
        page = render(str(escape_markdown(text.strip())))
        assert " ".join(page.text_content().split()) == " ".join(text.split())
        assert [tag.tag for tag in page.iterdescendants()] == ["p"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_heading_a_link_and_a_span_is_text(payload: str) -> None:
    text = escape_inline(payload.strip())
    page = render(f"## {text} {{ #id }}\n\n[{text}](x.md)\n\n<span>{text}</span> y\n")

    assert [tag.tag for tag in page.iterdescendants()] == ["h2", "p", "a", "p", "span"]
    for name in ("h2", "a", "span"):
        shown = page.find(f".//{name}").text_content()
        assert " ".join(shown.split()) == " ".join(payload.split())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_title_is_safe_in_yaml_and_in_html(payload: str) -> None:
    title = json.loads(str(quote_front_matter(payload)))
    page = read(f'<meta content="{title}"><title>{title}</title>')

    assert page.find("meta").attrib == {"content": payload}
    assert page.find("title").text == payload
