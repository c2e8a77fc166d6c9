"""The shapes of the YAML files under docs/records and docs/registry.

Each model is one file or one entry of it. A field that no model knows is a Problem. `make schema`
writes them as JSON Schema, so that an editor completes and checks while somebody types.
"""

import datetime
from functools import cache
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

LONGEST_TEXT = 20_000
KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=80)]
"""Lower-case words joined by hyphens: safe in an address, a file name and an anchor."""
Name = Annotated[str, StringConstraints(min_length=2, max_length=200, pattern=r"^\S(.*\S)?$")]
"""Words that are looked for in a text: one character would be found everywhere."""
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, pattern=r"^\S([^\n]*\S)?$")
]
"""One paragraph."""
HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$", max_length=500)]
"""The address of a public page."""
Whole = Annotated[int, Strict()]
"""A whole number as such: no text, nor true."""


def _check_day(value: object) -> object:
    """Refuse what is no text: a number would count as seconds since 1970."""
    if not isinstance(value, str) or len(value) != len("2022-03-22"):
        raise PydanticCustomError("date_parsing", "input should be a valid date")
    return value


Day = Annotated[
    datetime.date,
    Field(ge=datetime.date(1900, 1, 1), lt=datetime.date(2200, 1, 1)),
    BeforeValidator(_check_day),
]
"""A day on which people now can have met; another is a slip."""
Wikidata = Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d{0,9}$")]
"""The identifier of an item of Wikidata, such as Q1867."""


class Model(BaseModel):
    """A mapping that may hold its own fields and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@cache
def list_fields() -> frozenset[str]:
    """Return the names of all fields; no entry of a file has one of them for its key."""
    models, found = [Model], {"zh", "en"}
    while models:
        model = models.pop()
        models += model.__subclasses__()
        found |= model.model_fields.keys()
    return frozenset(found)
