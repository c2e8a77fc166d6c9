"""The open data are what the archive holds: all of it, once, and nothing else, in every format."""

import csv
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dialogues.archive import Archive, Redirect
from dialogues.data.columns import Row, columns_of
from dialogues.data.databases import write_database
from dialogues.data.extracts import Extracts, join_passages
from dialogues.data.files import render_data
from dialogues.data.rows import Rows, list_rows
from dialogues.data.shapes import TABLES, documents, records, registry
from dialogues.data.spreadsheets import FORMULA, MARK, write_csv
from dialogues.data.words import describe, describe_table, read_words
from dialogues.loading import load_archive
from dialogues.rendering.site import Site

ADDRESS = "https://example.org/"
PASSAGES = "docs/records/2030-harbour-talks/passages.yml"


@pytest.fixture(scope="module")
def whole(archive: Archive) -> Site:
    return Site.of(archive, address=ADDRESS, version="2026-11-21, 0123456789")


@pytest.fixture(scope="module")
def rows(whole: Site) -> Rows:
    return list_rows(whole)


@pytest.fixture(scope="module")
def data(whole: Site) -> Mapping[str, str | bytes]:
    return dict(render_data(whole))


def read_csv(table: type[Row], text: str) -> tuple[Row, ...]:
    """Read a CSV file as the page says how."""
    assert text.startswith(MARK)
    lines = csv.DictReader(io.StringIO(text.removeprefix(MARK), newline=""))
    types = {column.name: column.type for column in columns_of(table)}
    assert lines.fieldnames == list(types)
    return tuple(
        table.model_validate({name: read_cell(types[name], cell) for name, cell in line.items()})
        for line in lines
    )


def read_cell(kind: str, cell: str) -> Any:
    if kind == "array":
        return json.loads(cell)
    return cell.removeprefix("'") or None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_csv_read_back_is_the_rows(data: Mapping[str, str], rows: Rows, table: type[Row]) -> None:
    assert read_csv(table, data[f"data/{table.table}.csv"]) == rows.of(table)
    assert len({tuple(dict(row)[key] for key in table.key) for row in rows.of(table)}) == len(
        rows.of(table)
    )


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
    site = Site.of(load_archive(small))

    passage = {row.id: row for row in list_rows(site).of(records.Passage)}["talk-1-2"]
    assert passage.themes == ()
    assert not any("proposed" in column.name for table in TABLES for column in columns_of(table))


def test_the_whole_is_the_same_in_json_and_sqlite(data: Mapping[str, Any], rows: Rows) -> None:
    told = json.loads(data["data/city-dialogues.json"])
    database = sqlite3.connect(":memory:")
    database.deserialize(data["data/city-dialogues.sqlite"])
    for table in TABLES:
        plain = [row.model_dump(mode="json") for row in rows.of(table)]
        assert told[table.table] == plain
        names = [column.name for column in columns_of(table)]
        arrays = {column.name for column in columns_of(table) if column.type == "array"}
        stored = [
            {n: json.loads(v) if n in arrays else v for n, v in zip(names, row, strict=True)}
            for row in database.execute(f"SELECT * FROM {table.table} ORDER BY rowid")  # noqa: S608 - names of ours
        ]
        assert stored == plain
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_reference_to_nothing_stops_the_database(rows: Rows) -> None:
    (first, *rest) = rows.of(records.PassageTheme)
    lost = first.model_copy(update={"theme": "nowhere"})
    broken = Rows({**rows.by_table, records.PassageTheme: [lost, *rest]})

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        write_database(broken)


def test_the_same_archive_gives_the_same_bytes(whole: Site, data: Mapping[str, object]) -> None:
    again = Site.of(whole.archive, address=ADDRESS, version=whole.version)

    assert dict(render_data(again)) == data


@pytest.mark.parametrize("sign", FORMULA)
def test_no_text_is_a_formula_and_none_is_lost(sign: str) -> None:
    term = registry.Term(zh=f"{sign}SUM(A1)", en="=1", avoid=("=2",))
    text = write_csv(registry.Term, [term])

    (cells,) = list(csv.reader(io.StringIO(text.removeprefix(MARK), newline="")))[1:]
    assert cells == [f"'{sign}SUM(A1)", "'=1", '["=2"]']
    assert read_csv(registry.Term, text) == (term,)


def test_numbers_are_numbers(data: Mapping[str, str]) -> None:
    lines = csv.DictReader(io.StringIO(data["data/cities.csv"].removeprefix(MARK), newline=""))
    western = [line for line in lines if line["longitude"].startswith("-")]

    assert western
    assert all(float(line["longitude"]) < 0 for line in western)


def test_each_file_of_a_page_has_its_passages(archive: Archive, whole: Site, rows: Rows) -> None:
    found = dict(Extracts(whole, rows).list_documents())
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
    site = Site.of(replace(archive, redirects=(moved, gone, merged, anchor)), address=ADDRESS)
    found = dict(Extracts(site, list_rows(site)).list_documents())

    to = (found[f"{sort}/old.json"] for sort in ("cities", "themes", "events"))
    assert [document.model_dump()["moved_to"] for document in to] == [
        f"{ADDRESS}data/cities/alpha.json",
        None,
        f"{ADDRESS}data/events/2030-harbour.json",
    ]


def test_without_an_address_of_the_site_all_are_relative(small: Path) -> None:
    site = Site.of(load_archive(small))

    assert {row.url_en.split("/")[0] for row in list_rows(site).of(records.Passage)} == {"en"}


def test_every_column_is_described_once_in_both_languages() -> None:
    used: set[str] = set()
    tables: tuple[type[Row], ...] = (*TABLES, documents.FullPassage, documents.FullSpeaker)
    for table in tables:
        assert describe_table(table.table).zh
        for name in table.model_fields:
            words = describe(table.table, name)
            assert words.zh
            assert words.en
            used |= {name, f"{table.table}.{name}"}
    assert set(read_words()["columns"]) <= used
    assert set(read_words()["tables"]) == {table.table for table in TABLES}
