"""Films that a record or its publisher gives: links, and nothing that a page loads."""

import json
from pathlib import Path

import pytest

from dialogues.data.files import render_data
from dialogues.loading import load_archive
from dialogues.model.entities import Bilingual
from dialogues.model.films import Film
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site

WHAT = Bilingual("錄影", "Film")
FILMS = """\
    films:
      - url: https://example.org/harbour
        what: {zh: 全場 <錄影>, en: The whole <day>}
      - url: https://youtu.be/abc?si=1
        what: {zh: 市長談話, en: The mayor's talk}
        of: talk-1
        seconds: 750
        given_at: https://example.org/films
columns:"""


@pytest.fixture
def filmed(small: Path) -> Site:
    """Return the small project with a film of its session and one of a contribution."""
    path = small / "docs/records/2030-harbour-talks/record.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("columns:", FILMS, 1), encoding="utf-8")
    return Site.of(load_archive(small), address="https://example.org/")


@pytest.mark.parametrize(
    ("url", "seconds", "address", "time"),
    [
        ("https://youtu.be/a", None, "https://youtu.be/a", ""),
        ("https://youtu.be/a", 0, "https://youtu.be/a?t=0s", "0:00"),
        ("https://youtu.be/a", 750, "https://youtu.be/a?t=750s", "12:30"),
        (
            "https://www.youtube.com/watch?v=a",
            59,
            "https://www.youtube.com/watch?v=a&t=59s",
            "0:59",
        ),
        ("https://example.org/a.mp4", 3723, "https://example.org/a.mp4#t=3723", "1:02:03"),
    ],
)
def test_a_film_begins_where_it_should(
    url: str, seconds: int | None, address: str, time: str
) -> None:
    film = Film(url=url, what=WHAT, seconds=seconds)

    assert (film.address, film.time) == (address, time)


def test_a_page_links_films_and_says_from_when(filmed: Site) -> None:
    pages = render_site(filmed)
    session = pages["en/events/2030-harbour/index.md"]

    assert session.count('<a href="https://example.org/harbour">The whole &#60;day&#62;</a>') == 1
    link = '<a href="https://youtu.be/abc?si=1&amp;t=750s">{}</a>'
    assert link.format("The mayor's talk, from 12:30") in session
    assert link.format("市長談話，自 12:30 起") in pages["zh/cities/alpha.md"]
    assert "<iframe" not in session
    assert "<video" not in session


def test_machines_get_the_same_films(filmed: Site) -> None:
    page = render_site(filmed)["en/events/2030-harbour/index.md"]
    graph = json.loads(page.rpartition('ld+json">')[2].removesuffix("</script>\n"))["@graph"]

    assert graph[0]["recordedIn"] == [
        {"@type": "VideoObject", "name": "The whole <day>", "url": "https://example.org/harbour"},
        {
            "@type": "VideoObject",
            "name": "The mayor's talk",
            "url": "https://youtu.be/abc?si=1&t=750s",
        },
    ]
    data = json.loads(dict(render_data(filmed))["data/events/2030-harbour.json"])
    assert [(row["contribution"], row["seconds"]) for row in data["films"]] == [
        (None, None),
        ("2030-harbour-talks#talk-1", 750),
    ]
