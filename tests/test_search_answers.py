"""What the search finds for each kind of query, asked of its modules in a browser."""

import pytest

from dialogues.model.archive import Archive
from searching import Ask, ids, pages


@pytest.mark.parametrize(
    ("query", "event"),
    [
        ("Mayors' Summit 2022", "2022-mayors-summit"),
        ("women summit", "2022-mayors-summit"),
        ("女性領袖峰會", "2022-mayors-summit"),
        ("CTALK", "2021-ctalk"),
        ("座談會", "2022-industry-forum"),
        ("座谈会", "2022-industry-forum"),
        ("2022-03-22", "2022-mayors-summit"),
        ("22 March 2022", "2022-mayors-summit"),
        ("March 22, 2022", "2022-mayors-summit"),
        ("22/3/2022", "2022-mayors-summit"),
        ("2022年3月22日", "2022-mayors-summit"),
        ("民國111年3月22日", "2022-mayors-summit"),
        ("111.3.22", "2022-mayors-summit"),
        ("二〇二二年三月", "2022-mayors-summit"),
        ("花博爭豔館", "2022-industry-forum"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_event_is_found_by_its_name_its_day_and_its_place(
    ask: Ask, language: str, query: str, event: str
) -> None:
    answer = ask(language, query)

    assert pages(answer)[0].startswith(f"events/{event}/")
    assert answer["whole"] > 0
    addresses = {item["address"] for item in answer["items"][: answer["whole"]]}
    assert all(address.startswith(f"events/{event}/") for address in addresses)


@pytest.mark.parametrize("query", ["2022", "民國111年", "111年", "ROC 111"])
def test_a_year_finds_its_events(ask: Ask, query: str) -> None:
    answer = ask("zh", query)

    found = {"events/2022-mayors-summit/", "events/2022-industry-forum/"}
    assert found <= set(pages(answer))
    assert {item["date"][:4] for item in answer["items"]} == {"2022"}


@pytest.mark.parametrize(
    "query",
    [
        "women-leaders-1-2",
        "#women-leaders-1-2",
        "2022-mayors-summit#women-leaders-1-2",
        "https://example.org/x/en/p/2022-mayors-summit/women-leaders-1-2/",
        "https://example.org/x/en/events/2022-mayors-summit/women-leaders/#women-leaders-1-2",
        "/events/2022-mayors-summit/women-leaders/?both=1#women-leaders-1-2:~:text=Taipei",
    ],
)
def test_a_passage_is_found_by_its_id_and_its_address(ask: Ask, query: str) -> None:
    answer = ask("en", query)

    assert ids(answer) == ["women-leaders-1-2"]
    assert pages(answer) == ["events/2022-mayors-summit/women-leaders/"]


def test_the_address_of_a_page_finds_the_page_and_what_it_is_about(ask: Ask) -> None:
    answer = ask("zh", "https://example.org/cities/prague/")
    assert pages(answer) == ["cities/prague/"]
    assert ids(answer) == ["p-6-1-1", "fig-7-1"]

    assert pages(ask("en", "https://example.org/en/data/#licence")) == ["data/#licence"]
    assert ask("en", "https://example.org/nothing/here/")["items"] == []


@pytest.mark.parametrize(
    ("language", "query", "page"),
    [
        ("zh", "如何更正", "correct/"),
        ("zh", "授權", "data/#licence"),
        ("en", "download", "data/#download"),
        ("en", "glossary", "glossary/"),
        ("en", "accessibility", "accessibility/"),
    ],
)
def test_pages_of_help_are_found(ask: Ask, language: str, query: str, page: str) -> None:
    assert page in pages(ask(language, query))


@pytest.mark.parametrize(("language", "first"), [("zh", 0), ("en", 7)])
def test_a_synonym_of_either_language_finds_what_the_texts_say(
    ask: Ask, archive: Archive, language: str, first: int
) -> None:
    lost = []
    for synonym in archive.synonyms[first::14]:
        term = synonym.zh if language == "zh" else synonym.en
        meant = {
            passage.id
            for _, passage in archive.passages
            if term.lower() in passage.in_language(language).lower()
        }
        for word in synonym.also if meant else ():
            items = [item["id"] for item in ask(language, word)["items"][:10]]
            if not any(key == id_ or key.startswith(f"{id_}-") for key in meant for id_ in items):
                lost.append((word, term))
    assert lost == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_theme_finds_the_passages_that_carry_it(
    ask: Ask, archive: Archive, language: str
) -> None:
    for theme in archive.themes.values():
        answer = ask(language, theme.name.in_language(language))
        carrying = {
            place.contribution.id
            for place in archive.places
            if any(theme in passage.themes for passage in place.contribution.passages)
        }
        assert pages(answer)[0] == f"themes/{theme.key}/"
        assert carrying <= {item["id"] for item in answer["items"][: answer["whole"]]}


@pytest.mark.parametrize(
    ("language", "query", "city"),
    [("en", "Taipei mobility", "taipei"), ("zh", "臺北 交通", "taipei")],
)
def test_a_part_of_a_themes_name_beside_a_place_finds_what_was_said_there(
    ask: Ask, language: str, query: str, city: str
) -> None:
    answer = ask(language, query)
    whole = answer["items"][: answer["whole"]]

    assert {f"cities/{city}/", "themes/mobility/"} <= set(pages(answer))
    assert any("theme" in item["why"] for item in whole)
    alone = ask(language, query.split()[1])
    assert not any("theme" in item["why"] for item in alone["items"])


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Praha", "cities/prague/"),
        ("Saigon", "cities/ho-chi-minh-city/"),
        ("taidong", "cities/taitung/"),
        ("Táidōng", "cities/taitung/"),
        ("tai2 dong1", "cities/taitung/"),
        ("Ke Wenzhe", "people/ko-wen-je/"),
        ("巴塞罗那", "cities/barcelona/"),
        ("Deutschland", "cities/#de"),
        ("新西兰", "cities/#nz"),
        ("Edinborough", "cities/edinburgh/"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_place_or_a_person_is_found_by_another_name(
    ask: Ask, language: str, query: str, meant: str
) -> None:
    answer = ask(language, query)
    shown = {name for guess in answer["guesses"] for name in guess["shown"]}
    names = {page["name"] for page in ask(language, f"/{meant}")["pages"]}

    assert meant in pages(answer) or shown & names
    assert answer["items"]


@pytest.mark.parametrize(("query", "who"), [("非洲", "eurasia-10"), ("Latin America", "p-6-2")])
def test_a_part_of_the_world_finds_its_cities(ask: Ask, query: str, who: str) -> None:
    for language in ("zh", "en"):
        assert who in {item["id"] for item in ask(language, query)["items"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("観光", "觀光"),
        ("循環経済", "循環經濟"),
        ("tingche", "停車"),
        ("ting1 che1", "停車"),
        ("color", "colour"),
        ("museum artifacts", "museum artefacts"),
        ("aging population", "ageing population"),
        ("黑克松", "黑客松"),
        ("在生能源", "再生能源"),
        ("公交车", "公車"),
    ],
)
def test_two_ways_to_write_find_the_same(ask: Ask, one: str, other: str) -> None:
    for language in ("zh", "en"):
        found = set(ids(ask(language, one))[:10])
        assert found & set(ids(ask(language, other))[:10]) or not ids(ask(language, other))


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("布拉格", "cities/prague/"),
        ("prague", "cities/prague/"),
        ("能源", "themes/energy/"),
        ("微软", "organizations/microsoft/"),
        ("ＴａｉｐｅｉＰＡＳＳ", "initiatives/taipeipass/"),
    ],
)
def test_a_name_finds_its_page_first(ask: Ask, query: str, page: str) -> None:
    assert pages(ask("zh", query))[0] == page


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("区块链", "區塊鏈"),
        ("臺北通", "台北通"),
        ("軟件", "軟體"),
        ("５Ｇ　物流", "5G 物流"),
        ("rzeszow", "Rzeszów"),
    ],
)
def test_forms_of_the_same_words_find_the_same(ask: Ask, typed: str, meant: str) -> None:
    found = ids(ask("zh", typed))

    assert found
    assert found == ids(ask("zh", meant))


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        ("en", "Nigeria", "eurasia-10"),
        ("en", "governor", "eurasia-10"),
        ("en", "bus", "p-4-4"),
        ("en", "Ukraine", "eurasia-q1-2"),
        ("zh", "百分之七十", "talk-5"),
        ("zh", "三萬", "talk-4"),
        ("zh", "222MW", "americas-asia-6"),
    ],
)
def test_countries_offices_whole_words_and_numerals(
    ask: Ask, language: str, query: str, first: str
) -> None:
    assert ask(language, query)["items"][0]["id"] == first


@pytest.mark.parametrize("query", ["台中", "大阪", "qqqq"])
def test_what_is_not_in_the_records_is_not_found(ask: Ask, query: str) -> None:
    assert ids(ask("zh", query)) == []
