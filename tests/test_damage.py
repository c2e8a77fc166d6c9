"""Records cut, joined and damaged in thousands of ways: published whole, or refused with a line."""

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.blocks import starts_item
from dialogues.parsing.layout import Layout
from dialogues.parsing.structure import Item, Parsed, Question, excerpts_of
from dialogues.reading.records import find_records, layout_of, read_folder
from projects import FROZEN

pytestmark = pytest.mark.slow
RECORDS = find_records(FROZEN)
KEYS = st.sampled_from(RECORDS)
JUNK = st.sampled_from(
    [
        "\t",
        "\n",
        "\n\n",
        "<p>",
        "</li>",
        "<ol",
        "<table>",
        "：",
        "1.",
        "。",
        "Q9. ",
        "圖9：",
        "\t\t",
        "---",
    ]
)
THOROUGH = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def record(key: str) -> tuple[str, RecordKind, Layout]:
    folder, _ = read_folder(FROZEN, key)
    assert folder is not None
    return folder.source.text, folder.entry.kind, layout_of(folder.entry)


def parse_text(key: str, text: str) -> Parsed:
    _, kind, layout = record(key)
    return parse(Source("source.txt", text, ""), kind, layout)


def outline(parsed: Parsed) -> list[tuple[str, str]]:
    """Return the id and the text, without white space, of all that is shown."""
    return [
        (
            element.id if isinstance(element, Item | Question) else "",
            re.sub(r"\s", "", "".join(str(part) for part in excerpts_of(element))),
        )
        for section in parsed.sections
        for element in section.elements
    ]


@cache
def outline_whole(key: str) -> list[tuple[str, str]]:
    """Return the outline of a record without damage."""
    return outline(parse_text(key, record(key)[0]))


def assert_whole_or_refused(key: str, text: str) -> None:
    """Check that each character is shown or left out, or that a problem names a line that is."""
    parsed = parse_text(key, text)
    if parsed.problems:
        lines = text.count("\n") + 1
        assert all(1 <= problem.line <= lines for problem in parsed.problems)
        return
    places = [
        p for s in parsed.sections for e in s.elements for x in excerpts_of(e) for p in x.offsets
    ]
    places += [place for left in parsed.left_out for place in left.text.offsets]
    assert sorted(p for p in places if p >= 0) == list(range(len(text)))
    again = re.compile("|".join(map(re.escape, record(key)[2].labels)) or "(?!)")
    for left in parsed.left_out:
        words = again.sub("", left.text.text) if left.kind == "doubled-label" else left.text.text
        assert not re.search(r"[\u4e00-\u9fff]", words) or left.kind in (
            "column-headings",
            "text",
        ), left


@cache
def rows_of(text: str) -> list[re.Match[str]]:
    """Return the rows whose last cell has a text that a page break could cut."""
    return list(re.finditer(r"^(?:[^\t\n]*\t){1,2}(?P<content>[^\t\n]{20,})$", text, re.MULTILINE))


@THOROUGH
@given(KEYS, st.data())
def test_a_row_cut_by_a_page_break_is_joined(key: str, data: st.DataObject) -> None:
    text, kind, _ = record(key)
    rows = rows_of(text)
    if kind == "release":
        return
    row = data.draw(st.sampled_from(rows))
    place = data.draw(st.integers(row.start("content") + 1, row.end() - 1))
    if starts_item(text[place:].lstrip()):
        return  # a dash within a sentence, cut off before it, reads as an item of a list
    cells = row[0].count("\t")
    headings = re.search(rf"^(?:[^\t\n<]+\t){{{cells}}}[^\t\n<]+$", text, re.MULTILINE)
    assert headings
    repeated = data.draw(st.sampled_from(["\n", f"\n\n{headings[0]}\n"]))
    cut = text[:place] + repeated + "\t" * cells + text[place:]

    damaged = parse_text(key, cut)

    if repeated == "\n" and damaged.problems:  # nothing shows the page break: it may be a lost row
        rule = "a row without a number must go on with a sentence, or stand behind a page break"
        assert [problem.message.startswith(rule) for problem in damaged.problems] == [True]
        return
    assert damaged.problems == ()
    assert outline(damaged) == outline_whole(key)


@THOROUGH
@given(st.data())
def test_a_paragraph_of_a_release_cut_within_a_sentence_is_joined(data: st.DataObject) -> None:
    key = "2021-mayors-summit-news-release"
    text, _, _ = record(key)
    start = text.index("2021智慧城市首長高峰會議已於24日")
    end = text.index("- **2021智慧城市首長高峰會線上論壇 Session 1")
    place = data.draw(
        st.integers(start + 1, end - 1).filter(
            lambda p: text[p - 1] not in "。；：！？」』)\n:;" and text[p] not in "\n圖-"
        )
    )
    damaged = parse_text(key, text[:place] + "\n\n\n\n" + text[place:])

    if damaged.problems:  # a name that the record declares was cut within a word
        assert re.fullmatch(r"[A-Za-z0-9\u00c0-\u024f]{2}", text[place - 1 : place + 1])
    else:
        assert outline(damaged) == outline_whole(key)


@THOROUGH
@given(KEYS, st.data())
def test_rows_that_a_page_break_had_cut_can_be_joined(key: str, data: st.DataObject) -> None:
    text, _, _ = record(key)
    breaks = list(re.finditer(r"\n+(?:[^\t\n<]+\t[^\n<]+\n)?\t{1,2}(?=\S)", text))
    if breaks:
        found = data.draw(st.sampled_from(breaks))
        assert_whole_or_refused(key, text[: found.start()] + text[found.end() :])


@THOROUGH
@given(KEYS, st.data())
def test_damage_of_any_kind_loses_nothing(key: str, data: st.DataObject) -> None:
    text, _, _ = record(key)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 400)))
        lines = text.split("\n")
        line = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(
            st.sampled_from(["delete", "insert", "repeat", "drop line", "repeat line"])
        ):
            case "delete":
                text = text[:start] + text[end:]
            case "insert":
                text = text[:start] + data.draw(JUNK) + text[start:]
            case "repeat":
                text = text[:end] + text[start:end] + text[end:]
            case "drop line":
                text = "\n".join(lines[:line] + lines[line + 1 :])
            case "repeat line":
                text = "\n".join(lines[: line + 1] + lines[line:])
    assert_whole_or_refused(key, text)
