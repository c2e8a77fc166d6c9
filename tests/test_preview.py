"""The preview of a change: pages that open from a disk, whose links lead to files."""

import re
from pathlib import Path

import pytest

from preview import open_from_disk

PAGE = """<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<script>x = "<a href='../'>"</script>
</head><body class="a">
{}
<script type="module" src="a.js"></script></body></html>"""


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../", "../index.html"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("../cities/bath/", "../cities/bath/index.html"),
        ("../cities/bath/#q1", "../cities/bath/index.html#q1"),
        ("../themes/data/?cities=a,b#x", "../themes/data/index.html#x"),
        ("#q1", "#q1"),
        ("feed.xml", "feed.xml"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("/", "./../index.html"),
        ("/en/themes/", "./../en/themes/index.html"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
@pytest.mark.parametrize("mark", ['"', ""])
def test_a_link_names_a_file(link: str, file: str, mark: str) -> None:
    html = open_from_disk(PAGE.format(f"<a class=b href={mark}{link}{mark}>c</a>"), "/", "../")

    assert f"<a class=b href={mark}{file}{mark}>c</a>" in html


def test_a_preview_runs_nothing_and_says_what_it_is() -> None:
    html = open_from_disk(PAGE.format("x"))

    assert "<script" not in html
    assert "Content-Security-Policy" not in html
    assert re.search(r'<body class="a"><p style="[^"]+">預覽：', html)


def test_every_link_of_a_built_page_leads_to_a_file(site: Path) -> None:
    for page in ("index.html", "en/cities/rzeszow/index.html", "en/themes/index.html"):
        html = open_from_disk(
            (site / page).read_text(encoding="utf-8"), "/", "../" * page.count("/")
        )
        found = re.findall(r"<a\b[^>]*?\bhref=[\"']?([^\"'\s>#]+)", html)
        links = [link for link in found if not re.match("[a-z]+:", link)]
        assert len(links) > 20
        for link in links:
            assert ((site / page).parent / link).is_file(), (page, link)
