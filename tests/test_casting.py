"""A label that says too little is whoever the record's head or its other labels name; else it is asked for."""

import pytest

from dialogues.drafting.cast import draft_cast
from dialogues.drafting.drafted import Drafted
from dialogues.drafting.hosts import Host, find_host, find_issuer, learn_government
from dialogues.drafting.known import Known
from dialogues.drafting.layouts import draft_layout
from dialogues.drafting.phrases import learn_phrases
from dialogues.drafting.phrasing import write_english
from dialogues.model.sources import Source
from dialogues.reading.registry import read_registry
from drafts import find_places
from projects import SMALL

HOST = Host("alpha", "甲市", "Alpha")


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Known:
    """Return what is known; the letters of each name are its own."""
    monkeypatch.setattr("dialogues.drafting.speakers.romanize", lambda name: f"N{ord(name[1])}")
    return Known(read_registry(SMALL)[0], learn_phrases([]), find_places())


def cast(known: Known, facts: dict[str, str], *labels: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the name and the cities of whoever each label is taken for."""
    drafted = Drafted("minutes", "", "", None, facts=facts, labels=[*labels])
    return [(each.name, each.cities) for each in draft_cast(drafted, HOST, known).values()]


NOBODY = ("", ())
CASTS: dict[str, tuple[dict[str, str], list[str], list[tuple[str, tuple[str, ...]]]]] = {
    "a surname and an office": (
        {"出席者": "丙市交通處 處長 林美玉、甲市副市長 王大為"}, ["林處長"], [("林美玉", ("gamma",))]
    ),
    "a last name and an office": (
        {"出席": "波蘭格丁尼亞副市長 Anna van Dam"}, ["van Dam 副市長"], [("Anna van Dam", ("gdynia",))]
    ),
    "a surname of two characters and an office": (
        {"出席": "波蘭格丁尼亞港務局 山本和子課長、甲市課長 山田太郎"}, ["山本課長"], [("山本和子", ("gdynia",))]
    ),
    "a surname of two characters that two have": (
        {"出席": "波蘭格丁尼亞港務局 山本和子課長、波蘭格丁尼亞 山本剛史課長"}, ["山本課長"], [NOBODY]
    ),
    "a first character of a surname of two": (
        {"出席": "波蘭格丁尼亞港務局 山本和子課長"}, ["山田課長"], [NOBODY]
    ),
    "a name and an office behind the city": (
        {"出席": "波蘭格丁尼亞港務局 山本和子課長"}, ["格丁尼亞山本和子課長", "格丁尼亞山本課長"],
        [("山本和子", ("gdynia",))] * 2,
    ),
    "a surname and an office of another body": (
        {"出席": "丙市港務局林美玉科長"}, ["丙市林科長", "丙市交通局林科長"],
        [("林美玉", ("gamma",)), ("", ("gamma",))],
    ),
    "somebody of the host whom the head names without a city": (
        {"主席": "工務局 范姜美玉處長"}, ["范姜處長"], [("范姜美玉", ("alpha",))]
    ),
    "the chair by what the chair does": (
        {"主席": "丙市處長 林美玉"}, ["主席致詞"], [("林美玉", ("gamma",))]
    ),
    "a surname that is a city, too": (
        {"出席": "日本丙市港務局 基隆太郎課長"}, ["基隆課長", "日本丙市基隆課長"],
        [("基隆太郎", ("old-gamma",))] * 2
    ),
    "a surname behind an unknown city of a country": (
        {"出席": "西班牙庚市議員 Ainhoa Etxe"}, ["庚市 Etxe 議員"], [("Ainhoa Etxe", ("city-1",))]
    ),
    "two of that name and office": (
        {"出席": "丙市處長 林美玉、甲市處長 林大為"}, ["林處長"], [NOBODY]
    ),
    "another office": ({"出席": "丙市處長 林美玉"}, ["林局長"], [NOBODY]),
    "the chair whom the head names": (
        {"主席": "丙市處長 林美玉"}, ["主席"], [("林美玉", ("gamma",))]
    ),
    "a chair whom the head names without a city": (
        {"主席": "林美玉副市長"}, ["主席"], [("林美玉", ("alpha",))]
    ),
    "two chairs whom the head names": (
        {"主席": "林美玉副市長、林大為局長"}, ["主席"], [("", ("alpha",))]
    ),
    "a chair whom nobody names": ({}, ["主席"], [("", ("alpha",))]),
    "a name that a longer label has": (
        {}, ["丙市處長林美玉", "林美玉"], [("林美玉", ("gamma",))] * 2
    ),
    "an office that one longer label has": ({}, ["丙市市長", "市長"], [("", ("gamma",))] * 2),
    "an office that only a deputy has": (
        {}, ["丙市副市長", "市長"], [("", ("gamma",)), NOBODY]
    ),
    "an office that two have": (
        {}, ["丙市市長", "基隆市市長", "市長"], [("", ("gamma",)), ("", ("keelung",)), NOBODY]
    ),
    "a body that needs not say whose it is": ({}, ["工務局局長林美玉"], [("林美玉", ("alpha",))]),
    "a body of nobody's government": ({}, ["協會會長林美玉"], [("林美玉", ())]),
    "an office that a label with a name has": (
        {}, ["丙市文化局長 林美玉", "丙市文化局長"], [("林美玉", ("gamma",))] * 2
    ),
    "an office that many hold": (
        {}, ["丙市議員 林美玉", "丙市議員"], [("林美玉", ("gamma",)), ("", ("gamma",))]
    ),
    "a Latin name behind a body abroad": (
        {}, ["波蘭格丁尼亞港務局 Mette Sørensen 局長"], [("Mette Sørensen", ("gdynia",))]
    ),
    "a Japanese name right behind a body": (
        {}, ["波蘭格丁尼亞下水道河川局山本和子課長"], [("山本和子", ("gdynia",))]
    ),
    "a name that ends as a body does": (
        {}, ["波蘭格丁尼亞港務局 矢野健司課長"], [("矢野健司", ("gdynia",))]
    ),
    "a rare surname beside an office": (
        {}, ["丙市觀光處 池俊賢副處長", "丙市觀光處 乜俊賢副處長", "丙市觀光處 綜規組科長"],
        [("池俊賢", ("gamma",)), ("乜俊賢", ("gamma",)), ("", ("gamma",))],
    ),
    "what may be a body as well as a name": (
        {}, ["波蘭格丁尼亞下水道河川局管理課長", "波蘭格丁尼亞山本課長"], [("", ("gdynia",))] * 2
    ),
    "Latin words that are no name": (
        {},
        ["甲市資訊局 Urban Green 科長", "波蘭格丁尼亞港務局 Smart City 局長"],
        [("", ("alpha",)), ("", ("gdynia",))],
    ),
    "a name in other letters": ({}, ["丙市文化局長 박지훈"], [("박지훈", ("gamma",))]),
    "an office that may be anybody's": ({}, ["林美玉教授"], [("林美玉", ())]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASTS)
def test_a_short_label_is_one_person_or_nobody(case: str, known: Known) -> None:
    facts, labels, expected = CASTS[case]

    assert cast(known, facts, *labels) == expected


def test_what_heads_a_part_of_minutes_is_a_heading_behind_a_turn_too(known: Known) -> None:
    text = "港區會議紀錄\n主席致詞\n歡迎各位。\n貳、報告事項\n林主任：好。\n參、散會\n"

    drafted, parsed = draft_layout(Source("s", text, ""), known.phrases)

    assert not parsed.problems
    assert (drafted.headings, drafted.unspoken) == (["港區會議紀錄", "貳、報告事項"], ["參、散會"])


def test_an_item_of_an_agenda_is_a_heading(known: Known) -> None:
    text = "港區會議紀錄\n案由一：青年交流，提請討論。\n王主任：好。\n港務很忙。\n"

    drafted, _ = draft_layout(Source("s", text, ""), known.phrases)

    assert drafted.headings == ["港區會議紀錄", "案由一：青年交流，提請討論。"]


OPENINGS = {
    "壹、主席致詞\n歡迎各位。": ["主席致詞"],
    "主席致詞：歡迎各位。": ["主席致詞"],
    "壹、主席致詞：（略）": [],
    "壹、主席致詞\n主席：歡迎各位。": ["主席"],
    "壹、主席致詞\n一、岸電案。": [],
    "壹、局長報告\n歡迎各位。": [],
    "（一）甲市王局長\n歡迎各位。": ["甲市王局長"],
    "（一）甲市局長王大明\n歡迎各位。": ["甲市局長王大明"],
    "（一）甲市代表團介紹\n歡迎各位。": [],
}


@pytest.mark.parametrize("head", OPENINGS)
def test_a_heading_is_a_label_where_nobody_else_is_named(head: str, known: Known) -> None:
    text = f"港區會議紀錄\n主席：王大為局長\n{head}\n林主任：好。\n"

    drafted, _ = draft_layout(Source("s", text, ""), known.phrases)

    assert drafted.labels == [*OPENINGS[head], "林主任"]


@pytest.mark.parametrize("heading", ["決議", "決議：", "陸、決議", "附帶決議事項"])
def test_what_is_decided_is_nobodys(heading: str, known: Known) -> None:
    text = f"港區會議紀錄\n王主任：好。\n{heading}\n1. 請辦理岸電。\n2. 請研議費率。\n林主任：好。\n散會\n"

    drafted, parsed = draft_layout(Source("s", text, ""), known.phrases)

    assert parsed.problems == ()
    assert drafted.unspoken == [heading.strip("：")]
    assert [key.rpartition("-")[0] for key, _ in parsed.passages] == [
        "turn-1", "turn-note-1", "turn-note-1", "turn-note-1", "turn-2"
    ]  # fmt: skip


def test_the_government_of_a_new_host_has_an_entry(known: Known) -> None:
    text = "基隆市政府港區座談"
    drafted = Drafted("summary", text, text, None)
    host = find_host(drafted, text, known)

    key, stub = find_issuer(drafted, host, known, [])

    assert stub
    assert key == stub.key == "keelung-city-government"
    assert stub.fields == {
        "zh": "基隆市政府", "en": "Keelung City Government", "city": "keelung"
    }  # fmt: skip
    learnt = learn_government(known, host)
    assert write_english("基隆市政府", known) == "?"
    assert (
        write_english("基隆市政府交通處", learnt)
        == "Department of Transportation, Keelung City Government"
    )


def test_a_surname_is_whoever_the_release_named_in_full(known: Known) -> None:
    lines = (
        "波蘭格丁尼亞市長 Jan De Gdynia 表示，車多。",
        "「岸電要收費。」De Gdynia 說。",
        "Gdynia 強調，好。",
        "甲市局長佟文彬最後表示，好。",
        "佟文彬也提到，很好。",
        "「收費合理，」參與的公會理事長林玉華表示。",
        "波蘭格丁尼亞市長 Élise Garnier 說，好。",
        "波蘭格丁尼亞主管 Åsa Nyström 則認為，好。",
    )
    drafted, _ = draft_layout(Source("s", "甲市新聞稿\n\n" + "\n\n".join(lines), ""), known.phrases)

    named = ["波蘭格丁尼亞市長 Jan De Gdynia", "De Gdynia", "Gdynia", "甲市局長佟文彬", "佟文彬"]
    named += [
        "公會理事長林玉華",
        "波蘭格丁尼亞市長 Élise Garnier",
        "波蘭格丁尼亞主管 Åsa Nyström",
    ]
    assert drafted.labels == named
    people = [each.name for each in draft_cast(drafted, HOST, known).values()]
    assert people == [
        *["Jan De Gdynia"] * 3,
        "佟文彬",
        "佟文彬",
        "林玉華",
        "Élise Garnier",
        "Åsa Nyström",
    ]
