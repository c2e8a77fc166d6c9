"""Make all files of open data by their paths under docs/. Pure: the same archive gives the same bytes."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from dialogues.data.books import render_books, render_prints
from dialogues.data.cells import Addresses
from dialogues.data.citations import render_citation
from dialogues.data.databases import write_database
from dialogues.data.extracts import Extracts
from dialogues.data.guides import render_guide
from dialogues.data.packages import describe_package
from dialogues.data.pages import render_parts
from dialogues.data.rows import Rows, list_rows
from dialogues.data.shapes import TABLES
from dialogues.data.shapes.documents import JSON_FILES, JsonFile, Whole
from dialogues.data.spreadsheets import write_csv
from dialogues.data.tei import render_tei
from dialogues.data.texts import render_text
from dialogues.memory import NOTHING, Memory
from dialogues.model.entities import LANGUAGES
from dialogues.rendering.site import Site

DIALECT = "https://json-schema.org/draft/2020-12/schema"
File = tuple[str, str | bytes]
"""A path under docs/, and what stands there."""


def render_data(site: Site, memory: Memory = NOTHING) -> Iterator[File]:
    """Yield the files, all below data/, and the parts of the page about them."""
    rows = list_rows(site.archive, site.address, site.version)
    addresses = Addresses(site.address)
    files: dict[str, str | bytes] = {
        f"{table.table}.csv": write_csv(table, rows.of(table)) for table in TABLES
    }
    files["city-dialogues.json"] = _write(_whole(rows, addresses))
    files["city-dialogues.sqlite"] = write_database(rows)
    files["datapackage.json"] = _dump(describe_package(rows, site.address, site.version))
    yield from ((f"data/{name}", content) for name, content in files.items())
    for name, shape in JSON_FILES.items():
        yield f"data/schema/{name}.json", _dump(describe_file(name, shape, addresses))
    yield from render_parts(site, rows, {name: _weigh(file) for name, file in files.items()})
    yield "data/CITATION.cff", render_citation(site.address, site.version)
    yield from render_tei(site)
    yield from render_books(site, memory)
    yield from render_prints(site)
    yield "data/llms.txt", render_guide(site)
    for language in LANGUAGES:
        own = replace(site, language=language)
        yield f"data/city-dialogues.{language}.txt", render_text(own)
    for path, document in Extracts(site, rows, site.address).list_documents():
        yield f"data/{path}", _write(document)


def describe_file(name: str, shape: type[JsonFile], addresses: Addresses) -> dict[str, Any]:
    """Return the JSON Schema of a sort of file."""
    own = {"$schema": DIALECT, "$id": addresses.file(f"data/schema/{name}.json")}
    return own | _read_shape(shape)


@cache
def _read_shape(shape: type[JsonFile]) -> dict[str, Any]:
    """Return what pydantic says of a sort of file: a quarter of the data's time, each time the same."""
    return shape.model_json_schema(mode="serialization")


def _whole(rows: Rows, addresses: Addresses) -> JsonFile:
    tables = {table.table: rows.of(table) for table in TABLES}
    schema = addresses.file("data/schema/city-dialogues.json")
    return Whole.model_validate({"$schema": schema, **tables})


def _weigh(content: str | bytes) -> int:
    return len(content.encode("utf-8") if isinstance(content, str) else content)


def _write(document: JsonFile) -> str:
    return document.model_dump_json(by_alias=True, indent=1) + "\n"


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
