"""Make the parts of the page about the open data that are not written by a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from dialogues.data.columns import Column, Row, columns_of
from dialogues.data.rows import Rows
from dialogues.data.shapes import TABLES
from dialogues.data.tei import tei_path
from dialogues.data.words import describe, describe_table, statements
from dialogues.model.entities import LANGUAGES, Bilingual
from dialogues.rendering.linked_data import write_script
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.templating import render

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "sqlite": "application/vnd.sqlite3",
}
"""The types of the files, by how their names end."""
FIRST = ("passages", "passage_themes", "speakers", "sessions", "cities", "themes")
"""The tables that most who open the page look for."""
Sizes = Mapping[str, int]
"""The bytes of each file by its name."""


@dataclass(frozen=True)
class Table:
    """A table, as the page describes it."""

    name: str
    meaning: Bilingual
    count: int
    size: int
    """Of its CSV, in kilobytes."""
    columns: tuple[tuple[Column, Bilingual], ...]


def render_parts(site: Site, rows: Rows, sizes: Sizes) -> Iterator[PageText]:
    """Yield each part under a name that MkDocs makes no page of; its links start at the page."""
    tables = [_table(table, rows, sizes) for table in TABLES]
    tables.sort(key=lambda table: FIRST.index(table.name) if table.name in FIRST else len(FIRST))
    kilobytes = {name: _kilobytes(size) for name, size in sizes.items()}
    city = min(city.key for city in site.archive.cities.values() if site.crosslinks.said.get(city))
    address = Markup(site.address)  # noqa: S704 - the builder's own setting, within code
    for language in LANGUAGES:
        view = replace(site, language=language).view_of("data.md")
        sessions = [
            (tei_path(event, session), view.session_title(event, session))
            for event, session in site.archive.sessions
        ]
        values = {"view": view, "tables": tables, "anchor": _anchor, "sizes": kilobytes}
        downloads = render("data_downloads", first=len(FIRST), sessions=sessions, **values)
        yield f"{language}/data/_downloads.md", downloads
        yield f"{language}/data/_tables.md", render("data_tables", **values)
        yield f"{language}/data/_dataset.md", _describe(replace(site, language=language), sizes)
        examples = render("data_examples", view=view, address=address, city=Markup(city))  # noqa: S704 - a key
        yield f"{language}/data/_examples.md", examples


def _describe(site: Site, sizes: Sizes) -> str:
    """Return what search engines for data read."""
    said = statements()
    about = [
        said[name].in_language(site.language) for name in ("summary", "not_verbatim", "rights")
    ]
    files = [
        (
            f"{site.address}data/{name}",
            MEDIA_TYPES[name.rpartition(".")[2]],
            f"{_kilobytes(size)} kB",
        )
        for name, size in sizes.items()
    ]
    return write_script([site.linked_data.describe_dataset(about, files)]).lstrip()


def _kilobytes(size: int) -> int:
    return -(-size // 1000)


def _anchor(table: str) -> str:
    return f"table-{table.replace('_', '-')}"


def _table(table: type[Row], rows: Rows, sizes: Sizes) -> Table:
    columns = tuple((column, describe(table.table, column.name)) for column in columns_of(table))
    name, size = table.table, _kilobytes(sizes[f"{table.table}.csv"])
    return Table(name, describe_table(name), len(rows.of(table)), size, columns)
