"""The tables: a model is a table, a field is a column, and `Of` is a reference to another table."""

from dialogues.data.columns import Row, Text
from dialogues.data.shapes import records, registry


class About(Row):
    table, key = "about", ("name",)
    name: Text
    zh: Text
    en: Text


TABLES: tuple[type[Row], ...] = (
    About,
    records.Passage,
    records.PassageTheme,
    records.Reference,
    records.Correction,
    records.Contribution,
    records.Speaker,
    records.SpeakerCity,
    records.Heading,
    records.Fact,
    records.Session,
    records.Film,
    records.Event,
    records.Record,
    records.Citation,
    records.Omission,
    registry.Theme,
    registry.City,
    registry.Person,
    registry.Organization,
    registry.Initiative,
    registry.NameSource,
    registry.Term,
)
"""All tables, those that a reader looks for first."""
