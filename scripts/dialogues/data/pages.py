"""Make the parts of the page about the open data that are not written by a person."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from dialogues.data.columns import Column, Row, columns_of
from dialogues.data.rows import Rows
from dialogues.data.shapes import TABLES
from dialogues.data.words import describe, describe_table, statements
from dialogues.model.entities import Bilingual
from dialogues.rendering.linked_data import write_script
from dialogues.rendering.site import PageText, Site
from dialogues.rendering.templating import render
from dialogues.rendering.words import LANGUAGES

DOWNLOADS = {
    "city-dialogues.json": "application/json",
    "city-dialogues.sqlite": "application/vnd.sqlite3",
    "datapackage.json": "application/json",
}
"""What holds the whole, with its type."""


@dataclass(frozen=True)
class Table:
    """A table, as the page describes it."""

    name: str
    meaning: Bilingual
    count: int
    columns: tuple[tuple[Column, Bilingual], ...]


def render_parts(site: Site, rows: Rows) -> Iterator[PageText]:
    """Yield each part under a name that MkDocs makes no page of; its links start at the page."""
    tables = [_table(table, rows) for table in TABLES]
    city = min(city.key for city in site.archive.cities.values() if site.crosslinks.said.get(city))
    address = Markup(site.address)  # noqa: S704 - the builder's own setting, within code
    for language in LANGUAGES:
        view = replace(site, language=language).view_of("data.md")
        yield (
            f"{language}/data/_tables.md",
            render("data_tables", view=view, tables=tables, anchor=_anchor),
        )
        yield f"{language}/data/_dataset.md", _describe(replace(site, language=language))
        examples = render("data_examples", view=view, address=address, city=Markup(city))  # noqa: S704 - a key
        yield f"{language}/data/_examples.md", examples


def _describe(site: Site) -> str:
    """Return what search engines for data read."""
    said = statements()
    about = [
        said[name].in_language(site.language) for name in ("summary", "not_verbatim", "rights")
    ]
    files = {f"{site.address}data/{name}": kind for name, kind in DOWNLOADS.items()}
    return write_script([site.linked_data.describe_dataset(about, files)]).lstrip()


def _anchor(table: str) -> str:
    return f"table-{table.replace('_', '-')}"


def _table(table: type[Row], rows: Rows) -> Table:
    columns = tuple((column, describe(table.table, column.name)) for column in columns_of(table))
    return Table(table.table, describe_table(table.table), len(rows.of(table)), columns)
