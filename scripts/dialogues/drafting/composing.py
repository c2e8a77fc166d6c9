"""Put together the English of a body that no list has, from the words of its name, for a person to read."""

import re
from collections.abc import Mapping

from dialogues.drafting.known import Known
from dialogues.drafting.phrases import UNKNOWN, Phrases
from dialogues.finding.numbers import read_numeral

BUILDINGS = {
    "市政大樓": "City Hall",
    "市政中心": "City Hall",
    "行政大樓": "administration building",
    "東棟": "East Building", "西棟": "West Building", "南棟": "South Building", "北棟": "North Building",
    "國際會議中心": "International Convention Centre", "會議中心": "Convention Centre",
    "會展中心": "Exhibition Centre", "展覽館": "Exhibition Hall", "文化中心": "Cultural Centre",
    "圖書館": "Library", "美術館": "Museum of Art", "博物館": "Museum",
}  # fmt: skip
ROOMS = {
    "會議室": "Meeting Room", "視訊會議室": "Video Meeting Room", "簡報室": "Briefing Room",
    "大禮堂": "auditorium", "禮堂": "auditorium", "會議廳": "conference hall", "交誼廳": "lounge",
}  # fmt: skip
ONLINE = re.compile(r"線上(?:會議|視訊)?|視訊(?:會議)?")
PLACE = re.compile(
    rf"(?P<building>{'|'.join(BUILDINGS)})?\s*(?:(?P<floor>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*樓)?\s*"
    rf"(?:第?(?P<number>[一二三四五六七八九十]|\d{{1,4}})\s*)?(?P<room>{'|'.join(ROOMS)})?"
)
"""Where in a building, behind the name of whose it is."""
LONGEST_BODY = 12
"""Characters of the name of a body that another is part of."""


def write_part(part: str, phrases: Phrases) -> str:
    """Return the English of a body, behind it that of what it is part of: 工務局公園處; else UNKNOWN."""
    if part in phrases.bodies:
        return phrases.bodies[part]
    for end in range(min(LONGEST_BODY, len(part) - 1), 1, -1):
        whole, rest = phrases.bodies.get(part[:end]), part[end:].strip()
        own = phrases.bodies.get(rest) or compose(rest, phrases)
        if whole and own != UNKNOWN:
            return f"{own}, {whole}"
    return compose(part, phrases)


def write_office(part: str, office: str, english: str, known: Known) -> str:
    """Return an office in English, with what it is part of where that is known."""
    phrases, terms = known.phrases, known.registry.glossary.terms
    if not part or english == UNKNOWN:
        return english
    head = f"{part}{office[0]}"  # 文化局長 is the 局長 of 文化局
    listed = terms[part].en[0] if part in terms else UNKNOWN
    listed = listed if listed[0].isupper() else UNKNOWN  # else it is a word, and no name
    names = (listed, write_part(part, phrases), phrases.bodies.get(head, UNKNOWN))
    if body := next((name for name in names if name != UNKNOWN), ""):
        return f"{english}, {body}"
    about = write_words(part, phrases.words)
    if about != UNKNOWN and english.endswith("Mayor"):  # 交通副市長
        return f"{english} for {about}"
    return UNKNOWN if about == UNKNOWN else f"{about} {english}"  # 氣候調適顧問


def write_place(value: str, bodies: Mapping[str, str]) -> str:
    """Return the English of a place: a body, where in its building, or online; else UNKNOWN."""
    parts = [each for each in re.split("[、，及（(）)]", value) if each.strip()]
    places = [_write_one_place(each.strip(), bodies) for each in parts]
    return UNKNOWN if UNKNOWN in places else "; ".join(places)


def _write_one_place(value: str, bodies: Mapping[str, str]) -> str:
    if ONLINE.fullmatch(value):
        return "online"
    body = next((each for each in sorted(bodies, key=len)[::-1] if value.startswith(each)), "")
    found = PLACE.fullmatch(value[len(body) :].strip())
    if not found or not (body or found["building"]):
        return UNKNOWN
    number, floor = map(_read_count, (found["number"], found["floor"]))
    room = f"{ROOMS[found['room']]} {number}".strip() if found["room"] else ""
    floor = f"{floor}F" if floor else ""
    building = BUILDINGS.get(found["building"] or "", "")
    return ", ".join(filter(None, (room, floor, building, bodies.get(body, ""))))


def _read_count(printed: str | None) -> str:
    """Return a number in digits; empty where there is none."""
    if not printed or printed.isdigit():
        return printed or ""
    return str(read_numeral(printed))


def compose(name: str, phrases: Phrases) -> str:
    """Return the English of words and a unit, such as 公園處: Parks Department; UNKNOWN where one is not known."""
    found = re.fullmatch(f"(.+?)({'|'.join(sorted(phrases.units, key=len, reverse=True))})", name)
    words = write_words(found[1], phrases.words) if found else UNKNOWN
    return UNKNOWN if not found or words == UNKNOWN else f"{words} {phrases.units[found[2]]}"


def write_words(text: str, words: Mapping[str, str]) -> str:
    """Return the English of a text that is nothing but known words, the longest first; else UNKNOWN."""
    english = []
    rest = text
    while rest:
        length = next((n for n in range(len(rest), 0, -1) if rest[:n] in words), 0)
        if not length:
            return UNKNOWN
        english.append(words[rest[:length]])
        rest = rest[length:].lstrip()
    return " ".join(filter(None, english)) or UNKNOWN
