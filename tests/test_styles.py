"""What pages have of the theme's styles."""

import re
from pathlib import Path

import pytest

from dialogues.finishing.styles import ABSENT, drop_absent, drop_unread


@pytest.mark.parametrize(
    ("styles", "kept"),
    [
        (".md-nav,.md-search{top:0}.md-tag{top:0}", ".md-nav{top:0}"),
        ("@media print{.md-search__form{top:0}}.a{top:0}", ".a{top:0}"),
        ("@media print{.md-search{top:0}.a{top:0}}", "@media print{.a{top:0}}"),
        (".a:not(.md-search,.b){top:0}", ".a:not(.md-search,.b){top:0}"),
        ("[dir=rtl] .a,.a{top:0}", ".a{top:0}"),
        (".information{top:0}", ".information{top:0}"),
        ("@keyframes turn{0%{top:0}to{top:1px}}", "@keyframes turn{0%{top:0}to{top:1px}}"),
    ],
    ids=["selectors", "an empty block", "a block", "not", "direction", "a longer name", "motion"],
)
def test_what_no_page_has_is_left_out(styles: str, kept: str) -> None:
    assert drop_absent(styles) == kept


def test_properties_that_nothing_reads_are_left_out() -> None:
    picture = """--b:url('data:image/svg+xml,<svg d="M1;2}"/>');"""
    styles = f":root{{--a:1px;{picture}--c:2px}}.x--a:hover{{top:var(--a);left:var( --c )}}"
    assert drop_unread(styles) == styles.replace(picture, "")


def test_no_page_and_no_script_has_what_is_left_out(site: Path) -> None:
    pages = (path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    classes = {
        name
        for page in pages
        for part in re.findall(r' class="([^"]*)"', page)
        for name in part.split()
    }
    assert len(classes) > 100
    assert [name for name in sorted(classes) if ABSENT.match(f".{name}")] == []
    scripts = "".join(
        path.read_text(encoding="utf-8") for path in site.glob("assets/scripts-*/**/*.js")
    )
    added = set(re.findall(r'className: "([^"]+)"|classList\.\w+\("([^"]+)"', scripts))
    assert added
    assert [pair for pair in added if ABSENT.match(f".{''.join(pair)}")] == []
