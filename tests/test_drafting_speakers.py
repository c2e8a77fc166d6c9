"""Who speaks in a new record is proposed, or asked for; nobody gets the words of another."""

from dataclasses import replace

import pytest

from dialogues.drafting.hosts import find_host, find_issuer
from dialogues.drafting.known import Known
from dialogues.drafting.layouts import draft_layout
from dialogues.drafting.phrases import learn_phrases
from dialogues.drafting.phrasing import write_speaker
from dialogues.drafting.reports import find_statements
from dialogues.drafting.speakers import draft_speaker
from dialogues.drafting.stubs import insert_stubs
from dialogues.model.sources import Source
from dialogues.reading.records import read_folder
from dialogues.reading.registry import read_registry
from drafts import find_places
from projects import SMALL


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Known:
    """Return what is known of cities, and of people, whose names are all written alike in Latin letters."""
    monkeypatch.setattr("dialogues.drafting.speakers.romanize", lambda _: "Lin Mei-yu")
    registry, _ = read_registry(SMALL)
    return Known(registry, learn_phrases([]), find_places())


LABELS: dict[str, tuple[str | None, tuple[str, str] | None, tuple[str, ...], str | None]] = {
    "甲市王小明市長": ("wang", ("市長", "Mayor"), ("alpha",), None),
    "丙市副市長": (None, ("副市長", "Deputy Mayor"), ("gamma",), None),
    "日本丙市 議員": (None, ("議員", "Councillor"), ("old-gamma",), None),
    "波蘭格丁尼亞 Anna Nowak 市長": ("anna-nowak", ("市長", "Mayor"), ("gdynia",), None),
    "Mayor, City of Gdynia": (None, ("市長", "Mayor"), ("gdynia",), None),
    "韓國丙丁局局長": (None, ("丙丁局局長", "?"), (), "KR"),
    "波蘭代表": (None, ("代表", "Representative"), (), "PL"),
    "主席": (None, ("主席", "Chair"), (), None),
    "主席致詞": (None, ("主席", "Chair"), (), None),
    "葉文彬致詞時": ("lin-mei-yu", None, (), None),
    "氣候官 Mette Sørensen": ("mette-sorensen", ("氣候官", "?"), (), None),
    "Smart City Specialist": (None, ("?", "Smart City Specialist"), (), None),
    "公會總幹事蔡榮富": ("lin-mei-yu", ("公會總幹事", "?"), (), None),
    "工務局王小寶局長": (
        "lin-mei-yu",
        ("工務局局長", "Commissioner, Public Works Department"),
        (),
        None,
    ),
    "代表團長陳大明": (None, ("代表團長陳大明", "?"), (), None),
    "金管會": (None, ("金管會", "?"), (), None),
    "甲市長": (None, ("市長", "Mayor"), ("alpha",), None),
    "丙市長林美玉": ("lin-mei-yu", ("市長", "Mayor"), ("gamma",), None),
    "國立丙大學林美玉教授": ("lin-mei-yu", ("國立丙大學教授", "?"), (), "TW"),
    "來自波蘭的都市農業公司執行長": (
        None,
        ("都市農業公司執行長", "Chief Executive Officer, Urban Agriculture Company"),
        (),
        "PL",
    ),
    "甲市局長林玉": ("lin-mei-yu", ("局長", "Commissioner"), ("alpha",), None),
    "波蘭格丁尼亞局長林玉": ("person-1", ("局長", "Commissioner"), ("gdynia",), None),
    "甲市環境與能源署館長": (
        None,
        ("環境與能源署館長", "Director, Environment and Energy Agency"),
        ("alpha",),
        None,
    ),
    "日本丙市的文化局長": (
        None,
        ("文化局長", "Commissioner, Department of Cultural Affairs"),
        ("old-gamma",),
        None,
    ),
    "丙市立圖書館館長": (
        None,
        ("市立圖書館館長", "Director, Municipal Library"),
        ("gamma",),
        None,
    ),
    "甲市氣候調適顧問": (None, ("氣候調適顧問", "Climate Adaptation Adviser"), ("alpha",), None),
    "甲市交通副市長": (None, ("交通副市長", "Deputy Mayor for Transport"), ("alpha",), None),
    "甲市工務局停車管理科科長": (
        None,
        (
            "工務局停車管理科科長",
            "Section Chief, Parking Management Section, Public Works Department",
        ),
        ("alpha",),
        None,
    ),
    "環境部林美玉次長": (
        "lin-mei-yu",
        ("環境部次長", "Deputy Minister, Ministry of Environment"),
        (),
        "TW",
    ),
    "波蘭格丁尼亞 港務局 山本剛史局長": (
        "person-1",
        ("港務局局長", "Commissioner, Port Authority"),
        ("gdynia",),
        None,
    ),
    "波蘭格丁尼亞林美玉局長": ("person-1", ("局長", "Commissioner"), ("gdynia",), None),
    "文化局長": (None, ("文化局長", "Commissioner, Department of Cultural Affairs"), (), None),
    "資訊局 綜合企劃局長": (None, ("資訊局 綜合企劃局長", "?"), (), None),
    "交通專家林美玉": ("lin-mei-yu", ("交通專家", "?"), (), None),
    "丁市能源局局長": (None, ("能源局局長", "Commissioner, Energy Department"), ("city-1",), None),
}


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_split_into_who_and_where(label: str, known: Known) -> None:
    found = draft_speaker(label, known)

    assert (found.person, found.role, found.cities, found.country) == LABELS[label]


def test_names_that_nobody_knows_differ(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogues.drafting.speakers.romanize", lambda _: None)

    stubs = [*draft_speaker("市長林一二", known).stubs, *draft_speaker("市長山本剛史", known).stubs]

    assert insert_stubs("", stubs) == (
        'person-1:  # missing\n  zh: 林一二\n  en: "? person-1"  # missing\n'
        'person-2:  # missing\n  zh: 山本剛史\n  en: "? person-2"  # missing\n'
    )


def test_namesakes_in_latin_letters_are_two_people(known: Known) -> None:
    keys = [draft_speaker(f"{name}局長", known).person for name in ("林美玉", "林美瑜", "林美玉")]

    assert keys == ["lin-mei-yu", "lin-mei-yu-2", "lin-mei-yu"]
    assert known.name_person("Wang", "王小明") == "wang"  # as the registry has it
    assert known.name_person("Wang", "汪曉明") == "wang-2"


def test_a_city_whose_namesake_is_there_has_its_country(known: Known) -> None:
    place = known.places.english["Gdynia"] if known.places else None
    assert place
    cities = known.registry.cities
    other = replace(cities["alpha"], key="gdynia", geonames=99)

    there = replace(known, registry=replace(known.registry, cities={**cities, "gdynia": other}))

    assert (known.name_city(place), there.name_city(place)) == ("gdynia", "gdynia-pl")


def test_numbers_of_another_draft_are_not_given_again(known: Known) -> None:
    people = {**known.registry.people, "person-1": known.registry.people["wang"]}

    there = replace(known, registry=replace(known.registry, people=people))

    assert there.number("山本剛史", "person") == "person-2"


NAMED = ("John Smith：", "工務局：", "中華電信：", "承辦人：", "局長：")
LED_IN = ("三項措施如下：", "說明包括：")


@pytest.mark.parametrize("line", [*NAMED, *LED_IN])
def test_nobodys_words_go_to_the_speaker_before(line: str, known: Known) -> None:
    text = f"座談摘要\n提問\t回應\n何時？\t<p>局長：</p><p>明年。</p><p>{line}</p><p>後年。</p>\n"

    drafted, parsed = draft_layout(Source("s", text, ""), known.phrases)

    assert (line[:-1] in drafted.labels) == (line in NAMED)
    assert bool(parsed.problems) == (line in LED_IN)  # a person says what it is


def test_a_speaker_of_no_known_place_is_asked_for(known: Known) -> None:
    lines = {label: [*write_speaker(draft_speaker(label, known))] for label in ("主席", "波蘭代表")}

    assert lines["主席"][-1] == "    cities: []  # missing"
    assert lines["波蘭代表"][-1] == "    country: PL"


HEADS = {
    "電車座談摘要": ("alpha", "office"),
    "甲市政府電車座談": ("alpha", "office"),
    "花蓮市政府電車座談": ("unknown", "unknown"),
    "臺南市政府與甲市政府電車座談": ("alpha", "office"),
    "電車會議紀錄\n地點：嘉義市民生路 1 號": ("unknown", "unknown"),
    "電車會議紀錄\n地點：嘉義展覽館": ("unknown", "unknown"),
    "電車會議紀錄\n地點：南京東路 1 號": ("alpha", "office"),
    "電車會議紀錄\n地點：基隆圖書館": ("keelung", "unknown"),
    "波蘭格丁尼亞電車座談摘要": ("gdynia", "unknown"),
}


@pytest.mark.parametrize("head", HEADS)
def test_a_record_of_another_city_is_not_given_to_ours(head: str, known: Known) -> None:
    registry = known.registry
    name = registry.cities["alpha"].name.zh
    text = f"{head.replace('甲市', name)}\n局長：明年。\n"
    drafted, _ = draft_layout(Source("s", text, ""), known.phrases)
    folder, _ = read_folder(SMALL, "2030-harbour-talks")
    assert folder

    host = find_host(drafted, text, known)

    issuer, _ = find_issuer(drafted, host, known, [folder])
    assert (host.key, issuer) == HEADS[head]
    assert (host.stub.key if host.stub else "") == (
        host.key if host.key in ("keelung", "gdynia") else ""
    )


REPORTS = {
    "王主任表示，岸電已有五年。": [("王主任表示", "王主任")],
    "對於岸電費率，葉文彬副市長回應，明年調整。": [("對於岸電費率，葉文彬副市長回應", "葉文彬副市長")],
    "會議開始。協會副主席阮氏蘭則分享越南經驗。": [("協會副主席阮氏蘭則分享", "協會副主席阮氏蘭")],
    "公會總幹事蔡榮富宣讀聲明。": [("公會總幹事蔡榮富宣讀", "公會總幹事蔡榮富")],
    "副市長葉文彬致詞時表示，歡迎。": [("副市長葉文彬致詞", "副市長葉文彬")],
    "丙市市長 Kwon, Young-jin 則以新政說明，車多。": [
        ("丙市市長 Kwon, Young-jin 則以新政說明", "丙市市長 Kwon, Young-jin")
    ],
    "最後，林局長感謝各界。": [("最後，林局長感謝", "林局長")],
    "王市長說明計畫將介紹新車。": [("王市長說明", "王市長")],
    "王市長表示，好。王市長表示，很好。": [
        ("王市長表示，好", "王市長"), ("王市長表示，很", "王市長")
    ],
    "葉文彬表示，岸電要收費。": [("葉文彬表示", "葉文彬")],
    "岸電專家葉文彬認為，不夠。": [("岸電專家葉文彬認為", "岸電專家葉文彬")],
    "音樂人葉文彬認為，不夠。": [("音樂人葉文彬認為", "音樂人葉文彬")],
    "「岸電要收費，」甲市議員葉文彬強調，不夠。": [("「岸電要收費", "甲市議員葉文彬")],
    "「岸電要收費」，航港公會執行長葉文彬說。": [("「岸電要收費", "航港公會執行長葉文彬")],
    "荷蘭丙市市長 Eva de Vries 指出，車多。": [
        ("荷蘭丙市市長 Eva de Vries 指出", "荷蘭丙市市長 Eva de Vries")
    ],
    "UNESCO 報告指出，不夠。": [],
    "高齡者認為，不夠。": [],
    "萬華區表示，不夠。": [],
    "成立「岸電聯盟」，市長說明。": [],
    "今日舉行會議，市長與局長出席。": [],
}  # fmt: skip


@pytest.mark.parametrize("text", REPORTS)
def test_a_release_asks_for_whoever_it_reports(text: str) -> None:
    assert find_statements([text]) == REPORTS[text]


def test_a_statement_begins_where_the_parser_finds_it(known: Known) -> None:
    text = "新聞稿\n" + "".join(f"{line}\n\n" for line in [*REPORTS][:6])

    drafted, parsed = draft_layout(Source("s", text, ""), known.phrases)

    assert drafted.labels == [label for line in [*REPORTS][:6] for _, label in REPORTS[line]]
    assert [problem.message for problem in parsed.problems] == []
