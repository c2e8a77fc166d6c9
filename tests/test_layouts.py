"""Records of other layouts, whole: from the source to the pages of both languages."""

import hashlib
import re
from pathlib import Path

import pytest

from dialogues.commands import sync
from dialogues.loading import read_archive
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site

MINUTES = """\
港灣委員會會議紀錄

一、岸電案

主席：請說明。

王主任：
岸電已完成八成。
明年全部完成。

決議：通過。

散會。
"""
ROUNDS = """\
港灣座談會

Q1：
港口如何減碳？

主席：以岸電取代柴油。

**王主任：**也要更新車隊。

Q2：何時完成？

王主任：
明年底。
"""
TABLE = """\
案號\t發言人\t內容
一、\t主席\t<p>請說明&nbsp;岸電。</p>
二、\t王主任\t<p>已完成八成\ue320</p>

第 1 頁，共 2 頁

案號\t發言人\t內容
\t\t<p>，明年全部完成。</p>
"""
ENTRY = """\
title: {{zh: 港灣會議, en: Harbour Meeting}}
kind: minutes
issuer: office
added: 2030-06-01
source: {{sha256: {sha256}}}
sessions:
  - event: 2030-harbour
    id: meeting
    title: {{zh: 港灣會議, en: Harbour Meeting}}
    dates: [2030-05-07]
labels:
  主席: {{role: {{zh: 主席, en: Chair}}, cities: [alpha]}}
  王主任: {{role: {{zh: 主任, en: Director}}, cities: [beta]}}
{more}
"""
LAYOUTS = {
    "minutes without a table": (
        MINUTES,
        "headings: [{zh: 港灣委員會會議紀錄, en: Minutes}, {zh: 一、岸電案, en: Shore power}]\n"
        "unspoken: [決議, 散會]\nleft_out: {kinds: [label-colon, spacing]}",
        {"turn-1": "主席", "turn-2": "王主任", "turn-note-1": None, "turn-note-2": None},
    ),
    "several rounds of questions": (
        ROUNDS,
        "headings: [{zh: 港灣座談會, en: Panel}]\n"
        "left_out: {kinds: [label-colon, markup, spacing]}",
        {"q1-1": "主席", "q1-2": "王主任", "q2-1": "王主任"},
    ),
    "a table of other numbers and characters": (
        TABLE,
        "columns: {案號: number, 發言人: label, 內容: content}\n"
        "characters: [{code: U+E320, reading: 餘, why: {zh: 自造字, en: Own font}}]\n"
        "left_out: {kinds: [column-headings, markup, spacing]}",
        {"talk-1": "主席", "talk-2": "王主任"},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_record_of_another_layout_becomes_pages(small: Path, name: str) -> None:
    source, more, speakers = LAYOUTS[name]
    folder = small / "docs/records/2030-meeting"
    folder.mkdir()
    folder.joinpath("source.txt").write_text(source, encoding="utf-8")
    digest = hashlib.sha256(source.encode()).hexdigest()
    entry = ENTRY.format(sha256=digest, more=more)
    folder.joinpath("record.yml").write_text(entry, encoding="utf-8")
    sync(small)
    passages = folder / "passages.yml"
    text = re.sub(r"^  proposed:.*\n", "", passages.read_text(encoding="utf-8"), flags=re.MULTILINE)
    filled = re.sub(
        r"^(    \S.*)\n",
        r"\1\n  accept: {untranslated: 試}\n  themes: []\n",
        text,
        flags=re.MULTILINE,
    )
    passages.write_text(filled, encoding="utf-8")

    archive, problems = read_archive(small)

    assert problems == []
    (session,) = archive.records["2030-meeting"].sessions
    assert {c.id: c.speaker.label if c.speaker else None for c in session.contributions} == speakers
    pages = render_site(Site.of(archive, "https://x.example/y", "https://example.org/"))
    for language in ("zh", "en"):
        page = pages[f"{language}/events/2030-harbour/meeting.md"]
        assert all(f"#{key}" in page for key in speakers)
