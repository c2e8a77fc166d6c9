"""Write all tables as one SQLite file, with keys, references and what each column means."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

from dialogues.data.columns import Column, Row, columns_of
from dialogues.data.rows import Rows
from dialogues.data.shapes import TABLES
from dialogues.data.words import describe, describe_table

SQL_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
"""All else is TEXT: dates as ISO 8601 has them, lists as JSON."""
WRITER = slice(96, 100)
"""Where a file names the release of SQLite that wrote it."""
HEADS = {2: 12, 5: 12, 10: 8, 13: 8}
"""Kinds of pages that hold rows or keys, and how long their heads are (sqlite.org/fileformat2)."""


def write_database(rows: Rows) -> bytes:
    """Return the file; raise sqlite3.IntegrityError where a row refers to one that is not there."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA secure_delete = ON")  # bytes of what was moved are blank
        database.execute("BEGIN")
        for table in TABLES:
            database.execute(_define(table))
        for table in TABLES:
            _insert(database, table, rows)
        database.execute("COMMIT")
        database.execute("VACUUM")
        return blank(database.serialize())


def blank(file: bytes) -> bytes:
    """Blank what no row uses, since what is left there differs between releases of SQLite.

    So the same data gives the same bytes, whichever Python builds the site.
    """
    data = bytearray(file)
    data[WRITER] = bytes(4)
    for page in range(0, len(data), int.from_bytes(data[16:18])):
        head = page or 100  # the first page begins with the head of the file
        if length := HEADS.get(data[head]):
            places = head + length + 2 * int.from_bytes(data[head + 3 : head + 5])
            content = page + int.from_bytes(data[head + 5 : head + 7])
            data[places:content] = bytes(content - places)
    return bytes(data)


def _define(table: type[Row]) -> str:
    lines = ",\n".join(_definitions(table))
    return f"CREATE TABLE {table.table} ( -- {describe_table(table.table).en}\n{lines}\n)"


def _definitions(table: type[Row]) -> Iterator[str]:
    for column in columns_of(table):
        yield f'  /* {describe(table.table, column.name).en} */\n  "{column.name}" {_rules(column)}'
    yield f"  PRIMARY KEY ({', '.join(table.key)})"


def _rules(column: Column) -> str:
    rules = [SQL_TYPES.get(column.type, "TEXT")]
    if column.required:
        rules.append("NOT NULL")
    choices = ("0", "1") if column.type == "boolean" else [f"'{c}'" for c in column.choices]
    if choices:
        rules.append(f'CHECK ("{column.name}" IN ({", ".join(choices)}))')
    if column.of:
        rules.append(f"REFERENCES {column.of} DEFERRABLE INITIALLY DEFERRED")
    return " ".join(rules)


def _insert(database: sqlite3.Connection, table: type[Row], rows: Rows) -> None:
    names = [column.name for column in columns_of(table)]
    places = ", ".join("?" * len(names))
    values = ([_value(getattr(row, name)) for name in names] for row in rows.of(table))
    database.executemany(f"INSERT INTO {table.table} VALUES ({places})", values)  # noqa: S608 - names of ours


def _value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False, default=date.isoformat)
    return value
