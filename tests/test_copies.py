"""Pages as Markdown: what a reader sees is there, what only a browser can use is not."""

from html import escape

import pytest
from lxml.html import fragment_fromstring
from markdown import markdown

from dialogues.finishing.copies import copy_page

ADDRESS = "https://example.org/events/talks/"
PASSAGE = """
<nav class="languages"><a href="./">English</a> <a href="#both">Both</a></nav>
<h3 class="contribution" id="talk-1">Mayor, <a href="../../cities/alpha/">Alpha</a></h3>
<div class="passage level-0" id="talk-1-1"><p class="context">Mayor, Alpha · 6 May 2030</p>
<p class="note doubt"><strong>Speaker doubtful</strong> Or Beta.</p>
<p class="text"><span class="marker">1.</span> The port. <a class="mark" href="#talk-1-1--note">note</a></p>
<p class="other" lang="zh-Hant">港口。</p>
<p class="note marked" id="talk-1-1--note"><strong>Editor's note</strong> Its harbour.</p>
<details class="tools"><summary aria-label="Passage talk-1-1: share, cite"></summary>
<p class="row" data-id="talk-1-1"><a class="permalink" href="./#talk-1-1">Link</a>
<a class="source" href="../../records/talks/#L14" title="Source line 14">Source 14</a>
<a class="correct" href="../../correct/">Correct</a></p></details></div>
"""


def copy(html: str) -> str:
    """Return the copy of a page without its head."""
    return copy_page(html, ADDRESS, "A notice.").split("\n\n", 1)[1]


def test_the_head_says_where_the_page_is_and_what_it_is() -> None:
    text = copy_page("<p>x</p>", ADDRESS, "Not verbatim.")

    assert text == f"> {ADDRESS}\n>\n> Not verbatim.\n\nx\n"


def test_a_passage_has_its_doubt_both_languages_notes_id_permalink_and_source() -> None:
    assert copy(PASSAGE).splitlines() == [
        "### Mayor, [Alpha](../../cities/alpha/)",
        "",
        "**Speaker doubtful** Or Beta.",
        "",
        "1. The port.",
        "",
        "港口。",
        "",
        "**Editor's note** Its harbour.",
        "",
        f"[talk-1-1]({ADDRESS}#talk-1-1)",
        "[Source 14](../../records/talks/#L14)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "*stars* and _lines_ and `ticks`",
        "[a link](javascript:alert)",
        "<img src=x onerror=alert>",
        "# no heading",
        "- no item",
        "> no quotation",
        "AT&amp;T &copy; \\ |",
    ],
)
def test_signs_are_shown_as_they_stand(text: str) -> None:
    shown = escape(text, quote=False)
    again = fragment_fromstring(markdown(copy(f"<p>{shown}</p>")), create_parent=True)

    assert again.text_content() == text
    assert [tag.tag for tag in again.iterdescendants()] == ["p"]


def test_code_keeps_its_language_and_its_signs() -> None:
    html = '<div class="language-sh highlight"><pre><code>a_b | c\n</code></pre></div>'

    assert copy(html) == "```sh\na_b | c\n```\n"


def test_lines_of_a_source_have_their_numbers_once() -> None:
    html = (
        '<ol class="source-lines"><li id="L1"><a href="#L1">1</a><span>甲</span></li>'
        '<li id="L2"><a href="#L2">2</a><span>乙</span></li></ol>'
    )

    assert copy(html) == "1. 甲\n2. 乙\n"


def test_links_lead_from_the_copy_where_they_lead_from_the_page() -> None:
    assert copy('<p><a href="#a">a</a> <a href="x_(y)/">b</a></p>') == "[a](./#a) [b](<x_(y)/>)\n"
