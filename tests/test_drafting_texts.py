"""What a draft writes: entries in their order, texts, dates, names in Latin letters, numbers of headings."""

import datetime
from collections.abc import Callable

import pytest

from dialogues.drafting.dates import find_dates, find_day_of_issue, write_date
from dialogues.drafting.known import Known, Stub
from dialogues.drafting.layouts import draft_layout
from dialogues.drafting.phrases import learn_phrases, write_count
from dialogues.drafting.phrasing import write_english, write_heading
from dialogues.drafting.romanizing import write_wade
from dialogues.drafting.speakers import draft_speaker
from dialogues.drafting.stubs import insert_stubs
from dialogues.drafting.values import quote
from dialogues.drafting.writing import name_event
from dialogues.model.sources import Source
from dialogues.reading.registry import read_registry
from dialogues.reading.yaml_nodes import read_plain
from drafts import find_places
from projects import SMALL

FILE = "# head\nalpha:\n  zh: 甲\n# of gamma\ngamma:\n  zh: 丙\n"


@pytest.mark.parametrize(
    ("key", "before"), [("aaa", "alpha:"), ("beta", "# of gamma"), ("zeta", "")]
)
def test_an_entry_goes_where_its_key_belongs(key: str, before: str) -> None:
    entry = f"{key}:  # proposed\n  zh: 新\n"
    place = FILE.index(before) if before else len(FILE)

    changed = insert_stubs(FILE, [Stub("cities", key, {"zh": "新"})])

    assert changed == FILE[:place] + entry + FILE[place:]
    assert insert_stubs(changed, [Stub("cities", key, {"zh": "二"})]) == changed


@pytest.mark.parametrize(
    "text",
    [
        "甲、乙",
        "a: b",
        "- a",
        "10:30",
        "yes",
        "",
        "a #b",
        '"',
        "{a}",
        "1.5",
        "甲\t乙",
        "：甲",
        "*a",
    ],
)
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    assert read_plain(f"key: {quote(text)}\n") == {"key": text}
    assert read_plain(f"key: {{zh: {quote(text)}, en: b}}\n") == {"key": {"zh": text, "en": "b"}}


DAYS: dict[str, list[tuple[int, int, int]]] = {
    "120年05月06日": [(2031, 5, 6)],
    "2031/5/6": [(2031, 5, 6)],
    "(5/6)": [(2031, 5, 6)],
    "5月6日、7月8日": [(2031, 5, 6), (2031, 7, 8)],
    "2月30日": [],
}


@pytest.mark.parametrize("text", DAYS)
def test_dates_are_read_in_either_calendar(text: str) -> None:
    assert find_dates(text, 2031) == [datetime.date(*day) for day in DAYS[text]]


def test_a_date_is_written_as_english_has_it() -> None:
    day = datetime.date(2031, 5, 6)
    write: Callable[[str], str] = lambda printed: write_date(day, printed)  # noqa: E731

    assert write("120年5月6日") == "6 May 2031 (year 120 of the Republic of China)"
    assert write("2031-05-06") == "6 May 2031"


SYLLABLES = "wang xiao zhi ci guo jun xu qiang yue rui shi zheng lü ye xiong duo bo"
WADE = "wang hsiao chih tzu kuo chun hsu chiang yueh jui shih cheng lu yeh hsiung to po"


def test_names_are_written_as_passports_have_them() -> None:
    assert [write_wade(each) for each in SYLLABLES.split()] == WADE.split()


def test_a_heading_keeps_its_number() -> None:
    counts = {"貳、": "2. ", "十一、": "11. ", "拾貳、": "12. ", "（三）": "3. ", "、": ""}

    assert {number: write_count(number) for number in counts} == counts


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Known:
    """Return what is known of the small project; all names are written alike in Latin letters."""
    monkeypatch.setattr("dialogues.drafting.speakers.romanize", lambda _: "Lin Mei-yu")
    monkeypatch.setattr("dialogues.drafting.phrasing.romanize", lambda _: "Lin Mei-yu")
    return Known(read_registry(SMALL)[0], learn_phrases([]), find_places())


ENGLISH = {
    "119年5月7日 14:30": "7 May 2030 (year 119 of the Republic of China), 14:30",
    "2030年5月7日 下午2時": "7 May 2030, 14:00",
    "中華民國119年5月7日（星期二）下午2時30分至4時": (
        "7 May 2030 (year 119 of the Republic of China), 14:30 to 16:00"
    ),
    "2030年5月7日 上午10時至2時": "?",
    "上午9時30分": "09:30",
    "甲市會展中心2樓會議室": "Meeting Room, 2F, Exhibition Centre, Alpha",
    "丙市政府消防局 林美玉": "Lin Mei-yu, Fire Department, Gamma",
    "社會局 林美玉局長": "Lin Mei-yu, Commissioner, Department of Social Welfare",
    "港務辦公室": "Harbour Office",
    "港務辦公室資訊局": "Department of Information Technology, Harbour Office",
    "港務辦公室工務局水利工程處": (
        "Hydraulic Engineering Office, Public Works Department, Harbour Office"
    ),
    "港務辦公室某局": "?",
    "甲市 林美玉局長": "Lin Mei-yu, Commissioner, Alpha",
    "港務辦公室 林美玉局長": "?",  # it is abroad, where names are written otherwise
    "港務辦公室 林美玉局長、王小明": "?",
    "丙市 林美玉局長": "Lin Mei-yu, Commissioner, Gamma",  # the registry has no such city yet
    "港務辦公室大樓 3 樓": "?",
}


@pytest.mark.parametrize("printed", ENGLISH)
def test_a_value_is_put_into_english_where_all_of_it_is_known(printed: str, known: Known) -> None:
    assert write_english(printed, known) == ENGLISH[printed]


def test_the_office_above_a_release_has_its_name(known: Known) -> None:
    assert write_heading("港務辦公室 新聞稿", known) == "Harbour Office: news release"
    assert write_heading("某處 新聞稿", known) == "?"
    assert write_heading("貳、綜合討論：", known) == "2. Discussion"
    assert write_heading("2030年5月7日", known) == "7 May 2030"
    assert write_heading("參、專題報告與意見交流", known) == "3. Presentations and discussion"


def test_an_office_of_a_city_is_none_of_a_state(known: Known) -> None:
    offices = [draft_speaker(label, known).role for label in ("波蘭格丁尼亞環境部部長", "波蘭部長")]

    assert offices == [("環境部部長", "Director, Environment Department"), ("部長", "Minister")]
    assert draft_speaker("甲市市民局局長", known).role == (
        "市民局局長",
        "Commissioner, Citizens' Department",
    )


TITLES = {
    "甲市政府\n2030 電車會議\n會議紀錄": ("2030 電車會議會議紀錄", "2030 電車會議"),
    "2030 電車座談\n120年5月6日": ("2030 電車座談", "2030 電車座談"),
    "2030 電車座談摘要": ("2030 電車座談摘要", "2030 電車座談摘要"),
    "甲市政府": ("甲市政府", "甲市政府"),
}


EVENTS = {
    "電車座談會 會議紀錄": "電車座談會",
    "電車論壇會議紀錄": "電車論壇",
    "電車對談(4/16)摘要": "電車對談",
    "電車委員會會議紀錄": "電車委員會會議",
    "電車座談會發言摘要": "電車座談會",
}


@pytest.mark.parametrize("title", EVENTS)
def test_an_event_has_no_name_of_a_document(title: str) -> None:
    assert name_event(title) == EVENTS[title]


@pytest.mark.parametrize("head", TITLES)
def test_a_title_is_what_met_and_not_who_wrote_it(head: str, known: Known) -> None:
    drafted, _ = draft_layout(Source("s", f"{head}\n\n王主任：好。\n", ""), known.phrases)

    assert (drafted.title, drafted.name) == TITLES[head]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("論壇今(6)日登場。", "2030-05-06"),
        ("昨（30）日登場。", "2030-04-30"),
        ("6 日登場。", "None"),
    ],
)
def test_today_in_a_release_is_a_day_before_it_is_issued(text: str, day: str) -> None:
    assert str(find_day_of_issue(text, datetime.date(2030, 5, 7))) == day


def test_a_caption_has_the_labels_that_it_names_and_none_within_another(known: Known) -> None:
    text = "新聞稿\n\n王主任表示，好。\n\n港務處王主任指出，很好。\n\n圖1、港務處王主任\n\n圖二：碼頭\n"

    drafted, parsed = draft_layout(Source("s", text, ""), known.phrases)

    assert not parsed.problems
    assert drafted.pictured == {"fig-1": ["港務處王主任"]}
