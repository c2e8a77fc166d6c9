"""Learn the English of what records print again and again, from a list and from other records."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from dialogues.finding.numbers import read_numeral
from dialogues.model.entities import Bilingual
from dialogues.parsing.blocks import SEPARATORS
from dialogues.parsing.layout import Column
from dialogues.parsing.rows import CAPITALS
from dialogues.reading.records import Folder
from dialogues.reading.yaml_nodes import read_plain

UNKNOWN = "?"
"""What stands where a person has to write a value; with a key behind it where names must differ."""
COUNT = re.compile(
    rf"[\s一二三四五六七八九十壹貳參肆伍陸柒捌玖拾]{{1,3}}[{SEPARATORS}]\s*|[（(][一二三四五六七八九十]{{1,3}}[）)]\s*"
)


@dataclass(frozen=True)
class Phrases:
    """What is known of roles, facts, their values, headings and columns, by what is printed."""

    roles: Mapping[str, str]
    facts: Mapping[str, str]
    values: Mapping[str, str]
    headings: Mapping[str, str]
    bodies: Mapping[str, str]
    ministries: Mapping[str, str]
    """Bodies of Taiwan's government, whose names say whose they are."""
    columns: Mapping[str, Column]
    units: Mapping[str, str]
    """What a body is, by the end of its name."""
    words: Mapping[str, str]
    """Words of which names of bodies are made."""

    @property
    def local(self) -> "Phrases":
        """What is known of a city, whose 環境部 is no ministry."""
        bodies = {name: en for name, en in self.bodies.items() if name not in self.ministries}
        return replace(self, bodies=bodies)

    def find_fact(self, name: str) -> str | None:
        """Return the English of the name of a fact, behind its number where it is printed with one."""
        number, bare = split_count(name)
        english = self.facts.get(name) or self.facts.get(bare)
        return f"{write_count(number)}{english}" if english else None

    def find_column(self, heading: str) -> Column | None:
        """Return what stands beneath a column heading: as printed elsewhere, or by a word in it."""
        if heading in self.columns:
            return self.columns[heading]
        within = [word for word in self.columns if len(word) > 1 and word in heading]
        return self.columns[max(within, key=len)] if within else None


def split_count(text: str) -> tuple[str, str]:
    """Return the number with which a heading or the name of a fact begins, and the rest."""
    number = COUNT.match(text)
    return (number[0], text[number.end() :]) if number else ("", text)


def write_count(number: str) -> str:
    """Return the number of a heading as English has it."""
    numeral = "".join(c for c in number.translate(CAPITALS) if c in "一二三四五六七八九十")
    return f"{read_numeral(numeral)}. " if numeral else ""


@cache
def _listed() -> Any:
    text = files(__package__).joinpath("phrases.yml").read_text(encoding="utf-8")
    return read_plain(text)


def name_city(local: str, country: str) -> str:
    """Return the English name of a city that has another at home: Gent is Ghent."""
    return str(_listed()["cities"].get(country, {}).get(local, local))


def learn_phrases(folders: Iterable[Folder]) -> Phrases:
    """Return the phrases of the list and those of other records, which come first."""
    listed, folders = _listed(), list(folders)
    columns = {word: column for column, words in listed["columns"].items() for word in words}
    for folder in folders:
        columns.update(folder.entry.columns)
    return Phrases(
        roles=listed["roles"] | _pair(_roles_of(folders)),
        facts=listed["facts"] | _pair(f.name for each in folders for f in each.entry.facts),
        values=listed["values"] | _pair(f.value for each in folders for f in each.entry.facts),
        headings=listed["headings"] | _pair(h for each in folders for h in each.entry.headings),
        bodies=listed["bodies"] | listed["ministries"],
        ministries=listed["ministries"],
        columns=columns,
        units=listed["units"],
        words=listed["words"],
    )


def _roles_of(folders: Iterable[Folder]) -> Iterator[Bilingual]:
    """Yield the roles of labels without a doubt or a note, which make them particular."""
    for folder in folders:
        for _, _, label in folder.entry.every_label:
            if label.role and not label.note and not label.certainty:
                yield label.role


def _pair(texts: Iterable[Bilingual]) -> dict[str, str]:
    return {text.zh: text.en for text in texts if text.en != UNKNOWN}
