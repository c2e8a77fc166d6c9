"""How minutes and tables are laid out is guessed for a new record: headings, turns, questions."""

import pytest

from dialogues.drafting.known import Known
from dialogues.drafting.layouts import draft_layout
from dialogues.drafting.phrases import learn_phrases
from dialogues.drafting.speakers import draft_speaker
from dialogues.model.sources import Source
from dialogues.reading.registry import read_registry
from drafts import find_places
from projects import SMALL


@pytest.fixture
def known() -> Known:
    return Known(read_registry(SMALL)[0], learn_phrases([]), find_places())


def test_a_question_with_its_number_may_stand_in_a_row_alone(known: Known) -> None:
    rows = ("編號\t與談人\t內容摘要", "1\t甲局長\t好。", "Q1：誰？\tQ1：誰？\t", "1\t甲局長\t我。")
    text = "\n".join(("港區座談摘要", *rows, ""))

    drafted, parsed = draft_layout(Source("s", text, ""), known.phrases)

    assert parsed.problems == ()
    assert drafted.headings == ["港區座談摘要"]
    assert [key for key, _ in parsed.passages] == ["talk-1-1", "q1", "q1-1-1"]


def test_a_part_of_minutes_may_have_a_colon_and_a_speaker_an_aside(known: Known) -> None:
    lines = (
        "陸、報告事項：",
        "一、林主任（簡報略）：好。",
        "柒、討論：",
        "王主任：好。",
        "捌、散會",
    )
    text = "\n".join(("港區會議紀錄", *lines, ""))

    drafted, parsed = draft_layout(Source("s", text, ""), known.phrases)

    assert not parsed.problems
    assert drafted.headings == ["港區會議紀錄", "陸、報告事項：", "柒、討論：", "捌、散會"]
    assert drafted.labels == ["林主任", "王主任"]


def test_a_body_may_begin_as_a_country_does_and_an_office_end_as_its_body(known: Known) -> None:
    professor = draft_speaker("臺灣大學林教授", known)
    head = draft_speaker("港務辦公室長王小明", known)

    assert (professor.role, professor.country) == (("臺灣大學林教授", "?"), "TW")
    assert head.organization == "office"
