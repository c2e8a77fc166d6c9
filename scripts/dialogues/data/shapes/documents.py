"""The JSON files: rows of the tables, put together as a page shows them."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from dialogues.data.columns import Text, Url
from dialogues.data.shapes import TABLES, About, registry
from dialogues.data.shapes import records as told


class JsonFile(BaseModel):
    """A JSON file, with the address of its JSON Schema."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    json_schema: Annotated[Url, Field(alias="$schema")]


class Extract(JsonFile):
    """What one page shows, with what has to be known of the data."""

    about: tuple[About, ...]


class FullSpeaker(told.Speaker):
    """Who speaks or is pictured, with the cities."""

    cities: tuple[Text, ...]


class FullPassage(told.Passage):
    """A passage with all that belongs to it."""

    question: Text | None
    speakers: tuple[FullSpeaker, ...]
    refers_to: tuple[Text, ...]
    corrections: tuple[told.Correction, ...]


class EventFile(Extract):
    """What the records tell of an event."""

    event: told.Event
    sessions: tuple[told.Session, ...]
    records: tuple[told.Record, ...]
    headings: tuple[told.Heading, ...]
    facts: tuple[told.Fact, ...]
    films: tuple[told.Film, ...]
    passages: tuple[FullPassage, ...]


class CityFile(Extract):
    """Where somebody speaks or is pictured for a city, and where others name it."""

    city: registry.City
    said: tuple[FullPassage, ...]
    pictured: tuple[FullPassage, ...]
    mentioned: tuple[FullPassage, ...]


class ThemeFile(Extract):
    """What is said and asked on a theme."""

    theme: registry.Theme
    passages: tuple[FullPassage, ...]


class MovedFile(JsonFile):
    """Where the page went that had a file at this address."""

    moved_to: Url | None
    why_zh: Text
    why_en: Text


_TABLES: dict[str, Any] = {table.table: (tuple[table, ...], ...) for table in TABLES}  # type: ignore[valid-type]
Whole: type[JsonFile] = create_model("Whole", __base__=JsonFile, **_TABLES)
"""All tables."""

JSON_FILES: dict[str, type[JsonFile]] = {
    "event": EventFile,
    "city": CityFile,
    "theme": ThemeFile,
    "moved": MovedFile,
    "city-dialogues": Whole,
}
"""Each sort of file, by the name of its JSON Schema."""
