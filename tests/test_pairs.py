"""A passage and its English: each check finds the fault that was planted for it."""

from decimal import Decimal

import pytest

from dialogues.checking.advice import _advise
from dialogues.checking.names import check_names
from dialogues.checking.notes import check_note
from dialogues.checking.translations import check_pair, find_chinese
from dialogues.finding.mentions import Gazetteer
from dialogues.finding.numbers import (
    numbers_in_chinese,
    numbers_in_english,
    numerals_in_chinese,
    percents_in,
    words_in_english,
)
from dialogues.model.entities import Bilingual, City, Organization
from dialogues.model.glossary import Glossary, Term
from dialogues.problems import report
from dialogues.reading.yaml_files import parse_document
from dialogues.schemas.record import PassageEntry

GLOSSARY = Glossary(
    [
        Term("台北通", en=("TaipeiPASS",), avoid=("Taipei Pass",)),
        Term("市民", en=("citizen", "resident")),
        Term("市民帳戶", en=("citizen account",)),
        Term("公尺", en=("metre",), unit=True),
        Term("元", en=("NT$", "[in a currency that is not named]"), unit=True),
        Term("度", en=("degree", "kilowatt-hour"), unit=True),
        Term("人次", en=("visit",), not_in=("人次室",)),
        Term("個資", en=("personal data",)),
    ]
)


def faults(zh: str, en: str | None, **accept: object) -> list[str]:
    entry = PassageEntry.model_validate({"zh": zh, "en": en, "accept": accept})
    return [f"{field} {message}" for field, message in check_pair(entry, GLOSSARY)]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("300 萬個裝置", "3 million devices"),
        ("吸引 1-2 萬名工程師", "attracting 10,000 to 20,000 engineers"),
        ("6億度的電，有71%", "600 million kilowatt-hours, 71% of it"),
        ("8月27日星期六", "Saturday 27 August"),
        ("能源使用占3/4", "three quarters of energy use"),
        ("兩百多個計畫", "more than 200 projects"),
        ("人口高達四百萬", "as many as 4 million people"),
        ("有 3 個項目", "three items"),
        ("100億美元與 768 萬歐元", "US$10 billion and 7.68 million euros"),
        ("一起萬一", "together, just in case"),
        ("新冠疫情", "COVID-19"),
        ("222 兆瓦", "222 megawatts"),
        ("民國110年與111年9月5日", "in 2021 and on 5 September 2022"),
        ("提供市民台北通", "offering citizens TaipeiPASS"),
        ("多元的制度", "a varied system"),
        ("相距 2 公尺，室溫26-27度", "2 metres apart, at 26 to 27 degrees"),
        ("捐了 30 萬元", "gave more than 300,000 [in a currency that is not named]"),
        ("三人次室", "three rooms"),
        ("百分百使用再生能源", "100% renewable energy"),
        ("百分百使用再生能源", "renewable energy alone"),
        ("百分之二十", "twenty per cent"),
        ("八成以上", "over 80%"),
        ("完成三成五。", "35 per cent is done."),
        ("六成民眾", "sixty per cent of people"),
        ("一成不變", "unchanging"),
        ("六成學生與七成家長", "60% of pupils and seventy per cent of parents"),
        ("三成五學生、五成年輕人", "35% of pupils, 50% of the young"),
        ("統一成單一平台", "made one platform"),
        ("早上7時15分", "at 7.15 a.m."),
        ("下午4時10分", "at 4.10 pm"),
        ("四分之三的人", "three quarters of the people"),
        ("四分之三的人", "3/4 of the people"),
        ("2/3 的人", "two thirds of the people"),
        ("25 個城市", "twenty-five cities"),
        ("二十五個城市", "twenty-five cities"),
        ("250 個城市", "two hundred and fifty cities"),
        ("三百萬人", "three million people"),
        ("二十一世紀", "the twenty-first century"),
    ],
)
def test_a_right_pair_has_no_fault(zh: str, en: str) -> None:
    assert faults(zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "fault"),
    [
        ("好。", None, "zh must have its English in `en` (or `accept: {untranslated: why}`)"),
        (
            "好。",
            "Good 好.",
            "en must have no Chinese characters, and has '好' (or `accept: {han: why}`)",
        ),
        ("民國110年", "in 2020", "en must have all numbers of the Chinese, and lacks 2,021"),
        (
            "過去五年",
            "in the past two years",
            "en must have all numbers of the Chinese, and lacks 5",
        ),
        ("兩家獨角獸", "ten unicorns", "en must have no number that the Chinese lacks, and has 10"),
        (
            "節省67%，僅18%",
            "18%, not 67%",
            "en must have the percentages of the Chinese in its order",
        ),
        ("有 65%", "has much", "en must have all numbers of the Chinese, and lacks 65"),
        (
            "增加了15萬人",
            "added 15,000 people",
            "en must have all numbers of the Chinese, and lacks 150,000",
        ),
        ("相距 2 公尺", "2 apart", "en must have 'metre', or another form, for 公尺"),
        ("18元", "18", "en must have 'NT$', or another form, for 元"),
        ("三萬人次", "30,000 people", "en must have 'visit', or another form, for 人次"),
        (
            "二十個城市",
            "twenty-five cities",
            "en must have no number that the Chinese lacks, and has 25",
        ),
        ("很多", "as many as 12", "en must have no number that the Chinese lacks, and has 12"),
        (
            "降低 20%",
            "reduced by 20",
            "en must have the percentages of the Chinese in its order, 20, and has none",
        ),
        ("六成學生", "6 pupils", "en must have all numbers of the Chinese, and lacks 60"),
        ("7時15分", "7.15 trains", "en must have no number that the Chinese lacks, and has 7.15"),
        ("完成八成。", "8 are done", "en must have all numbers of the Chinese, and lacks 80"),
        ("5 歐元", "5 dollars", "en must have euros where the Chinese has 歐元, and nowhere else"),
        ("用台北通", "uses an app", "en must have 'TaipeiPASS', or another form, for 台北通"),
        ("用台北通", "uses Taipei Pass, TaipeiPASS", "en must not have 'Taipei Pass' for 台北通"),
        (
            "捌、臨時動議：無。",
            "7. Other business",
            "en must have no number that the Chinese lacks",
        ),
        ("市民帳戶", "citizens", "en must have 'citizen account', or another form, for 市民帳戶"),
    ],
)
def test_a_planted_fault_is_found(zh: str, en: str | None, fault: str) -> None:
    assert any(found.startswith(fault) for found in faults(zh, en))


@pytest.mark.parametrize(
    ("zh", "en", "accept"),
    [
        ("好。", None, {"untranslated": "not yet"}),
        ("好。", "The word 好.", {"han": "it is about the word"}),
        ("有 65%", "has much", {"numbers": "x"}),
        ("用台北通", "uses it", {"terms": {"台北通": "named before"}}),
    ],
)
def test_what_a_passage_accepts_with_a_reason_is_no_fault(
    zh: str, en: str | None, accept: dict[str, object]
) -> None:
    assert faults(zh, en, **accept) == []


def test_a_term_has_its_plural() -> None:
    glossary = Glossary([Term("循環城市", ("circular city",)), Term("日", ("day",))])

    assert not [*glossary.check("循環城市", "Two Circular Cities")]
    assert [*glossary.check("日", "daies")]


def test_a_number_of_things_is_no_term() -> None:
    assert faults("設置五個資源站。", "We set up five stations.") == []
    assert len(faults("蒐集個資。", "We collect it.")) == 1


def test_a_number_at_the_head_of_a_part_may_be_in_digits() -> None:
    assert faults("捌、臨時動議：無。", "8. Other business: none.") == []
    assert faults("捌、臨時動議：無。", "Other business: none.") == []


@pytest.mark.parametrize("accept", [{"numbers": "x"}, {"han": "x"}, {"terms": {"台北通": "x"}}])
def test_a_reason_for_nothing_is_a_fault(accept: dict[str, object]) -> None:
    assert [fault.split()[0] for fault in faults("台北通", "TaipeiPASS", **accept)] == ["accept"]


def test_values_are_what_is_written() -> None:
    def values(*numbers: float) -> set[Decimal]:
        return {Decimal(str(number)) for number in numbers}

    assert numbers_in_chinese("1,000 家、3.5 萬、2-3元") == values(1000, 35000, 2, 3)
    assert numbers_in_english("1,000, 35 thousand, 2 to 3") == values(1000, 35000, 2, 3)
    assert numerals_in_chinese("四百萬、一百二十、兩千零五") == values(4_000_000, 120, 2005)
    assert words_in_english("Three in December, half") == values(3, 12, 1, 2)
    assert percents_in("20%、30 percent and 10％") == [Decimal(20), Decimal(30), Decimal(10)]
    for points in ("5 個百分點", "五個百分點", "5 percentage points", "five percentage points"):
        assert percents_in(points) == [Decimal(5)]


def test_chinese_in_an_english_name_is_found_and_in_a_note_it_may_be_quoted() -> None:
    text = "a:\n  en: City 市\n  note: {zh: x, en: 市 means city}\nb:\n  - role: {zh: 長, en: 長}\n"
    document, _ = parse_document("x.yml", text)
    assert document is not None

    assert report(find_chinese(document)).splitlines() == [
        "x.yml:2: a.en must have no Chinese characters, and has '市'",
        "x.yml:5: b.0.role.en must have no Chinese characters, and has '長'",
    ]


@pytest.mark.parametrize(
    ("zh", "en", "lacks"),
    [
        ("與大數據中心合作", "with the Urban Centre", False),
        ("與大數據中心合作", "with the UC", False),
        ("與大數據中心合作", "with the big data centre", True),
        ("甲市的計畫", "the city's plan", False),
    ],
)
def test_the_english_names_whom_the_chinese_names(zh: str, en: str, *, lacks: bool) -> None:
    centre = Organization(key="uc", name=Bilingual("大數據中心", "Urban Centre"), variants=("UC",))
    city = City(
        key="a", name=Bilingual("甲市", "Alpha"), kind="city", country="TW", latitude=1, longitude=1
    )
    entry = PassageEntry.model_validate({"zh": zh, "en": en})
    accepting = PassageEntry.model_validate({"zh": zh, "en": en, "accept": {"names": {"uc": "x"}}})
    gazetteer = Gazetteer([centre, city])

    assert [field for field, _ in check_names(entry, gazetteer)] == ["en"] * lacks
    assert [field for field, _ in check_names(accepting, gazetteer)] == ["accept"] * (not lacks)


@pytest.mark.parametrize(
    ("note", "faults"),
    [
        ({"zh": "「甲」可能是「乙」之誤。", "en": "“First” may be “second”."}, 0),
        ({"zh": "「甲……丙」不明。", "en": "The word 甲 may mean “second”."}, 0),
        ({"zh": "「乙」之誤。", "en": "“First” is doubtful. The record has “second”."}, 2),
        ({"zh": "存疑。", "en": "Doubtful."}, 0),
    ],
)
def test_a_note_quotes_what_its_reader_sees(note: dict[str, str], faults: int) -> None:
    entry = PassageEntry.model_validate({"zh": "甲與丙", "en": "The first, and more", "note": note})
    assert [field for field, _ in check_note(entry)] == ["note"] * faults


def test_what_reads_badly_is_advice() -> None:
    long, twice = "word " * 41, "Things such as lamps, poles, etc. stand there."
    assert [text.split()[0] for text in _advise(f"{long}. {twice}")] == ["reads", "opens"]
    assert [*_advise("Short. Such as this. And etc.")] == []
