"""Names in a text: the longest, whole words, and nothing that only looks like one."""

import pytest

from dialogues.finding.mentions import Gazetteer
from dialogues.model.archive import Archive
from dialogues.model.entities import Bilingual, City, Entity, Initiative, Organization


def city(key: str, zh: str, en: str, *variants: str, exclude: tuple[str, ...] = ()) -> City:
    return City(
        key=key,
        name=Bilingual(zh, en),
        variants=variants,
        exclude=exclude,
        kind="city",
        country="GB",
        latitude=0,
        longitude=0,
    )


TAIPEI = city("taipei", "臺北市", "Taipei", "臺北", "台北", exclude=("台北通衢",))
NAMED: list[Entity] = [
    TAIPEI,
    city("new-taipei", "新北市", "New Taipei", "新北"),
    city("bath", "巴斯市", "Bath", "BATH", "巴斯"),
    city("prague", "布拉格市", "Prague", "布拉格"),
    city("shanghai", "上海市", "Shanghai", "上海"),
    Organization(
        key="edu",
        name=Bilingual("臺北市教育局", "Department of Education, Taipei"),
        variants=("教育局", "Department of Education"),
        city=TAIPEI,
    ),
    Initiative(key="pass", name=Bilingual("台北通", "TaipeiPASS"), kind="product"),
]
GAZETTEER = Gazetteer(NAMED)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("臺北市政府與台北", ["臺北市=taipei", "台北=taipei"]),
        ("台北通與 TaipeiPASS，台北", ["台北通=pass", "TaipeiPASS=pass", "台北=taipei"]),
        ("台北通衢", []),
        ("New Taipei and Taipei", ["New Taipei=new-taipei", "Taipei=taipei"]),
        ("Bath, a bath in Bathurst", ["Bath=bath"]),
        ("由BATH和", ["BATH=bath"]),
        ("Bàth Bathé BATH-", ["BATH=bath"]),
        ("巴斯與布拉格", ["巴斯=bath", "布拉格=prague"]),
        ("巴斯克、哥倫巴斯、巴斯特", []),
        ("在巴斯，巴斯的、巴斯市", ["巴斯=bath", "巴斯=bath", "巴斯市=bath"]),
        ("上海科技", ["上海=shanghai"]),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    segments = GAZETTEER.split(text)

    assert [f"{s.text}={s.entity.key}" for s in segments if s.entity] == found
    assert "".join(segment.text for segment in segments) == text


OWN = (
    *(
        "教育局",
        "請教育局",
        "本市教育局",
        "北市教育局",
        "台北市政府教育局",
        "Taipei's Department of Education",
    ),
    *("the Department of Education of Taipei", "Department of Education, and Bath"),
)
OTHERS = (
    *(
        "上海教育局",
        "新北市政府教育局",
        "丙丁市教育局",
        "各縣市教育局",
        "Bath's Department of Education",
    ),
    *("New Taipei City Government's Department of Education", "Department of Education, Bath"),
)


@pytest.mark.parametrize("text", [*OWN, *OTHERS])
def test_a_body_that_many_cities_have_is_that_of_the_city_beside_it(text: str) -> None:
    found = {entity.key for entity in GAZETTEER.entities_in(text)}

    assert ("edu" in found) == (text in OWN)


def test_no_registry_at_all_finds_nothing() -> None:
    assert [s.entity for s in Gazetteer([]).split("Taipei")] == [None]


def test_the_order_of_the_registry_does_not_matter() -> None:
    text = "New Taipei, 台北通, 巴斯市與臺北"

    assert Gazetteer(reversed(NAMED)).split(text) == GAZETTEER.split(text)


@pytest.mark.parametrize("product", ["台北通", "TaipeiPASS", "臺北酷課雲", "pay.Taipei", "雲林幣"])
def test_a_product_named_after_a_city_is_no_city(archive: Archive, product: str) -> None:
    (found,) = Gazetteer(archive.linked).entities_in(product)

    assert isinstance(found, Initiative)


def test_every_name_of_the_registry_is_found_where_it_stands_alone(archive: Archive) -> None:
    gazetteer = Gazetteer(archive.linked)

    for entity in archive.linked:
        for name in entity.names:
            assert gazetteer.entities_in(f"（{name}）") == {entity}, name
