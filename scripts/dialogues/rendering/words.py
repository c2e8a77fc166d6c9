"""The words of pages in one language: interface, names, dates, lists."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_skeleton
from markupsafe import Markup

from dialogues.finding.characters import HAN
from dialogues.finding.numbers import read_numeral
from dialogues.model.countries import country_name
from dialogues.model.entities import Bilingual, City, Entity
from dialogues.model.sessions import Speaker
from dialogues.problems import Problem, ProblemsFound
from dialogues.reading.yaml_nodes import read_plain
from dialogues.rendering.escaping import escape_inline, escape_markdown

MARK_CHINESE = r'<span lang="zh-Hant">\g<0></span>'
MAINTAINERS = "The City Dialogues maintainers"
"""Who keeps the project, as it is cited."""
SEAM = re.compile(rf"(?<=會)(?=[{HAN}])(?![議談場長員館])|(?<=[{HAN}])(?=與)")
"""Where a Chinese title has a name behind it: after a meeting (…會), before 與."""
DATE_LOCALES = {"zh": Locale.parse("zh_TW"), "en": Locale.parse("en_GB")}


@cache
def wording() -> dict[str, dict[str, str]]:
    """Return the words of the generated pages."""
    text = files(__package__).joinpath("wording.yml").read_text(encoding="utf-8")
    words: dict[str, dict[str, str]] = read_plain(text)
    return words


def find_words(key: str, language: str) -> str:
    """Return words of the interface; raise ProblemsFound where there are none."""
    words = wording().get(key, {}).get(language)
    if words is None:
        rule = f"the words must be there in zh and en, and {key!r} has none in {language}"
        raise ProblemsFound([Problem("scripts/dialogues/rendering/wording.yml", 1, rule)])
    return words


@cache
def _escaped_words(key: str, language: str) -> Markup:
    """Return words escaped for Markdown, the braces around the names of values kept."""
    words = find_words(key, language)
    # What goes on behind a word begins no paragraph, and keeps its space.
    words = str((escape_inline if words.startswith(" ") else escape_markdown)(words))
    return Markup(words.replace("&#123;", "{").replace("&#125;", "}"))  # noqa: S704 - escaped


@dataclass(frozen=True)
class Words:
    """What a page says in its language."""

    language: str

    @property
    def tag(self) -> str:
        """The tag of the language."""
        return "en" if self.language == "en" else "zh-Hant"

    def say(self, key: str, **values: object) -> Markup:
        """Return words of the interface with values filled in, both escaped."""
        words = _escaped_words(key, self.language)
        return words.format(**{name: escape_markdown(value) for name, value in values.items()})

    def label(self, key: str) -> Markup:
        """Return words of the interface with the language's colon behind them."""
        return self.say(key) + self.colon

    @property
    def colon(self) -> Markup:
        """What the language sets between a name and what is said of it."""
        return Markup("：") if self.language == "zh" else Markup(": ")

    @property
    def comma(self) -> Markup:
        """What the language sets between the parts of a line."""
        return Markup("，") if self.language == "zh" else Markup(", ")

    @property
    def semicolon(self) -> Markup:
        """What the language sets between things that have commas within them."""
        return Markup("；") if self.language == "zh" else Markup("; ")

    @property
    def dot(self) -> Markup:
        """What stands between the parts of a line that are of different kinds; none begins with it."""
        return Markup("\u00a0· ")

    def plain(self, key: str, **values: object) -> str:
        """Return words of the interface as they are, for a place that escapes them itself."""
        return find_words(key, self.language).format(**values)

    def within(self, key: str) -> str:
        """Return words of the interface as they stand within a sentence."""
        words = self.plain(key)
        return words[0].lower() + words[1:]

    def pick(self, words: Bilingual) -> str:
        """Return the words in the page's language."""
        return words.in_language(self.language)

    def title(self, words: Bilingual) -> Markup:
        """Return a title that a narrow page may cut where one name in it ends, not within a name."""
        return Markup("<wbr>").join(map(escape_inline, SEAM.split(self.pick(words))))

    def when(self, dates: Sequence[datetime.date]) -> str:
        """Return dates as a part of a line, which no line cuts."""
        return self.dates(dates).replace(" ", "\u00a0")

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return self.pick(country_name(code))

    def date(self, date: datetime.date) -> str:
        """Return a date as the language writes it."""
        return format_date(date, "long", locale=DATE_LOCALES[self.language])

    def month(self, year: int, month: int) -> str:
        """Return a month as the language writes it."""
        date = datetime.date(year, month, 1)
        return format_skeleton("yMMMM", date, locale=DATE_LOCALES[self.language])

    def names(self, entities: Iterable[Entity]) -> str:
        """Return names as the language lists them."""
        return self.list(self.pick(entity.name) for entity in entities)

    def dates(self, dates: Sequence[datetime.date]) -> str:
        """Return some dates as the language lists them, days of a month in a row as first to last."""
        first, last = dates[0], dates[-1]
        in_a_row = (last - first).days == len(dates) - 1 and first.month == last.month
        if len(dates) == 1 or not in_a_row:
            return self.list(self.date(date) for date in dates)
        if self.language == "zh":
            return f"{self.date(first)}至{last.day}日"
        return f"{first.day}–{self.date(last)}"

    def list(self, words: Iterable[str]) -> str:
        """Return words as the language lists them."""
        return self.list_comma.join(words)

    @property
    def list_comma(self) -> str:
        """What the language sets between the items of a list."""
        return "、" if self.language == "zh" else ", "

    def lines(self, lines: Sequence[int]) -> str:
        """Return line numbers as the language lists them."""
        return self.list(str(line) for line in lines)

    def introduce(self, speaker: Speaker) -> str:
        """Return who speaks in a line: name, role, and what they stand for."""
        return str(self.comma).join(words for words, _ in self.parts_of(speaker))

    def name_office(self, speaker: Speaker) -> str:
        """Return what a person speaks as: the role, and what they stand for."""
        return str(self.comma).join([words for words, _ in self.parts_of(speaker)][1:])

    def parts_of(self, speaker: Speaker) -> Iterator[tuple[str, Entity | None]]:
        """Yield the parts of that line, with what each names."""
        if speaker.person:
            yield self.pick(speaker.person.name), speaker.person
        if speaker.role:
            yield self.pick(speaker.role), None
        if speaker.organization and not is_of_city(speaker):
            yield self.pick(speaker.organization.name), speaker.organization
        yield from ((self.pick(city.name), city) for city in speaker.cities)
        if not speaker.cities and not speaker.organization and speaker.country:
            yield self.country(speaker.country), None

    def coordinates(self, city: City) -> str:
        """Return where a city lies, in degrees."""
        north = (("北緯", "南緯"), ("N", "S"))[self.language == "en"][city.latitude < 0]
        east = (("東經", "西經"), ("E", "W"))[self.language == "en"][city.longitude < 0]
        return self.plain(
            "coordinates_of",
            north=north,
            latitude=f"{abs(city.latitude):.4f}",
            east=east,
            longitude=f"{abs(city.longitude):.4f}",
        )

    def quote(self, words: Bilingual) -> Markup:
        """Return a note; the Chinese that an English note quotes is marked as Chinese."""
        return self.mark_chinese(escape_markdown(self.pick(words)))

    def mark_chinese(self, text: Markup) -> Markup:
        """Return an escaped text; the Chinese in an English one is marked as Chinese."""
        if self.language == "zh":
            return text
        marked = re.sub(rf"[{HAN}]+(?:[，、：]?[{HAN}]+)*", MARK_CHINESE, str(text))
        return Markup(marked)  # noqa: S704 - escaped before

    def marker(self, text: str) -> str:
        """Return a printed number as the language has it: 圖1： is Figure 1:, 一、 is 1."""
        if self.language == "zh":
            return text
        figure = re.fullmatch(r"圖(\d+)[：:]", text)
        numeral = re.fullmatch(r"([一二三四五六七八九十]+)、", text)
        if figure:
            return f"Figure {figure[1]}:"
        return f"{read_numeral(numeral[1])}." if numeral else text.replace("、", ".")

    def number(self, marker: str) -> str:
        """Return a printed number before what it numbers; a Chinese sign has its room within."""
        words = self.marker(marker)
        return words if words[-1:] in tuple("、：）") or not words else f"{words} "

    def order(self, name: str) -> bytes:
        """Return what sorts names: letters without accents; Chinese by strokes, as Big5 has it."""
        if self.language == "en":
            return unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore")
        return name.encode("big5", "replace")

    def language_of(self, text: str) -> str:
        """Return the language tag of a label, which records print in Chinese or in English."""
        return "zh-Hant" if re.search(f"[{HAN}]", text) else "en"


def is_of_city(speaker: Speaker) -> bool:
    """Return whether the organization is the government of a city that is named anyway."""
    office = speaker.organization
    if office is None:
        return False
    return any(office.name.zh.startswith(city.name.zh) for city in speaker.cities)
