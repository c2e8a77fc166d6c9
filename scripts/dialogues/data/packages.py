"""Describe the CSV files as a Data Package (Frictionless, version 2.0): datapackage.json."""

from typing import Any

from dialogues.data.cells import Addresses
from dialogues.data.columns import Column, Row, columns_of
from dialogues.data.rows import Rows
from dialogues.data.shapes import TABLES
from dialogues.data.shapes.records import Record
from dialogues.data.shapes.registry import City
from dialogues.data.words import describe, describe_table, statements
from dialogues.rendering.words import MAINTAINERS

PROFILES = "https://datapackage.org/profiles/2.0"
ENCODING = (
    "CSV is UTF-8 with a byte order mark. An empty cell is a value that there is none of. The items of"
    " a list have | between them (a | or \\ within one has a \\ before it). A text or list that begins"
    " with = + - @ (or their full-width forms), a tab, a line end or an apostrophe, or that looks like"
    " a number or a date, has an apostrophe in front of it, so that no spreadsheet takes it for a"
    " formula, a number or a date; take one away from each that begins with one."
)

GEONAMES = {"title": "GeoNames", "path": "https://www.geonames.org/"}
GEONAMES_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Positions and ids of cities: GeoNames, Creative Commons Attribution 4.0",
}


def describe_package(rows: Rows, address: str, version: str) -> dict[str, Any]:
    """Return the descriptor; `address` is that of the site, empty where it is not known."""
    said = statements()
    texts = [said[name].en for name in ("not_verbatim", "unofficial", "rights", "geonames", "cite")]
    package = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "city-dialogues",
        "title": f"{said['title'].zh} {said['title'].en}",
        "description": "\n\n".join([*texts, ENCODING]),
        "licenses": [{"name": "MIT", "title": said["rights"].en}, GEONAMES_LICENCE],
        "contributors": [{"title": MAINTAINERS, "roles": ["publisher"]}],
        "sources": [{"title": row.title_zh, "path": row.source} for row in rows.of(Record)],
        "resources": [_resource(table) for table in TABLES],
    }
    home = {"homepage": Addresses(address).file("data/")} if address else {}
    return package | home | ({"version": version} if version else {})


def _resource(table: type[Row]) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.table,
        "path": f"{table.table}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": describe_table(table.table).en,
        "schema": _schema(table),
        **({"sources": [GEONAMES], "licenses": [GEONAMES_LICENCE]} if table is City else {}),
    }


def _schema(table: type[Row]) -> dict[str, Any]:
    columns = columns_of(table)
    keys = [
        {"fields": [column.name], "reference": _reference(table, column.of)}
        for column in columns
        if column.of
    ]
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(table, column) for column in columns],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(table: type[Row], column: Column) -> dict[str, Any]:
    there = column.required and not column.items  # a list of nothing is an empty cell
    rules: dict[str, Any] = {"required": True} if there else {}
    if column.choices:
        rules["enum"] = list(column.choices)
    items = {"delimiter": "|", "itemType": column.items} if column.items else {}
    return {
        "name": column.name,
        "type": column.type,
        **items,
        "description": describe(table.table, column.name).en,
        **({"constraints": rules} if rules else {}),
    }


def _reference(table: type[Row], of: str) -> dict[str, Any]:
    target = next(other for other in TABLES if other.table == of)
    own = {} if target is table else {"resource": of}
    return {**own, "fields": list(target.key)}
