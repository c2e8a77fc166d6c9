"""Cities, people, organizations, initiatives and themes: what has a name and a page."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import ConfigDict, Field, Strict, StringConstraints

Line = Annotated[str, StringConstraints(min_length=1, max_length=1_000, pattern=r"^\S(.*\S)?$")]
"""One line of text without white space around it."""
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""

LANGUAGES = ("zh", "en")
"""Those of the site: the fields of Bilingual, and the folders of pages below docs/."""


@dataclass(frozen=True)
class Bilingual:
    """The same line in Chinese and English; in a file of YAML it has these two fields alone."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    zh: Line
    en: Line

    def in_language(self, language: str) -> str:
        """Return the words in `zh` or `en`."""
        return self.zh if language == "zh" else self.en


def host_of(url: str) -> str:
    """Return the host of an address, as a reader knows it."""
    return urlsplit(url).netloc.removeprefix("www.")


def wikidata_address(item: str) -> str:
    """Return the address of an item of Wikidata."""
    return f"https://www.wikidata.org/wiki/{item}"


@dataclass(frozen=True, kw_only=True)
class NameSource:
    """A public page or a publication that has an English name."""

    url: str | None = None
    publication: str | None = None
    says: str | None = None
    """The words that it has."""
    date: datetime.date | None = None
    """Its own date, where it has one."""

    @property
    def where(self) -> str:
        """The publication, or the host of the page."""
        return self.publication or host_of(self.url or "")


@dataclass(frozen=True, kw_only=True)
class Entity:
    """Somebody or something with a name, and with a page of its own."""

    folder: ClassVar[str]
    """The registry file that it stands in, and the folder of its page."""

    key: str
    name: Bilingual
    variants: tuple[str, ...] = ()
    """Other names that occur in the records."""
    exclude: tuple[str, ...] = ()
    """Longer names in which one of its names means something else."""
    note: Bilingual | None = None
    """What is doubtful about it."""
    sources: tuple[NameSource, ...] = ()
    """Where its English name is from."""
    wikidata: str | None = None
    """Its item on Wikidata, such as Q1867."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that stands for it in a text, each once."""
        return tuple(dict.fromkeys((self.name.zh, self.name.en, *self.variants)))

    @property
    def path(self) -> str:
        """The path of its page below the language."""
        return f"{self.folder}/{self.key}.md"


@dataclass(frozen=True, kw_only=True)
class CityFacts:
    """What is known of a city beside its names: the fields of its entry in cities.yml, and of City."""

    kind: Literal["city", "county", "province", "region", "state", "borough", "metropolis"]
    country: CountryCode
    geonames: Annotated[int, Strict(), Field(gt=0, lt=10**9)] | None = None
    latitude: Annotated[float, Strict(), Field(ge=-90, le=90)]
    """Degrees, north positive."""
    longitude: Annotated[float, Strict(), Field(ge=-180, le=180)]
    """Degrees, east positive."""


@dataclass(frozen=True, kw_only=True)
class City(CityFacts, Entity):
    """A city, county, province or state."""

    folder = "cities"


@dataclass(frozen=True, kw_only=True)
class Person(Entity):
    """A named person."""

    folder = "people"


@dataclass(frozen=True, kw_only=True)
class Organization(Entity):
    """A body that somebody speaks for or of."""

    folder = "organizations"

    city: City | None = None
    country: str | None = None


@dataclass(frozen=True, kw_only=True)
class Initiative(Entity):
    """A named project, product, programme, standard or award."""

    folder = "initiatives"

    kind: str
    city: City | None = None
    """Whose it is, where a record says so."""
    part_of: str | None = None
    """The key of the initiative that it belongs to."""


@dataclass(frozen=True, kw_only=True)
class Theme(Entity):
    """A subject that passages are about."""

    folder = "themes"

    scope: Bilingual
    """What belongs here, and what does not."""
    iso: int
    """The nearest section of ISO 37120 and ISO 37122."""
    sdg: int
    """The nearest Sustainable Development Goal."""
    terms: tuple[str, ...]
    """Words that show it in a Chinese passage."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Entities:
    """All that has a name and a page of its own, by sort and key."""

    themes: Mapping[str, Theme]
    cities: Mapping[str, City]
    people: Mapping[str, Person]
    organizations: Mapping[str, Organization]
    initiatives: Mapping[str, Initiative]

    def of_sort(self, sort: str) -> Mapping[str, Entity]:
        """Return the entities of one registry file by their keys."""
        found: Mapping[str, Entity] = getattr(self, sort)
        return found

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Everything, sort by sort."""
        return tuple(entity for sort in SORTS for entity in self.of_sort(sort).values())

    @property
    def linked(self) -> tuple[Entity, ...]:
        """All whose names become links where a text has them; the words of themes are too common."""
        return tuple(entity for entity in self.entities if not isinstance(entity, Theme))


SORTS = tuple(field.name for field in fields(Entities))
"""The registry files whose entries have pages, and the folders of these."""
