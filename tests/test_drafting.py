"""A new record is drafted from a file: what is known is there, what is a guess waits for a person."""

import datetime
import re
from pathlib import Path

import pytest

from conftest import Golden
from dialogues.contributing.accepting import accept, list_proposals
from dialogues.drafting.layouts import draft_layout
from dialogues.drafting.phrases import learn_phrases
from dialogues.drafting.places import Places
from dialogues.drafting.records import draft_record
from dialogues.loading import read_archive
from dialogues.model.sources import Source
from dialogues.problems import ProblemsFound
from dialogues.reading.records import find_records
from dialogues.reading.yaml_nodes import read_plain
from drafts import find_places
from offices import cell, make_word, para, table
from projects import FROZEN, ROOT

KEY = "2031-tram-talk"


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> Places:
    """Have cities of our own in place of GeoNames', and one way to write any name in Latin letters."""
    found = find_places()
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


@pytest.mark.usefixtures("places")
def test_words_near_a_theme_become_its_evidence(small: Path, talks: Path) -> None:
    draft_record(small, talks, KEY)
    passages = small / "docs/records" / KEY / "passages.yml"
    text = passages.read_text(encoding="utf-8")
    passages.write_text(text.replace('{connectivity: "5G"}', '{connectivity: "港口"}'), "utf-8")
    listed = list_proposals(small, KEY)[f"docs/records/{KEY}/passages.yml"]
    assert listed == ['talk-2-1: connectivity: "港口"  ← 港口使用 5G 網路。']

    accept(small, KEY)

    evidence = '  themes: [connectivity]\n  evidence: {connectivity: "港口"}\n'
    assert evidence in passages.read_text(encoding="utf-8")


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
