"""Names of cities in a text: the longest, whole words, and nothing that only looks like one."""

import pytest

from dialogues.archive import Archive, Bilingual, City
from dialogues.mentions import Gazetteer


def city(key: str, zh: str, en: str, *variants: str, exclude: tuple[str, ...] = ()) -> City:
    return City(key, Bilingual(zh, en), "city", "GB", 0, 0, None, variants, exclude)


GAZETTEER = Gazetteer(
    [
        city("taipei", "臺北市", "Taipei", "臺北", "台北", exclude=("台北通", "TaipeiPASS")),
        city("new-taipei", "新北市", "New Taipei", "新北"),
        city("bath", "巴斯市", "Bath", "BATH"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("臺北市政府與台北", ["臺北市=taipei", "台北=taipei"]),
        ("台北通與 TaipeiPASS", []),
        ("New Taipei and Taipei", ["New Taipei=new-taipei", "Taipei=taipei"]),
        ("Bath, a bath in Bathurst", ["Bath=bath"]),
        ("由BATH和", ["BATH=bath"]),
        ("Bàth Bathé BATH-", ["BATH=bath"]),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    segments = GAZETTEER.split(text)

    assert [f"{s.text}={s.city.key}" for s in segments if s.city] == found
    assert "".join(segment.text for segment in segments) == text


def test_no_registry_at_all_finds_nothing() -> None:
    assert [s.city for s in Gazetteer([]).split("Taipei")] == [None]


def test_every_product_named_after_a_city_is_no_city(archive: Archive) -> None:
    gazetteer = Gazetteer(archive.cities.values())

    for product in ("台北通", "TaipeiPASS", "臺北酷課雲", "pay.Taipei", "雲林幣"):
        assert gazetteer.cities_in(product) == set()
