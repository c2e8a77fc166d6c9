"""Entries are added for new passages, and what stands in the file stays as it is."""

from pathlib import Path

import pytest

from dialogues.commands import sync
from dialogues.contributing.syncing import HEADER, add_entries
from dialogues.problems import ProblemsFound

PASSAGES = "docs/records/2030-harbour-talks/passages.yml"


def test_new_entries_go_where_their_passages_stand() -> None:
    text = "# 說明\na-1:\n  zh: 甲\n  # 待查\n\n# 以下第三段\na-3:  # 重要\n  zh: 丙\n  en: c\n"

    added = add_entries(
        text,
        {"a-1": 2, "a-3": 7},
        {"a-0": "零", "a-1": "甲", "a-2": "乙", "a-3": "丙", "a-4": "丁"},
    )

    assert added == (
        "# 說明\na-0:\n  zh: |-\n    零\na-1:\n  zh: 甲\n  # 待查\na-2:\n  zh: |-\n    乙\n"
        "\n# 以下第三段\na-3:  # 重要\n  zh: 丙\n  en: c\na-4:\n  zh: |-\n    丁\n"
    )


def test_a_file_that_is_not_there_begins_with_what_it_is() -> None:
    assert add_entries("", {}, {"a-1": "甲"}) == HEADER + "a-1:\n  zh: |-\n    甲\n"


def test_sync_adds_what_is_missing_and_touches_nothing_else(small: Path) -> None:
    path = small / PASSAGES
    text = path.read_text(encoding="utf-8")
    start, end = text.index("talk-1-2:"), text.index("talk-1-3:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")

    assert sync(small).startswith("1 entries and ")
    added = "talk-1-2:\n  zh: |-\n    港口使用 5G 網路，範圍擴及整個港區。\n"
    added += '  # 用語 terms: 港口 = port\n  proposed: {connectivity: "5G"}\n'
    assert path.read_text(encoding="utf-8") == text[:start] + added + text[end:]
    assert sync(small) == "0 entries and 0 addresses added"


def test_sync_begins_a_file_that_is_missing_or_has_comments_alone(small: Path) -> None:
    path = small / PASSAGES
    path.unlink()
    assert sync(small).startswith("7 entries and ")

    path.write_text("# nothing yet\n", encoding="utf-8")
    assert sync(small).startswith("7 entries and ")
    assert path.read_text(encoding="utf-8").startswith("# nothing yet\ntalk-1-1:\n")


def test_sync_leaves_a_file_that_it_cannot_add_to(small: Path) -> None:
    path = small / PASSAGES
    path.write_text("{talk-1-1: {zh: 本市有三項計畫：}}\n", encoding="utf-8")

    with pytest.raises(ProblemsFound, match=r"between \{ and \}"):
        sync(small)

    assert path.read_text(encoding="utf-8") == "{talk-1-1: {zh: 本市有三項計畫：}}\n"


def test_line_ends_of_a_file_stay_and_an_empty_line_ends_no_entry() -> None:
    text = "a-1:\r\n  zh: |-\r\n    甲：\r\n\r\n  en: |-\r\n    Alpha:\r\n  themes: []\r\n"

    assert add_entries(text, {"a-1": 1}, {"a-1": "甲：", "a-2": "乙"}) == (
        text + "a-2:\r\n  zh: |-\r\n    乙\r\n"
    )


def test_a_file_that_cannot_be_written_stays_as_it_was(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small / PASSAGES
    before = path.read_bytes()
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("q1-1-1:")], encoding="utf-8")
    kept = path.read_bytes()
    monkeypatch.setattr("os.fsync", _fail)

    with pytest.raises(ProblemsFound, match="stays as it was: no space"):
        sync(small)

    assert kept != before
    assert path.read_bytes() == kept
    assert [p.name for p in path.parent.iterdir() if p.name.startswith(".")] == []


def _fail(_: int) -> None:
    raise OSError("no space left")


def test_a_caption_and_the_end_of_a_meeting_are_about_no_theme() -> None:
    added = add_entries(
        "", {}, {"fig-1-1": "5G 碼頭", "q1-note-1-1": "散會：16 時", "p-1-1": "散步。"}
    )

    assert added.count("  themes: []\n") == 2
    assert added.endswith("p-1-1:\n  zh: |-\n    散步。\n")
