"""The feeds are Atom, say what is new on their page, and are there where there is something."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree

from conftest import ADDRESS
from dialogues.model.archive import Archive
from dialogues.model.entities import LANGUAGES
from dialogues.rendering.corrections import list_corrections
from dialogues.rendering.feeds import LONGEST, render_feeds
from dialogues.rendering.site import Site
from projects import ROOT
from test_pages import PAYLOAD, hostile_archive

ATOM = {"a": "http://www.w3.org/2005/Atom", "x": "http://www.w3.org/1999/xhtml"}
Feeds = Mapping[str, str]


@cache
def read_schema() -> etree.RelaxNG:
    """Return the schema of RFC 4287, as far as the feeds go."""
    return etree.RelaxNG(etree.parse(ROOT / "tests/schemas/atom.rng"))


def find_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with a feed: by its schema, and what that cannot say."""
    feed = parse(text)
    schema = read_schema()
    if not schema.validate(feed):
        yield str(schema.error_log)
    ids = Counter(element.text for element in feed.iterfind(".//a:id", ATOM))
    yield from (f"{name} is there {count} times" for name, count in ids.items() if count > 1)
    dates = [str(element.text) for element in feed.iterfind("a:entry/a:updated", ATOM)]
    if dates != sorted(dates, reverse=True) or feed.findtext("a:updated", "", ATOM) not in dates:
        yield "the newest must come first, and be the day of the feed"


def parse(text: str) -> etree._Element:
    return etree.fromstring(text.encode("utf-8"))


def render(archive: Archive) -> Feeds:
    site = Site.of(archive, address=ADDRESS)
    sites = [replace(site, language=language) for language in LANGUAGES]
    return {path: text for each in sites for path, text in render_feeds(each)}


@pytest.fixture(scope="module")
def feeds(archive: Archive) -> Feeds:
    return render(archive)


def test_every_feed_is_valid_atom(feeds: Feeds) -> None:
    assert {path: faults for path, text in feeds.items() if (faults := [*find_faults(text)])} == {}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("<updated>", "<updated>yesterday "),
        ("T00:00:00Z</updated>\n<content", "T00:00:00</updated>\n<content"),
        ('rel="self"', 'rel="here"'),
        ("urn:city-dialogues:zh:events:2022-mayors-summit:", "q1-1-1 "),
        ('href="https://', 'href="'),
        ("<p>", "<p><script>alert(1)</script>"),
        ("</title>\n<id>", "</title>\n<title>x</title><id>"),
        ("<author><name>城市對話錄</name></author>", ""),
        ("<entry>\n<title>", "<entry>\n<title><b/>"),
        (":correction:2022-mayors-summit:", ":record:2022-mayors-summit</id><id>"),
    ],
)
def test_a_fault_in_a_feed_is_found(feeds: Feeds, was: str, now: str) -> None:
    text = feeds["zh/events/2022-mayors-summit/feed.xml"]
    assert was in text

    assert [*find_faults(text.replace(was, now, 1))]


def test_the_same_entry_twice_is_found(feeds: Feeds) -> None:
    text = feeds["zh/corrections/feed.xml"]
    begin, _, end = text.partition("<entry>")

    assert [*find_faults(f"{begin}<entry>{end.partition('</entry>')[0]}</entry><entry>{end}")]


def test_there_is_a_feed_where_there_is_something(archive: Archive, feeds: Feeds) -> None:
    site = Site.of(archive)
    pages = {"corrections", *(f"events/{key}" for key in archive.events)}
    pages |= {f"themes/{theme.key}" for theme in site.themes.treatments}

    assert set(feeds) == {f"{tag}/{page}/feed.xml" for tag in LANGUAGES for page in pages}
    assert all("<entry>" in text for text in feeds.values())


def test_the_feed_of_all_has_corrections_and_new_records(archive: Archive, feeds: Feeds) -> None:
    entries = parse(feeds["en/corrections/feed.xml"]).findall("a:entry", ATOM)

    expected = len(list_corrections(Site.of(archive))) + len(archive.records)
    assert len(entries) == min(expected, LONGEST)
    for entry in entries:
        link = entry.find("a:link", ATOM)
        assert link is not None
        assert str(link.get("href")).startswith(f"{ADDRESS}en/")
        title = str(entry.findtext("a:title", "", ATOM))
        assert "#" not in title  # an id says nothing to a person


def test_a_feed_has_what_belongs_to_it_and_all_of_it(archive: Archive, feeds: Feeds) -> None:
    for one in list_corrections(Site.of(archive)):
        key = f":correction:{one.record.key}:{one.passage.id}:{one.number}</id>"
        where = {path for path, text in feeds.items() if key in text and path.startswith("en/")}
        themes = {f"en/themes/{theme.key}/feed.xml" for theme in one.passage.themes}
        event = f"en/events/{one.event.key}/feed.xml"
        assert where - themes == {event, "en/corrections/feed.xml"}
        assert themes - where == {path for path in themes if path not in feeds}


def test_the_style_for_people_is_found_from_each_feed(feeds: Feeds) -> None:
    for path, text in feeds.items():
        folder = path.removeprefix("zh/").rpartition("/")[0]
        up = "../" * (folder.count("/") + 1)
        assert f'<?xml-stylesheet type="text/css" href="{up}assets/feed.css"?>' in text
    assert (ROOT / "docs/assets/feed.css").is_file()


def test_text_in_a_feed_is_text(archive: Archive) -> None:
    feeds = render(hostile_archive(archive))

    assert {path: faults for path, text in feeds.items() if (faults := [*find_faults(text)])} == {}
    titles = parse(feeds["zh/corrections/feed.xml"]).findall("a:entry/a:title", ATOM)
    assert any(PAYLOAD in str(title.text) for title in titles)
