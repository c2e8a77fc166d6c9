"""Define what a column of the published tables is: its type, and what it can hold."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from dialogues.data.words import describe

Text = Annotated[str, StringConstraints(min_length=1)]
Url = Annotated[Text, Field(json_schema_extra={"format": "uri-reference"})]
"""Absolute where the site's address is known, else from its home page."""
State = Literal["machine", "draft", "reviewed"]
Lines = tuple[int, ...]
"""Lines of the source, from 1."""


@dataclass(frozen=True)
class Of:
    """Marks a column that holds keys of another table."""

    table: str


class Row(BaseModel):
    """One row of a table. No text is empty: what there is none of is None."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    """The columns that tell one row from another."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the JSON Schema of a row, with what each column means."""
        schema = handler.resolve_ref_schema(handler(core_schema))
        for name, column in schema["properties"].items():
            column["description"] = describe(cls.table, name).en
        return schema


@dataclass(frozen=True)
class Column:
    """A column, as every format needs it."""

    name: str
    type: str
    """As Frictionless calls it: string, integer, number, boolean, date or list."""
    items: str
    """The type of what a list holds; empty of others."""
    required: bool
    choices: tuple[str, ...]
    """All that it can hold; empty where that is not fixed."""
    of: str | None
    """The table whose keys it holds."""


TYPES: dict[object, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    datetime.date: "date",
    tuple: "list",
}


@cache
def columns_of(table: type[Row]) -> tuple[Column, ...]:
    """Return the columns of a table in their order."""
    return tuple(_columns(table))


def _columns(table: type[Row]) -> Iterator[Column]:
    for name, field in table.model_fields.items():
        kinds, optional = _without_none(field.annotation)
        literals = tuple(value for kind in kinds for value in _literals(kind))
        plain = str if literals else get_origin(kinds[0]) or kinds[0]
        items = TYPES[_bare(get_args(kinds[0])[0])] if plain is tuple else ""
        of = next((mark.table for mark in field.metadata if isinstance(mark, Of)), None)
        yield Column(name, TYPES[plain], items, not optional, literals, of)


def _without_none(annotation: Any) -> tuple[list[Any], bool]:
    """Return the kinds of value of an annotation, and whether None is one."""
    union = get_origin(annotation) in (Union, UnionType)
    kinds = [_bare(kind) for kind in (get_args(annotation) if union else [annotation])]
    return [kind for kind in kinds if kind is not type(None)], type(None) in kinds


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _literals(kind: Any) -> tuple[str, ...]:
    return get_args(kind) if get_origin(kind) is Literal else ()
