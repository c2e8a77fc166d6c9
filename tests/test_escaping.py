"""Text from data is shown as it is, whatever it holds."""

import json

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

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


def render(text: str) -> BeautifulSoup:
    return BeautifulSoup(markdown.markdown(text, extensions=EXTENSIONS), "html.parser")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_one_paragraph_of_text(payload: str) -> None:
    page = render(str(escape_markdown(payload)))

    assert [tag.name for tag in page.find_all()] == ["p"]
    assert page.get_text() == payload.strip()
    assert page.find_all()[0].attrs == {}


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text(alphabet="ab1.)-+*_`[]{}()<>#!|~^:=\\&\"' \u5b57", min_size=1, max_size=40))
def test_any_text_is_one_paragraph_of_text(text: str) -> None:
    if text.strip():
        page = render(str(escape_markdown(text.strip())))
        assert " ".join(page.get_text().split()) == " ".join(text.split())
        assert [tag.name for tag in page.find_all()] == ["p"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_heading_a_link_and_a_span_is_text(payload: str) -> None:
    text = escape_inline(payload.strip())
    page = render(f"## {text} {{ #id }}\n\n[{text}](x.md)\n\n<span>{text}</span> y\n")

    assert [tag.name for tag in page.find_all()] == ["h2", "p", "a", "p", "span"]
    for name in ("h2", "a", "span"):
        assert " ".join(page.find_all(name)[0].get_text().split()) == " ".join(payload.split())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_title_is_safe_in_yaml_and_in_html(payload: str) -> None:
    title = json.loads(str(quote_front_matter(payload)))
    page = BeautifulSoup(f'<meta content="{title}"><title>{title}</title>', "html.parser")

    assert page.find_all("meta")[0].attrs == {"content": payload}
    assert page.find_all("title")[0].get_text() == payload
