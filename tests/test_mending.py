"""What is done to the HTML of a page that the theme has made."""

import pytest

from dialogues.finishing.mending import drop_indents, mend


@pytest.mark.parametrize(
    ("html", "bare"),
    [
        ("<ul>\n  \n\n\t<li>a b</li>\n</ul>", "<ul>\n<li>a b</li>\n</ul>"),
        ("<p>\n\u3000\u3000好</p>", "<p>\n\u3000\u3000好</p>"),
        ("<pre>a\n  b</pre>\n  <pre>\n\n c", "<pre>a\n  b</pre>\n<pre>\n\n c"),
        ("<script>\n  a()\n</script>\n  <p>", "<script>\n  a()\n</script>\n<p>"),
    ],
    ids=["blank lines", "spaces of a text", "what is shown as it is", "what has a hash"],
)
def test_a_page_has_no_indents_but_where_they_are_seen(html: str, bare: str) -> None:
    assert drop_indents(html) == bare


def test_a_page_has_nothing_that_only_the_script_of_the_theme_would_read() -> None:
    html = '<div data-md-component="toc" data-md-scrollfix><input data-md-toggle="drawer" data-md-type="x">'
    assert mend(html) == '<div><input data-md-toggle="drawer">'
