"""Tables of themes, of all that has a name, of terms, and of where names are from."""

import datetime
from typing import Annotated, Literal

from dialogues.data.columns import Of, Row, Text, Url


class Theme(Row):
    table, key = "themes", ("theme",)
    theme: Text
    name_zh: Text
    name_en: Text
    scope_zh: Text
    scope_en: Text
    iso: int
    iso_zh: Text
    iso_en: Text
    sdg: int
    sdg_zh: Text
    sdg_en: Text
    url_zh: Url
    url_en: Url


class City(Row):
    table, key = "cities", ("city",)
    city: Text
    name_zh: Text
    name_en: Text
    other_names: tuple[str, ...]
    kind: Text
    country: Text
    country_zh: Text
    country_en: Text
    latitude: float
    longitude: float
    geonames: int | None
    wikidata: Text | None
    url_zh: Url
    url_en: Url


class Person(Row):
    table, key = "people", ("person",)
    person: Text
    name_zh: Text
    name_en: Text
    other_names: tuple[str, ...]
    note_zh: Text | None
    note_en: Text | None
    wikidata: Text | None
    url_zh: Url
    url_en: Url


class Organization(Row):
    table, key = "organizations", ("organization",)
    organization: Text
    name_zh: Text
    name_en: Text
    other_names: tuple[str, ...]
    city: Annotated[Text | None, Of("cities")]
    country: Text | None
    note_zh: Text | None
    note_en: Text | None
    wikidata: Text | None
    url_zh: Url
    url_en: Url


class Initiative(Row):
    table, key = "initiatives", ("initiative",)
    initiative: Text
    name_zh: Text
    name_en: Text
    other_names: tuple[str, ...]
    kind: Text
    city: Annotated[Text | None, Of("cities")]
    part_of: Annotated[Text | None, Of("initiatives")]
    note_zh: Text | None
    note_en: Text | None
    wikidata: Text | None
    url_zh: Url
    url_en: Url


class NameSource(Row):
    table, key = "name_sources", ("sort", "name_of", "position")
    sort: Literal["cities", "people", "organizations", "initiatives", "events"]
    name_of: Text
    position: int
    source_url: Text | None
    publication: Text | None
    says: Text | None
    date: datetime.date | None


class Term(Row):
    table, key = "terms", ("zh",)
    zh: Text
    en: Text
    avoid: tuple[str, ...]
