"""The open data are what the archive holds: all of it, once, and nothing else."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import ADDRESS
from dialogues.data.columns import Row, columns_of
from dialogues.data.extracts import Extracts, join_passages
from dialogues.data.rows import Rows, list_rows
from dialogues.data.shapes import TABLES, documents, records
from dialogues.data.words import describe, describe_table, read_words
from dialogues.finding.finds import find_all
from dialogues.loading import load_archive
from dialogues.model.archive import Archive, Redirect
from dialogues.problems import ProblemsFound
from dialogues.rendering.site import Site

PASSAGES = "docs/records/2030-harbour-talks/passages.yml"


def test_every_passage_is_there_once_with_all_that_is_known(archive: Archive, rows: Rows) -> None:
    found = {passage.passage: passage for passage in join_passages(rows)}
    listed = [f"{session.record}#{passage.id}" for session, passage in archive.passages]
    assert list(found) == listed
    assert len(rows.of(records.Passage)) == len(listed)

    for session, passage in archive.passages:
        row = found[f"{session.record}#{passage.id}"]
        assert (row.zh, row.original_zh, row.en_unofficial) == (
            passage.zh,
            passage.original,
            passage.en,
        )
        assert (row.state_zh, row.state_en) == (passage.states.zh, passage.states.en)
        assert row.themes == tuple(theme.key for theme in passage.themes)
        assert (row.lines, row.date) == (passage.lines, session.dates[0])
        assert row.attribution_doubtful == passage.doubtful
        note = passage.note
        assert (row.note_zh, row.note_en) == ((note.zh, note.en) if note else (None, None))
        told = [(c.was, c.now, c.why_zh, c.why_en, c.by, c.date) for c in row.corrections]
        assert told == [
            (c.was, c.now, c.why.zh, c.why.en, c.by, c.date) for c in passage.corrections
        ]
        assert row.refers_to == tuple(f"{session.record}#{id_}" for id_ in passage.refers_to)
        assert row.url_en.startswith(f"{ADDRESS}en/events/{session.event}/")
        assert row.url_en.endswith(f"#{passage.id}")


def test_every_speaker_is_there_with_person_role_and_cities(archive: Archive, rows: Rows) -> None:
    found = {passage.passage: passage for passage in join_passages(rows)}
    for place in archive.places:
        people = place.contribution.people
        for passage in place.contribution.passages:
            row = found[f"{place.session.record}#{passage.id}"]
            assert [
                (who.label, who.person, who.role_en, who.organization, who.cities, who.doubtful)
                for who in row.speakers
            ] == [
                (
                    who.label,
                    who.person.key if who.person else None,
                    who.role.en if who.role else None,
                    who.organization.key if who.organization else None,
                    tuple(city.key for city in who.cities),
                    who.doubtful,
                )
                for who in people
            ]
            assert row.cities == tuple(city.key for city in place.contribution.cities)


def test_the_tables_have_every_name(archive: Archive, rows: Rows) -> None:
    counts = {table.table: len(rows.of(table)) for table in TABLES}
    for sort in ("themes", "cities", "people", "organizations", "initiatives"):
        assert counts[sort] == len(archive.of_sort(sort))
    assert counts["corrections"] == sum(len(p.corrections) for _, p in archive.passages)
    assert counts["records"] == len(archive.records)
    assert counts["events"] == len(archive.events)
    assert counts["sessions"] == len(list(archive.sessions))
    assert counts["terms"] == len(archive.terms)
    assert counts["citations"] == sum(len(record.cited) for record in archive.records.values())
    assert counts["omissions"] == sum(len(r.omissions) for r in archive.records.values())


def test_a_proposed_theme_is_no_data(small: Path) -> None:
    path = small / PASSAGES
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  themes: [connectivity]", "  themes: []\n  proposed: {connectivity: 5G}")
    )
    passage = {row.id: row for row in list_rows(load_archive(small)).of(records.Passage)}[
        "talk-1-2"
    ]
    assert passage.themes == ()
    assert not any("proposed" in column.name for table in TABLES for column in columns_of(table))


def test_each_file_of_a_page_has_its_passages(archive: Archive, whole: Site, rows: Rows) -> None:
    found = dict(Extracts(whole, rows, ADDRESS).list_documents())
    in_events: Counter[str] = Counter()
    for event in archive.events:
        document = found[f"events/{event}.json"]
        assert isinstance(document, documents.EventFile)
        in_events.update(passage.passage for passage in document.passages)
    assert in_events == Counter(row.passage for row in rows.of(records.Passage))
    for theme in archive.themes.values():
        document = found[f"themes/{theme.key}.json"]
        assert isinstance(document, documents.ThemeFile)
        asked = [p for p in document.passages if p.kind == "question"]
        assert len(document.passages) - len(asked) == whole.themes.passages_on(theme)
        assert len(asked) == len(whole.themes.questions.get(theme, ()))


def test_where_a_page_went_its_file_says_so(small: Path) -> None:
    archive = load_archive(small)
    (why,) = {record.title for record in archive.records.values()}
    moved = Redirect("cities/old/", "cities/alpha/", why)
    gone = Redirect("themes/old/", None, why)
    merged = Redirect("events/old/", "events/2030-harbour/talks/#talk-1", why)
    anchor = Redirect("cities/old/#x", None, why)
    finds = find_all(replace(archive, redirects=(moved, gone, merged, anchor)))
    found = dict(Extracts(finds, list_rows(archive), ADDRESS).list_documents())

    to = (found[f"{sort}/old.json"] for sort in ("cities", "themes", "events"))
    assert [document.model_dump()["moved_to"] for document in to] == [
        f"{ADDRESS}data/cities/alpha.json",
        None,
        f"{ADDRESS}data/events/2030-harbour.json",
    ]


def test_without_an_address_of_the_site_all_are_relative(small: Path) -> None:
    rows = list_rows(load_archive(small))

    assert {row.url_en.split("/")[0] for row in rows.of(records.Passage)} == {"en"}


def test_a_table_or_column_without_words_is_a_problem() -> None:
    with pytest.raises(ProblemsFound, match=r"data/words\.yml:1: .*'towers'"):
        describe_table("towers")
    with pytest.raises(ProblemsFound, match=r"data/words\.yml:1: .*'height'"):
        describe("cities", "height")


def test_every_column_is_described_once_in_both_languages() -> None:
    used: set[str] = set()
    tables: tuple[type[Row], ...] = (*TABLES, documents.FullPassage, documents.FullSpeaker)
    for table in tables:
        assert describe_table(table.table).zh
        for name in table.model_fields:
            words = describe(table.table, name)
            assert "" not in {words.zh, words.en}
            assert "{" not in words.zh + words.en
            used |= {name, f"{table.table}.{name}"}
    assert set(read_words()["columns"]) <= used
    assert set(read_words()["tables"]) == {table.table for table in TABLES}
