"""Cities of a new record: found by their names, however they are spelt, and no other place."""

from types import SimpleNamespace

import pytest

from dialogues.drafting.composing import write_place
from dialogues.drafting.known import Known, Stub, make_key
from dialogues.drafting.phrases import learn_phrases
from dialogues.drafting.places import Places, find_country
from dialogues.drafting.speakers import draft_speaker
from dialogues.drafting.stubs import add_variant
from dialogues.reading.registry import read_registry
from drafts import CITIES, find_places
from projects import SMALL


def test_a_city_is_found_by_a_name_that_sounds_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    read = {"格": "ge", "克": "ke", "马": "ma"}
    reader = SimpleNamespace(lazy_pinyin=lambda pair: [read[char] for char in pair])
    monkeypatch.setattr("dialogues.drafting.romanizing.find_spec", lambda _: True)
    monkeypatch.setattr("dialogues.drafting.romanizing.import_module", lambda _: reader)
    find = find_places().find_alike

    found = [
        find(*name) for name in (("克丁尼亞市", "PL"), ("馬丁尼亞市", "PL"), ("克丁尼亞", "TW"))
    ]

    assert [place and place.en for place in found] == ["Gdynia", None, None]


COUNTIES = {"花蓮縣副縣長": 1.5, "台東縣": 0.0, "花蓮市": None, "日本花蓮縣": None}


@pytest.mark.parametrize("label", COUNTIES)
def test_a_county_is_not_the_city_of_its_name(label: str) -> None:
    seat = {**CITIES[0], "geonameid": 1674504, "name": "Hualien City"}

    found = Places([seat]).find_chinese(label)

    assert (found and found[1].latitude) == COUNTIES[label]
    assert not found or (found[1].en.endswith("County") and not found[1].geonames)


def test_a_city_has_its_english_name_and_its_own() -> None:
    city = {"geonameid": 1, "population": 1, "latitude": 1, "longitude": 1}
    places = Places([{**city, "name": "Århus", "countrycode": "DK", "alternatenames": ["奥胡斯"]}])

    assert {places.within[name, "DK"].en for name in ("Aarhus", "Århus")} == {"Aarhus"}
    assert {make_key(place.en) for place in places.english.values()} == {"aarhus"}


SHORT = {
    "丙市的車，丙的船": None,
    "根特市": None,
    "根特市，根特的車": ["根特"],
    "高雄市，高雄": None,
}


@pytest.mark.parametrize("text", SHORT)
def test_a_new_city_has_the_short_name_that_the_record_has(text: str) -> None:
    zh = text.partition("，")[0].partition("的")[0]

    stub = add_variant(Stub("cities", "new", {"zh": zh}), text, {"高雄": None})

    assert stub.fields.get("variants") == SHORT[text]


def test_a_country_is_known_where_the_text_names_it_before_the_city() -> None:
    assert find_country("荷蘭戊己市。戊己市的車。", "戊己市") == "NL"
    assert find_country("荷蘭戊己市與波蘭戊己市", "戊己市") is None
    assert find_country("戊己市", "戊己市") is None


def test_a_city_may_begin_with_a_particle() -> None:
    city = {**CITIES[0], "name": "Trieste", "countrycode": "IT", "alternatenames": ["的里雅斯特"]}
    places = Places([city, {**CITIES[2], "alternatenames": ["格丁尼亚"]}])

    found = [
        places.find_chinese(f"{label}市長") for label in ("義大利的里雅斯特", "波蘭的格丁尼亞")
    ]

    assert [name and name[0] for name in found] == ["的里雅斯特市", "格丁尼亞市"]


def test_a_city_is_that_of_the_country_that_the_record_names_before_it() -> None:
    known = Known(read_registry(SMALL)[0], learn_phrases([]), find_places(), "日本丙市的車。")

    assert draft_speaker("丙市王局長", known).cities == ("old-gamma",)


PLACES = {
    "甲府市政大樓 12 樓會議室": "Meeting Room, 12F, City Hall, Alpha Government",
    "甲府第二會議室、線上": "Meeting Room 2, Alpha Government; online",
    "甲府 302 會議室": "Meeting Room 302, Alpha Government",
    "線上會議": "online",
    "甲府南棟三樓304會議室": "Meeting Room 304, 3F, South Building, Alpha Government",
    "甲府 2 樓會議室（視訊）": "Meeting Room, 2F, Alpha Government; online",
    "甲府迎賓樓": "?",
    "第二會議室": "?",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_put_into_english_where_all_of_it_is_known(place: str) -> None:
    assert write_place(place, {"甲府": "Alpha Government"}) == PLACES[place]
