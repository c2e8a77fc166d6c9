"""What says too much for one page has parts: nothing is lost, nothing twice, no address breaks."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from dialogues.cards.pages import list_cards
from dialogues.checking.addresses import check_pages
from dialogues.finding import parts
from dialogues.model.archive import Archive
from dialogues.rendering.pages import render_language
from dialogues.rendering.site import Site
from measuring.page_sizes import LIMIT, weigh_kinds

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
LINK = re.compile(r'\]\(([^()\s]+)\)|href="([^"]+)"')
ANCHOR = re.compile(r'\{[^}\n]*#([\w-]+)|\bid="([^"]+)"')
PERMALINK = re.compile(r"\]\(([^()\s]+)\)\{ \.permalink \}")
OPENED = re.compile(r"--(?:note|speaker|corrected\d*|pictured-\d+)$")
"""What opens from a mark is beside its words."""
LIMITS = {"BUDGET": 5_000, "CITIES": 20, "CORRECTIONS": 5}
"""So little that the frozen records have parts of each kind."""
Pages = Mapping[str, str]


def render_chinese(site: Site) -> Pages:
    return dict(render_language(site))


@pytest.fixture(scope="module")
def whole(archive: Archive) -> Pages:
    return render_chinese(Site.of(archive))


@pytest.fixture(scope="module")
def site(archive: Archive, whole: Pages) -> Iterator[Site]:
    """Let there be parts, once what has none is rendered."""
    assert whole
    with pytest.MonkeyPatch.context() as patch:
        for name, value in LIMITS.items():
            patch.setattr(parts, name, value)
        yield Site.of(replace(archive))  # as one in which nothing was found yet


@pytest.fixture(scope="module")
def pages(site: Site) -> Pages:
    return render_chinese(site)


def list_parts(pages: Pages) -> list[str]:
    return [path for path in pages if path.count("/") > 2 and path.endswith(".md")]


def follow(path: str, link: str, *, built: bool) -> tuple[str, str]:
    """Return the page and the anchor that a link leads to, from the page at a path."""
    target, _, anchor = link.partition("#")
    start = path.removesuffix(".md").removesuffix("/index") if built else posixpath.dirname(path)
    page = posixpath.normpath(posixpath.join(start, target)) if target else path
    return page, anchor


def anchors_of(text: str) -> set[str]:
    return {one or other for one, other in ANCHOR.findall(text)}


def test_without_too_much_there_are_no_parts(whole: Pages) -> None:
    assert not [path for path in list_parts(whole) if "/events/" not in path]


def test_each_kind_has_parts(pages: Pages, site: Site) -> None:
    folders = {path.split("/")[1] for path in list_parts(pages)}

    assert folders >= {"themes", "cities", "initiatives", "organizations"}
    assert "zh/cities/in/tw.md" in pages
    assert "zh/themes/in/tw.md" in pages
    assert len([path for path in pages if path.startswith("zh/corrections/2")]) > 1
    assert {path[3:] for path in pages} >= set(site.parts.paths)


def test_every_link_leads_to_a_page_and_a_place_on_it(pages: Pages, site: Site) -> None:
    known = {path: anchors_of(text) for path, text in pages.items()}
    known |= {f"zh/{card.address}index.md": set() for card in list_cards(site)}
    several = [key for key, event in site.archive.events.items() if len(event.sessions) > 1]
    known |= {f"data/events/{key}.zh.html": set() for key in several}
    dead = []
    for path, text in pages.items():
        for markdown, html in LINK.findall(
            text if path.endswith(".md") and "/_" not in path else ""
        ):
            if "//" in markdown + html or "/en/" in html:
                continue
            page, anchor = follow(path, unescape(markdown or html), built=bool(html))
            if html:
                page = next((p for p in (f"{page}.md", f"{page}/index.md") if p in known), page)
            by_hand = (ROOT / "docs" / page).is_file()
            if not by_hand and (page not in known or (anchor and anchor not in known[page])):
                dead.append((path, markdown or html))

    assert dead[:20] == []


def test_each_passage_stands_in_full_once(pages: Pages, site: Site) -> None:
    view = replace(site.view, path="zh/x/x.md")
    for entity in site.parts.events:
        if entity.folder == "themes":
            said = [(t.place, t.passages) for t in site.themes.treatments[entity]]  # type: ignore[index]
        elif entity.folder == "cities":
            places = site.crosslinks.said.get(entity, ())
            said = [(place, place.contribution.passages) for place in places]
        else:
            continue
        expected = [view.link_passage(p.session, passage) for p, some in said for passage in some]
        own = [path for path in pages if path.startswith(f"zh/{entity.folder}/{entity.key}")]
        found = [
            posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
            for path in own
            if path == f"zh/{entity.path}" or path.startswith(f"zh/{entity.folder}/{entity.key}/")
            for link in PERMALINK.findall(pages[path])
        ]

        assert Counter(found) == Counter(str(link).replace("../", "zh/", 1) for link in expected)


def test_a_line_of_a_name_stands_once(pages: Pages, whole: Pages, site: Site) -> None:
    for entity in site.parts.events:
        if entity.folder not in ("themes", "cities"):
            before = len(re.findall("^- \\[.*<small>", whole[f"zh/{entity.path}"], re.MULTILINE))
            folder = f"zh/{entity.folder}/{entity.key}/"
            after = sum(
                len(re.findall("^- \\[.*<small>", text, re.MULTILINE))
                for path, text in pages.items()
                if path.startswith(folder)
            )
            assert after == before


def test_every_anchor_stays_where_it_was(pages: Pages, whole: Pages) -> None:
    for path, text in whole.items():
        before = {anchor for anchor in anchors_of(text) if not OPENED.search(anchor)}
        gone = before - anchors_of(pages[path])

        assert {anchor for anchor in gone if not re.fullmatch("map-.*-title", anchor)} == set(), (
            path
        )


def test_every_part_is_listed(pages: Pages, archive: Archive) -> None:
    assert list(check_pages(pages, archive)) == []


def test_what_had_parts_keeps_them(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LIMITS:
        monkeypatch.setattr(parts, name, 10**9)
    had = {"cities/taipei/2021-ctalk/", "cities/in/tw/", "corrections/2021-ctalk/"}
    found = Site.of(replace(archive, published=frozenset(had))).parts

    assert [entity.key for entity in found.events] == ["taipei"]
    assert [*found.paths] == [*dict.fromkeys(found.paths)]
    assert {f"{address.removesuffix('/')}.md" for address in had} < {*found.paths}


def test_a_page_that_is_too_heavy_is_told() -> None:
    kinds = list(
        weigh_kinds({"zh/themes/data.md": "字" * (LIMIT // 3), "zh/themes/index.md": "字"})
    )

    assert [(kind, size > LIMIT) for kind, size, _ in kinds] == [
        ("themes/*", True),
        ("themes/index.md", False),
    ]
