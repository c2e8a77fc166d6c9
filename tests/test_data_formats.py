"""The open data are the same in every format: CSV, JSON and SQLite say what the rows say."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import Any

import pytest

from conftest import ADDRESS
from dialogues.data.columns import Row, columns_of
from dialogues.data.databases import blank, write_database
from dialogues.data.files import render_data
from dialogues.data.rows import Rows
from dialogues.data.shapes import TABLES, records, registry
from dialogues.data.spreadsheets import FORMULA, MARK, write_csv
from dialogues.rendering.site import Site


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
    text = cell.removeprefix("'")
    if kind == "list":
        items = re.findall(r"(?:\\.|[^|\\])+", text)
        return tuple(re.sub(r"\\(.)", r"\1", item) for item in items)
    return text or None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_csv_read_back_is_the_rows(data: Mapping[str, str], rows: Rows, table: type[Row]) -> None:
    assert read_csv(table, data[f"data/{table.table}.csv"]) == rows.of(table)
    assert len({tuple(dict(row)[key] for key in table.key) for row in rows.of(table)}) == len(
        rows.of(table)
    )


def test_the_whole_is_the_same_in_json_and_sqlite(data: Mapping[str, Any], rows: Rows) -> None:
    told = json.loads(data["data/city-dialogues.json"])
    database = sqlite3.connect(":memory:")
    database.deserialize(data["data/city-dialogues.sqlite"])
    for table in TABLES:
        plain = [row.model_dump(mode="json") for row in rows.of(table)]
        assert told[table.table] == plain
        names = [column.name for column in columns_of(table)]
        arrays = {column.name for column in columns_of(table) if column.type == "list"}
        stored = [
            {n: json.loads(v) if n in arrays else v for n, v in zip(names, row, strict=True)}
            for row in database.execute(f"SELECT * FROM {table.table} ORDER BY rowid")  # noqa: S608 - names of ours
        ]
        assert stored == plain
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


@pytest.mark.parametrize("unused", [2000, 4096 + 2000], ids=["first page", "page of rows"])
def test_what_no_row_uses_in_a_database_is_blank(unused: int) -> None:
    """Each release of SQLite leaves other bytes there."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("CREATE TABLE a (b)")
        database.execute("INSERT INTO a VALUES ('words')")
        file = database.serialize()
        left = file[:unused] + b"left" + file[unused + 4 :]
        database.deserialize(blank(left))
        assert database.execute("SELECT b FROM a").fetchall() == [("words",)]
    assert blank(left) == blank(file)


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
    term = registry.Term(zh=f"{sign}SUM(A1)", en="=1", avoid=("=2", "3"))
    text = write_csv(registry.Term, [term])

    (cells,) = list(csv.reader(io.StringIO(text.removeprefix(MARK), newline="")))[1:]
    assert cells == [f"'{sign}SUM(A1)", "'=1", "'=2|3"]
    assert read_csv(registry.Term, text) == (term,)


LIKE_NUMBERS = (
    "1.",
    "(5)",
    "110/03/28",
    "111年09月05日",
    "10:30",
    "1-2",
    "007",
    "5 March 2022",
    "1E5",
)
NO_NUMBERS = ("2", "q1-2", "2、", "5G", "1+x", "March", "2030 年達成碳中和")


@pytest.mark.parametrize("text", LIKE_NUMBERS + NO_NUMBERS)
def test_no_text_becomes_a_number_or_a_day(text: str) -> None:
    """Of these LibreOffice and Excel make numbers and days: 1, -5, a day of the year 110."""
    term = registry.Term(zh=text, en="x", avoid=(f"a|b\\{text}",))
    written = write_csv(registry.Term, [term])

    assert (f"\n'{text}," in written) == (text in LIKE_NUMBERS)
    assert read_csv(registry.Term, written) == (term,)


def test_numbers_are_numbers(data: Mapping[str, str]) -> None:
    lines = csv.DictReader(io.StringIO(data["data/cities.csv"].removeprefix(MARK), newline=""))
    western = [line for line in lines if line["longitude"].startswith("-")]

    assert western
    assert all(float(line["longitude"]) < 0 for line in western)
