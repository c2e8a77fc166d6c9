"""The shapes of the files under docs/registry: what records share."""

from typing import Annotated, Literal

from pydantic import Field, RootModel, Strict, StringConstraints

from dialogues.model.entities import Bilingual, CityFacts, CountryCode, Line
from dialogues.schemas import Day, HttpsUrl, Key, Model, Name, Whole, Wikidata

Number = Annotated[Whole, Field(ge=0, lt=1_000)]
"""A number of a scheme."""


class NameSourceEntry(Model):
    """A public page, or else a publication, that has an English name."""

    url: HttpsUrl | None = None
    publication: Line | None = None
    """Its title, where it is on no public page."""
    says: Line | None = None
    """The words that it has."""
    date: Day | None = None
    """Its own date, where it has one."""


class NamedEntry(Model):
    """What has a name."""

    zh: Line
    en: Line

    @property
    def name(self) -> Bilingual:
        """Its name in both languages."""
        return Bilingual(self.zh, self.en)


class LinkedEntry(NamedEntry):
    """What has a name that becomes a link, and a page of its own."""

    variants: tuple[Name, ...] = ()
    """Other names that occur in the records or their translations, exactly as written there."""
    exclude: tuple[Name, ...] = ()
    """Longer names in which one of this entry's names means something else."""
    note: Bilingual | None = None
    """What is doubtful about it."""
    sources: tuple[NameSourceEntry, ...] = ()
    """Where the English name is from."""
    wikidata: Wikidata | None = None
    """Its item, from a source that the head of the file names."""


class CityEntry(LinkedEntry, CityFacts):  # type: ignore[misc]  # a Model is frozen too
    """A city, county, province or state: docs/registry/cities.yml."""


class PersonEntry(LinkedEntry):
    """A named person: docs/registry/people.yml."""

    romanization: Literal["usual"] | None = None
    """`usual`: the English name is the usual romanisation, no spelling of their own was found."""


class OrganizationEntry(LinkedEntry):
    """A body that somebody speaks for or of: docs/registry/organizations.yml."""

    city: Key | None = None
    country: CountryCode | None = None


class InitiativeEntry(LinkedEntry):
    """A named project or thing of that sort: docs/registry/initiatives.yml."""

    kind: Literal[
        "project", "programme", "product", "platform", "policy", "standard", "award", "event",
        "document",
    ]  # fmt: skip
    city: Key | None = None
    """Whose it is, where a record says so."""
    part_of: Key | None = None
    """The initiative that it belongs to."""


class ThemeEntry(NamedEntry):
    """What passages are about: docs/registry/themes.yml."""

    scope: Bilingual
    """What belongs here, and what does not."""
    iso: Number
    """The nearest section of ISO 37120 and ISO 37122."""
    sdg: Number
    """The nearest Sustainable Development Goal."""
    terms: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Words that show it in a Chinese passage."""


class EventEntry(Model):
    """What several records can belong to: docs/registry/events.yml."""

    title: Bilingual
    city: Key
    place: Bilingual | None = None
    sources: tuple[NameSourceEntry, ...] = ()
    """Where the English title is from."""
    wikidata: Wikidata | None = None
    """Its item, from a source that the head of the file names."""


class Cities(RootModel[dict[Key, CityEntry]]):
    """docs/registry/cities.yml."""


class People(RootModel[dict[Key, PersonEntry]]):
    """docs/registry/people.yml."""


class Organizations(RootModel[dict[Key, OrganizationEntry]]):
    """docs/registry/organizations.yml."""


class Initiatives(RootModel[dict[Key, InitiativeEntry]]):
    """docs/registry/initiatives.yml."""


class Themes(RootModel[dict[Key, ThemeEntry]]):
    """docs/registry/themes.yml."""


class Schemes(RootModel[dict[Key, dict[Number, Bilingual]]]):
    """docs/registry/schemes.yml: the public schemes that themes are anchored to."""


class Events(RootModel[dict[Key, EventEntry]]):
    """docs/registry/events.yml."""


class TermEntry(Model):
    """A term and its English."""

    en: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Accepted forms, the best first; an inflection of a form counts."""
    avoid: tuple[Line, ...] = ()
    not_in: tuple[Line, ...] = ()
    """Longer words, as records have them, in which it is no term."""
    unit: Annotated[bool, Strict()] = False
    """Whether it is a term only where a number stands before it: 元, 度, 公尺."""


class SynonymEntry(Model):
    """Other words by which a reader may search for what the records call by a term."""

    en: Name
    """The term as the translations have it."""
    also: Annotated[tuple[Name, ...], Field(min_length=1)]


class Synonyms(RootModel[dict[Name, SynonymEntry]]):
    """docs/registry/synonyms.yml, by the Chinese term."""


class Terms(RootModel[dict[Line, TermEntry]]):
    """docs/registry/glossary.yml."""


class Featured(RootModel[dict[Key, dict[Key, Bilingual]]]):
    """docs/registry/featured.yml: what the home page shows of which passage, by record and id."""


class Omissions(RootModel[dict[Key, Bilingual]]):
    """docs/registry/omissions.yml: why each kind of artefact is left out of the pages."""


Address = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9-]{1,80}/)+(#[a-z0-9-]+)?$", max_length=250)
]
"""Of a page, or of an anchor on one: below the site, so that it can lead to no other place."""


class RedirectEntry(Model):
    """Where a published address went: docs/registry/redirects.yml."""

    to: Address | None = None
    why: Bilingual
    """Why it is gone; shown where it was."""


class Redirects(RootModel[dict[Address, RedirectEntry]]):
    """docs/registry/redirects.yml, by the address, without the language."""
