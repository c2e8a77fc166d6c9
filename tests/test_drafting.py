"""A new record is drafted from a file: what is known is there, what is a guess waits for a person."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Golden
from dialogues.contributing.accepting import accept, list_proposals
from dialogues.drafting.dates import find_dates, write_date
from dialogues.drafting.hosts import find_host, find_issuer
from dialogues.drafting.layouts import draft_layout, find_statements
from dialogues.drafting.phrases import learn_phrases
from dialogues.drafting.phrasing import write_count, write_speaker
from dialogues.drafting.places import Places
from dialogues.drafting.records import draft_record
from dialogues.drafting.romanizing import write_wade
from dialogues.drafting.speakers import Known, Stub, draft_speaker
from dialogues.drafting.stubs import insert_stubs
from dialogues.drafting.values import quote
from dialogues.loading import read_archive
from dialogues.model.sources import Source
from dialogues.problems import ProblemsFound
from dialogues.reading.records import find_records, read_folder
from dialogues.reading.registry import read_registry
from dialogues.reading.yaml_nodes import read_plain
from offices import cell, make_word, para, table
from projects import FROZEN, ROOT, SMALL

KEY = "2031-tram-talk"
CITIES = [
    {
        "geonameid": number, "name": name, "countrycode": country, "population": people,
        "latitude": 1.5, "longitude": 2.5, "alternatenames": chinese,
    }
    for number, name, country, people, chinese in (
        (1, "Gamma", "TW", 10, ["丙市", "丙"]),
        (2, "Old Gamma", "JP", 99, ["丙市"]),
        (3, "Gdynia", "PL", 50, ["格丁尼亚"]),
    )
]  # fmt: skip


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> Places:
    """Have cities of our own in place of GeoNames', and one way to write any name in Latin letters."""
    found = Places(CITIES)
    monkeypatch.setattr("dialogues.drafting.records.load_places", lambda: found)
    monkeypatch.setattr("dialogues.drafting.speakers.romanize", lambda _: "Lin Mei-yu")
    return found


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """Return a file with two talks and a comment."""
    rows = (
        ("編號", "與談人", "內容摘要"),
        ("1", "丙市 林美玉市長", "公車以綠電行駛。"),
        ("2", "波蘭格丁尼亞副市長", "港口使用 5G 網路。"),
    )
    body = para("2031 電車座談摘要(3/14)") + table(
        *(tuple(cell(para(text)) for text in row) for row in rows)
    )
    path = tmp_path / "talk.docx"
    path.write_bytes(make_word(body, comments=para("內部意見")))
    return path


RECORD = """\
kind: summary  # proposed
issuer: office  # proposed
added: {today}
source:
  sha256: {digest}
  original: {{file: original.docx, sha256: {original}}}
sessions:
  - event: 2031-tram-talk  # proposed
    id: talks
    heading: 2031 電車座談摘要(3/14)
    title: {{zh: 2031 電車座談, en: 2031 Tram Talk}}
    dates: [2031-03-14]
columns:  # proposed
  編號: number
  與談人: label
  內容摘要: content
labels:
  丙市 林美玉市長:  # proposed
    person: lin-mei-yu
    role: {{zh: 市長, en: Mayor}}
    cities: [gamma]
  波蘭格丁尼亞副市長:  # proposed
    role: {{zh: 副市長, en: Deputy Mayor}}
    cities: [gdynia]
left_out:
  kinds: [column-headings, spacing]
"""


@pytest.mark.usefixtures("places")
def test_a_file_becomes_a_record_of_which_a_person_decides_the_rest(
    small: Path, talks: Path
) -> None:
    told = draft_record(small, talks, KEY, "2031 Tram Talk")

    folder = small / "docs/records" / KEY
    source = read_plain((folder / "record.yml").read_text(encoding="utf-8"))["source"]
    expected = RECORD.format(
        today=datetime.datetime.now(tz=datetime.UTC).date(),
        digest=source["sha256"],
        original=source["original"]["sha256"],
    )
    assert (folder / "record.yml").read_text(encoding="utf-8").endswith(expected)
    assert (folder / "original.docx").read_bytes() == talks.read_bytes()
    assert "內部意見" in told
    marks = [str(problem) for problem in read_archive(small)[1] if "proposed" in problem.message]
    assert len(marks) == 11  # seven in record.yml, then two cities, an event and a person
    assert marks == sorted(marks, key=lambda mark: mark.partition(":")[0])

    accept(small, KEY)
    passages = folder / "passages.yml"
    english = {"公車": "Trams run on green power.", "港口": "The port has a 5G network."}
    text = passages.read_text(encoding="utf-8")
    for word, said in english.items():
        text = text.replace(f"    {word}", f"    @{word}").replace("@", "")
        line = next(line for line in text.split("\n") if line.startswith(f"    {word}"))
        text = text.replace(line, f"{line}\n  en: {said}")
    passages.write_text(text.replace("行駛。\n", "行駛。\n  themes: []\n"), encoding="utf-8")
    rest = [problem for problem in read_archive(small)[1] if "themes" not in problem.message]
    assert [str(problem) for problem in rest] == []


@pytest.mark.usefixtures("places")
def test_nothing_is_made_where_a_record_is_there_or_a_name_is_unsafe(
    small: Path, talks: Path
) -> None:
    draft_record(small, talks, KEY)

    with pytest.raises(ProblemsFound, match="a folder of its own"):
        draft_record(small, talks, KEY)
    with pytest.raises(ProblemsFound, match="lower-case words"):
        draft_record(small, talks, "../Outside")
    assert find_records(small) == ["2030-harbour-talks", KEY]


@pytest.mark.usefixtures("places")
def test_what_is_accepted_loses_its_mark_and_what_is_missing_keeps_it(
    small: Path, talks: Path
) -> None:
    draft_record(small, talks, KEY)  # without the event's English name
    proposals = list_proposals(small, KEY)

    accept(small, KEY)

    assert sum(map(len, proposals.values())) == 11  # all but the title, and one of themes
    assert list_proposals(small, KEY) == {}
    text = (small / "docs/records" / KEY / "record.yml").read_text(encoding="utf-8")
    assert text.count("# missing") == 3  # in the head of the file, the title, the session's
    assert "  themes: [connectivity]" in (small / "docs/records" / KEY / "passages.yml").read_text(
        encoding="utf-8"
    )


def test_a_changed_original_is_found(small: Path, talks: Path, places: Places) -> None:
    assert places
    draft_record(small, talks, KEY)
    original = small / "docs/records" / KEY / "original.docx"
    for change in (lambda: original.write_bytes(b"other"), original.unlink):
        change()
        told = [str(problem) for problem in read_archive(small)[1]]
        assert [line for line in told if "must be that of original.docx as received" in line]


def test_every_record_that_is_there_can_be_drafted_from_its_text_alone() -> None:
    phrases = learn_phrases([])
    for key in find_records(FROZEN):
        path = FROZEN / "docs/records" / key / "source.txt"
        text = path.read_bytes().decode("utf-8")
        drafted, parsed = draft_layout(Source(key, text, ""), phrases)

        assert [str(problem) for problem in parsed.problems] == []
        known = read_plain((path.parent / "record.yml").read_text(encoding="utf-8"))
        assert drafted.kind == known["kind"]
        assert drafted.columns.items() <= known.get("columns", {}).items()
        assert {*drafted.labels} <= {*known["labels"]}
        assert drafted.facts == {f["name"]["zh"]: f["value"]["zh"] for f in known.get("facts", ())}


@pytest.mark.usefixtures("places")
@pytest.mark.parametrize("name", ["minutes", "release", "rounds", "talks"])
def test_a_draft_of_each_layout_is_as_accepted(
    small: Path, tmp_path: Path, golden: Golden, name: str
) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_bytes((ROOT / "tests/layouts" / name / "source.txt").read_bytes())

    draft_record(small, path, f"2030-{name}", "Harbour Meeting")

    text = (small / "docs/records" / f"2030-{name}" / "record.yml").read_text(encoding="utf-8")
    golden.check(
        f"drafts/{name}.yml", re.sub(r"^added: .*", "added: 2030-06-01", text, flags=re.MULTILINE)
    )


@pytest.fixture
def known(places: Places) -> Known:
    registry, _ = read_registry(SMALL)
    return Known(registry, learn_phrases([]), places)


LABELS: dict[str, tuple[str | None, tuple[str, str] | None, tuple[str, ...], str | None]] = {
    "甲市王小明市長": ("wang", ("市長", "Mayor"), ("alpha",), None),
    "丙市副市長": (None, ("副市長", "Deputy Mayor"), ("gamma",), None),
    "日本丙市 議員": (None, ("議員", "Councillor"), ("old-gamma",), None),
    "波蘭格丁尼亞 Anna Nowak 市長": ("anna-nowak", ("市長", "Mayor"), ("gdynia",), None),
    "Mayor, City of Gdynia": (None, ("市長", "Mayor"), ("gdynia",), None),
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
    "丁市能源局局長": (None, ("能源局局長", "?"), ("lin-mei-yu",), None),
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

    assert (host, find_issuer(drafted, host, known, [folder])) == HEADS[head]


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


@pytest.mark.usefixtures("places")
def test_a_file_is_received_once_whatever_its_name(small: Path, talks: Path) -> None:
    draft_record(small, talks, KEY)

    with pytest.raises(ProblemsFound, match=rf"received once .* that of '{KEY}'"):
        draft_record(small, talks.rename(talks.with_name("other.docx")), "2031-other")

    assert find_records(small) == ["2030-harbour-talks", KEY]


@pytest.mark.usefixtures("places")
def test_a_record_is_made_while_another_is_not_understood(small: Path, talks: Path) -> None:
    other = small / "docs/records/2030-harbour-talks/record.yml"
    other.write_text(other.read_text(encoding="utf-8").replace("labels:", "lables:"), "utf-8")

    told = draft_record(small, talks, KEY)

    assert "docs/records/2030-harbour-talks/record.yml:" in told
    assert (small / "docs/records" / KEY / "passages.yml").is_file()


@pytest.mark.usefixtures("places")
def test_no_record_is_made_where_the_registry_cannot_be_read(small: Path, talks: Path) -> None:
    (small / "docs/registry/cities.yml").write_text("alpha: {", "utf-8")

    with pytest.raises(
        ProblemsFound, match=r"talk\.docx:1: a new record must wait(.|\n)*cities\.yml"
    ):
        draft_record(small, talks, KEY)

    assert find_records(small) == ["2030-harbour-talks"]


def test_what_is_not_named_is_asked_for(small: Path) -> None:
    with pytest.raises(ProblemsFound, match="a new record must be made of a file"):
        draft_record(small, Path())
    with pytest.raises(ProblemsFound, match="RECORD must name a record"):
        list_proposals(small, "")
    with pytest.raises(ProblemsFound, match="there must be such a record, and is none: 'none'"):
        list_proposals(small, "none")


def test_a_heading_keeps_its_number() -> None:
    counts = {"貳、": "2. ", "十一、": "11. ", "拾貳、": "12. ", "（三）": "3. ", "、": ""}

    assert {number: write_count(number) for number in counts} == counts
