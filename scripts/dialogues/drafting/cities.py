"""Find the city with which a label begins and that the registry lacks, and write its entry."""

import re

from dialogues.drafting.known import Known, Stub
from dialogues.drafting.phrases import UNKNOWN
from dialogues.drafting.places import HOME, UNPLACED, Place, find_country, split_country
from dialogues.finding.characters import HAN

CITY_KINDS = {"縣": "county", "省": "province", "州": "state", "區": "borough"}
CITY = re.compile(rf"(?:(?![的與和及等])[{HAN}]){{1,8}}?(?<![副代理前都城全本各該])[市縣省州]")
"""A city by its last character; 副市長 is none, nor is 都市."""
OF_CITY = "市縣省州區"
"""What ends the name of a city and begins the office of its head."""


def find_city(label: str, known: Known) -> tuple[str, Stub] | None:
    """Return a label without its city, and the entry of that; where it lies may be for a person to say."""
    han = bool(re.search(f"[{HAN}]", label))
    found = None
    if known.places:
        found = known.places.find_chinese(label) if han else known.places.find_english(label)
    country, bare = split_country(label)
    if found and han and not country and (there := find_country(known.text, found[0])):
        found = known.places.find_chinese(label, there) if known.places else None
    if found:
        printed, place = found
        return cut_city(label, printed), write_city(known.name_city(place), printed, place)
    named = CITY.match(bare) if han else None
    if not named or (bare[named.end() :].startswith(("長", "議")) and not country):
        return None  # 甲市長 is of a city behind a country alone
    printed = named[0]
    country = country or find_country(known.text, printed)
    alike = known.places.find_alike(printed, country) if known.places else None
    if alike:
        return cut_city(label, printed), write_city(known.name_city(alike), printed, alike)
    unknown = _write_unknown(known.number(printed, "city"), printed, country or HOME)
    return cut_city(label, printed), unknown


def cut_city(label: str, printed: str) -> str:
    """Take a city out of a label; what its office begins with stays: 甲市長 is 甲 and 市長, 甲市立."""
    before, _, after = label.partition(printed)
    shared = printed[-1] if printed[-1] in OF_CITY and after.startswith(("長", "立")) else ""
    return f"{before} {shared}{after}"


def _write_unknown(key: str, printed: str, country: str) -> Stub:
    """Return the entry of a city that GeoNames does not have: where it lies a person has to say."""
    fields = {
        "zh": printed,
        "en": f"{UNKNOWN} {key}",
        "kind": CITY_KINDS.get(printed[-1], "city"),
        "country": country,
        "latitude": UNPLACED,
        "longitude": UNPLACED,
    }
    return Stub("cities", key, fields)


def write_city(key: str, printed: str, place: Place) -> Stub:
    chinese = bool(re.match(f"[{HAN}]", printed))
    whole = printed if not chinese or printed[-1] in f"{OF_CITY}城" else f"{printed}市"
    fields = {
        "zh": whole if chinese else f"{UNKNOWN} {key}",
        "en": place.en,
        "kind": CITY_KINDS.get(whole[-1], "city"),
        "country": place.country,
        **({"geonames": place.geonames} if place.geonames else {}),
        "latitude": place.latitude,
        "longitude": place.longitude,
    }
    if chinese and whole != printed:
        fields["variants"] = [printed]
    return Stub("cities", key, fields)
