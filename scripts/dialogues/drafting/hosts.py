"""Find which city a record is of, and who issued it: named at its head, else as most records have it."""

import re
from collections import Counter
from collections.abc import Sequence

from dialogues.drafting.drafted import Drafted
from dialogues.drafting.known import NOWHERE, Known, Stub
from dialogues.drafting.places import split_country
from dialogues.drafting.speakers import HOME, find_entities, write_city
from dialogues.finding.characters import HAN
from dialogues.model.entities import City, Organization
from dialogues.reading.records import Folder

CITY = rf"[{HAN}]{{2}}(?<![城都])[市縣]"
GOVERNMENT = re.compile(rf"{CITY}(?=政府|府|議會)")
BEGINS = re.compile(rf"^[\d\s年度]*({CITY})(?![長場民])", re.MULTILINE)
"""A city with which a title begins."""
PLACES = ("地點", "開會地點", "會議地點")
ISSUERS = ("發布機關", "發布單位", "發稿單位")
COUNTY = re.compile(
    "^(?:[臺台][北中南東]|新北|桃園|高雄|基隆|新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|澎湖|金門)"
    "(?![東西南北一二三四五六七八九十]*[路街])"
)
"""A city or county of Taiwan with which a place begins, without what it is."""
LONGEST = 16
"""Characters in which a country and its city stand."""
LINES = 3
"""Lines at the head of a document, in which the city stands whose it is."""


def find_host(drafted: Drafted, text: str, known: Known) -> tuple[str, Stub | None]:
    """Return the key of the city of the event: the head's, else that of most events.

    A city that the registry lacks comes with its entry from GeoNames. Where that has none either, the
    key is NOWHERE: the event is nobody else's then.
    """
    cities = Counter(
        event.city for event in known.registry.events.values() if event.city != NOWHERE
    )
    usual = cities.most_common(1)[0][0] if cities else NOWHERE
    names = _list_names(drafted, text)
    found = [
        entity.key
        for name in names
        for _, entity in find_entities(name, known.registry)
        if isinstance(entity, City)
    ]
    if not names or usual in found:
        return usual, None
    return (found[0], None) if found else _find_new(names, known)


def _find_new(names: Sequence[str], known: Known) -> tuple[str, Stub | None]:
    """Return the first of some cities that GeoNames has, with its entry; NOWHERE where it has none."""
    for name in names:
        if known.places and (found := known.places.find_chinese(name)):
            key = known.name_city(found[1])
            return key, write_city(key, *found)
    return NOWHERE, None


def find_issuer(drafted: Drafted, host: str, known: Known, folders: Sequence[Folder]) -> str:
    """Return the body of the host that the head names; else the one that issued most of its records."""
    head = "\n".join([drafted.title, *drafted.headings, *drafted.facts.values()])
    for _, entity in find_entities(head, known.registry):
        if isinstance(entity, Organization) and (not entity.city or entity.city.key == host):
            return entity.key
    events = known.registry.events
    issuers = Counter(
        folder.entry.issuer
        for folder in folders
        for session in folder.entry.sessions
        if session.event in events and events[session.event].city == host
    )
    issuers.pop(NOWHERE, None)
    return issuers.most_common(1)[0][0] if issuers else NOWHERE


def _list_names(drafted: Drafted, text: str) -> list[str]:
    """Return the cities that the head names as those whose government speaks, or where all meet."""
    lines = [line for line in text.split("\n") if line.strip()][:LINES]
    issued = [drafted.facts[name] for name in ISSUERS if name in drafted.facts]
    head = "\n".join([*lines, *issued])
    names = GOVERNMENT.findall(head) + BEGINS.findall(head)
    places = [drafted.facts[name] for name in PLACES if name in drafted.facts]
    names += [name for place in places for name in re.findall(CITY, place) or COUNTY.findall(place)]
    abroad = [place for place in (*places, *lines) if split_country(place)[0] not in (None, HOME)]
    return names + [place[:LONGEST] for place in abroad]
