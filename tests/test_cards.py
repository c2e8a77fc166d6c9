"""Cards of passages: small pages and pictures to be sent to others, each at an address that stays."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from audits.cards import check_card
from audits.links import is_card, list_cards, list_pages, read_page, text_of
from dialogues.cards import pages, pictures
from dialogues.cards.album import Album
from dialogues.cards.files import list_files
from dialogues.cards.layout import break_lines, fit
from dialogues.commands import convert, sync
from dialogues.contributing.syncing import find_targets
from dialogues.loading import load_archive, read_archive
from dialogues.model.archive import Archive
from dialogues.reading.addresses import LIST, REDIRECTS, read_published
from dialogues.rendering.site import Site
from projects import SMALL

ROOT = "https://example.org/dialogues/"
CARD = "en/p/2030-harbour-talks/talk-1-2/"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.of(load_archive(SMALL), address=ROOT)


@pytest.fixture(scope="module")
def cards(archive: Archive) -> dict[str, pages.Card]:
    """Return the English cards of the frozen records by their addresses."""
    frozen = replace(Site.of(archive, address=ROOT), language="en")
    return {card.address: card for card in pages.list_cards(frozen)}


@pytest.fixture
def folder(site: Site, tmp_path: Path) -> Path:
    """Write the cards of the small project as a build does, without pictures."""
    for path, text in list_files(site, "assets/card.css"):
        assert isinstance(text, str)
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "assets").mkdir()
    for language in ("zh", "en"):
        (tmp_path / f"assets/card-{language}.png").touch()
    return tmp_path


def find(folder: Path) -> set[str]:
    """Return what the audit finds on the cards."""
    found = [read_page(folder, address) for address in list_cards(folder)]
    return {finding.rule for card in found for finding in check_card(folder, card, ROOT)}


def test_each_passage_has_a_card_in_both_languages_and_no_other_page(folder: Path) -> None:
    ids = ("talk-1-1", "talk-1-2", "talk-1-3", "talk-1-4", "talk-2-1", "q1", "q1-1-1")
    built = {f"{language}p/2030-harbour-talks/{id_}/" for language in ("", "en/") for id_ in ids}

    assert set(list_cards(folder)) == built
    assert list_pages(folder) == []
    assert find(folder) == set()
    assert not is_card("en/people/")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('lang="en">\n<head>', 'lang="zh">\n<head>', "card lang"),
        ("Content-Security-Policy", "Policy", "card policy"),
        ("</body>", "<script></script></body>", "card"),
        ("</head>", '<meta http-equiv="refresh" content="0; url=x"></head>', "card"),
        ("#talk-1-2", "", "card canonical"),
        ("og:description", "og:words", "metadata og:description"),
        ("assets/card-en.png", "assets/none.png", "metadata og:image"),
        (f'og:url" content="{ROOT}', f'og:url" content="{ROOT}x', "metadata og:url"),
    ],
)
def test_what_a_card_lacks_is_found(folder: Path, old: str, new: str, rule: str) -> None:
    path = folder / CARD / "index.html"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

    assert find(folder) == {rule}


def test_a_card_says_who_when_and_what_it_is_and_leads_to_its_place(folder: Path) -> None:
    html = read_page(folder, CARD).html
    shown = text_of(html.find(".//main"))
    (link, *_), (other, *_) = html.cssselect("main .go a"), html.cssselect("main div[lang]")

    assert text_of(html.find(".//h1")) == "Wang Xiao-ming, Mayor, Alpha"
    assert "6 May 2030" in shown
    assert "1. " in shown
    assert "Summary of talks, not verbatim; unofficial machine translation" in shown
    assert link.get("href") == "../../../events/2030-harbour/#talk-1-2"
    assert other.get("lang") == "zh-Hant"
    assert "港口使用 5G 網路" in text_of(other)


def test_who_has_no_scripts_cites_from_the_card(folder: Path) -> None:
    shown = text_of(read_page(folder, CARD).html.cssselect("details p")[0])
    for said in ("Wang Xiao-ming, Mayor, Alpha", "passage talk-1-2", "not verbatim", "#talk-1-2"):
        assert said in shown


def test_what_is_put_on_another_page_is_whole_and_escaped(folder: Path) -> None:
    html = read_page(folder, "p/2030-harbour-talks/talk-2-1/").html
    area = text_of(html.find(".//textarea"))

    assert area.strip().startswith('<blockquote lang="zh-Hant" cite="https://example.org/')
    assert "&lt;https://example.org/harbour&gt;" in area
    assert "談話摘要，非逐字稿" in area
    assert 'events/2030-harbour/#talk-2-1">城市對話錄</a>' in area
    assert "iframe" not in area


def test_doubts_corrections_and_what_is_asked_are_on_the_card(archive: Archive) -> None:
    path = "en/p/2021-ctalk-digital-governance/q1-1-1/index.html"
    site = replace(Site.of(archive, address=ROOT), only=path)
    ((found, html),) = list_files(site, "x.css")
    assert found == path
    assert isinstance(html, str)

    assert "Rzeszów (speaker doubtful)</h1>" in html
    assert "<strong>Speaker doubtful</strong> The record lists this answer" in html
    assert "Question: As the fight against the pandemic" in html
    assert "unofficial machine translation; this passage is corrected</p>" in html
    assert "shown here as “TaipeiPASS”" in html


def test_a_description_says_what_it_is_however_long_the_words(cards: dict[str, pages.Card]) -> None:
    for card in cards.values():
        description = pages._describe(card, "en")
        assert description.endswith(f" ({card.label})")
        assert len(description) <= pages.LONGEST["en"] + 1


def test_the_addresses_of_cards_are_defended_and_led_on(small: Path) -> None:
    sync(small)
    assert CARD.removeprefix("en/") in read_published(small)

    present = {"p/new/talk-1/", "p/new/talk-2/", "p/other/q1/"}
    assert find_targets(["p/old/talk-2/", "p/other/q1-1/"], present, ()) == {
        "p/old/talk-2/": "p/new/talk-2/",
        "p/other/q1-1/": "p/other/q1/",
    }


def test_the_card_of_a_passage_that_is_gone_leads_on(small: Path) -> None:
    sync(small)
    gone, new = "p/2030-harbour-talks/talk-7-1/", "p/2030-harbour-talks/talk-1-1/"
    listed = small / LIST
    listed.write_text("".join(f"{a}\n" for a in sorted([*read_published(small), gone])), "utf-8")
    (problem,) = read_archive(small)[1]
    assert f"and is gone: '{gone}'" in problem.message

    why = "why: {zh: 重編, en: Renumbered}"
    (small / REDIRECTS).write_text(f"{gone}: {{to: {new}, {why}}}\n", encoding="utf-8")
    assert read_archive(small)[1] == []
    convert(small)
    page = (small / f"docs/en/{gone}index.html").read_text(encoding="utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../../../{new}">' in page


def measure(text: str, size: int) -> float:
    """Return how wide a text is in a font whose Chinese is as wide as it is high."""
    return sum(size if sign >= "\u2e80" else size / 2 for sign in text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("港口使用網路，範圍", ["港口使用", "網路，範", "圍"]),
        ("港口使用，網路「範圍」", ["港口使", "用，網路", "「範圍」"]),
        ("port of Alpha, now", ["port of", "Alpha,", "now"]),
        ("5G網路 is well-known", ["5G網路", "is well-", "known"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
        ("", [""]),
    ],
)
def test_lines_break_between_words_and_no_sign_begins_one(text: str, lines: list[str]) -> None:
    assert break_lines(text, 40, 10, measure) == lines


def test_a_text_is_as_large_as_it_can_be_and_cut_where_it_cannot() -> None:
    assert fit("港口", 40, 60, measure, (20, 10)).size == 20
    small = fit("港口使用網路", 40, 40, measure, (20, 10))
    assert (small.size, small.lines) == (10, ["港口使用", "網路"])
    cut = fit("港口使用網路，範圍擴及整個港區", 40, 30, measure, (20, 10))
    assert cut.lines == ["港口使用", "網路…"]


@pytest.fixture
def album(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Album:
    """Return an album that draws all with the one font which Pillow brings."""
    font = tmp_path / "font"
    font.write_bytes(b"x")
    monkeypatch.setattr(pictures, "_load", lambda _, size: ImageFont.load_default(size))
    return Album(tmp_path / "album", [font, font])


def test_a_picture_is_of_its_size_light_and_drawn_once(
    album: Album, cards: dict[str, pages.Card]
) -> None:
    longest = max(cards.values(), key=lambda card: len(card.text))
    shortest = min(cards.values(), key=lambda card: len(card.text))
    first = album.find_picture(longest, "City Dialogues")

    assert Image.open(io.BytesIO(first)).size == (1200, 630)
    assert len(first) < pictures.LIMIT
    assert album.find_picture(longest, "City Dialogues") == first
    assert album.drawn == 1
    assert album.find_picture(shortest, "City Dialogues") != first
    assert album.drawn == 2


def test_a_picture_that_was_damaged_or_is_not_asked_for_is_not_kept(
    album: Album, cards: dict[str, pages.Card]
) -> None:
    card, other = list(cards.values())[:2]
    first = album.find_picture(card, "City Dialogues")
    (kept,) = album.folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])

    again = Album(album.folder, [album.fonts.chinese, album.fonts.other])
    assert again.find_picture(card, "City Dialogues") == first
    assert again.drawn == 1
    last = Album(album.folder, [album.fonts.chinese, album.fonts.other])
    last.find_picture(other, "City Dialogues")
    last.forget_others()
    assert [path.name for path in album.folder.iterdir()] == [*last.used]


def test_another_word_font_or_code_is_another_picture(
    album: Album, cards: dict[str, pages.Card], monkeypatch: pytest.MonkeyPatch
) -> None:
    card = next(iter(cards.values()))
    keys = {pictures.hash_picture(card, "x", album.fonts)}
    keys.add(pictures.hash_picture(replace(card, text="y"), "x", album.fonts))
    other = album.fonts.other.with_name("other")
    other.write_bytes(b"y")
    keys.add(pictures.hash_picture(card, "x", replace(album.fonts, other=other)))
    monkeypatch.setattr(pictures, "_hash_code", lambda: "other")
    keys.add(pictures.hash_picture(card, "x", album.fonts))

    assert len(keys) == 4
