"""Find which city a record is of, and who issued it: named at its head, else as most records have it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogues.drafting.cities import write_city
from dialogues.drafting.drafted import Drafted
from dialogues.drafting.known import NOWHERE, Known, Stub
from dialogues.drafting.phrases import split_count
from dialogues.drafting.places import HOME, split_country
from dialogues.drafting.speakers import find_entities
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


@dataclass(frozen=True)
class Host:
    """The city whose event it is: its key, its names, and its entry where the registry lacks one.

    The key is NOWHERE where it is in doubt: the event is nobody else's then.
    """

    key: str = NOWHERE
    zh: str = ""
    en: str = ""
    stub: Stub | None = None

    @property
    def government(self) -> str:
        """What a record calls its government; empty where the city is in doubt."""
        return f"{self.zh}政府" if self.zh else ""

    @property
    def government_english(self) -> str:
        """Its government in English."""
        return f"{self.en.removesuffix(' City').removesuffix(' County')} {self.kind} Government"

    @property
    def kind(self) -> str:
        """What it is, as its name ends in Chinese."""
        return "County" if self.zh.endswith("縣") else "City"


def find_host(drafted: Drafted, text: str, known: Known) -> Host:
    """Return the city that the head names, with GeoNames' entry if it is new; else that of most events."""
    cities = known.registry.cities
    events = Counter(
        event.city for event in known.registry.events.values() if event.city != NOWHERE
    )
    usual = events.most_common(1)[0][0] if events else NOWHERE
    names = _list_names(drafted, text)
    found = [
        entity.key
        for name in names
        for _, entity in find_entities(name, known.registry)
        if isinstance(entity, City)
    ]
    if names and usual not in found and not found:
        return _find_new(names, known)
    key = usual if not names or usual in found else found[0]
    name = cities[key].name if key in cities else None
    return Host(key, name.zh, name.en) if name else Host(key)


def _find_new(names: Sequence[str], known: Known) -> Host:
    """Return the first of some cities that GeoNames has, with its entry."""
    for name in names:
        if known.places and (found := known.places.find_chinese(name)):
            stub = write_city(known.name_city(found[1]), *found)
            return Host(stub.key, str(stub.fields["zh"]), str(stub.fields["en"]), stub)
    return Host()


def find_issuer(
    drafted: Drafted, host: Host, known: Known, folders: Sequence[Folder]
) -> tuple[str, Stub | None]:
    """Return the body of the host that the head names; else the one that issued most of its records.

    The government of a city comes with an entry, where the head names it and nothing is there yet.
    """
    head = "\n".join([drafted.title, *drafted.headings, *drafted.facts.values()])
    for _, entity in find_entities(head, known.registry):
        if isinstance(entity, Organization) and (not entity.city or entity.city.key == host.key):
            return entity.key, None
    events = known.registry.events
    issuers = Counter(
        folder.entry.issuer
        for folder in folders
        for session in folder.entry.sessions
        if session.event in events and events[session.event].city == host.key
    )
    issuers.pop(NOWHERE, None)
    if issuers:
        return issuers.most_common(1)[0][0], None
    if host.government and host.government in head and host.key != NOWHERE:
        return _write_government(host)
    return NOWHERE, None


def _write_government(host: Host) -> tuple[str, Stub]:
    """Return the key and the entry of the government of a city or county of Taiwan."""
    kind = host.kind.lower()
    key = f"{host.key.removesuffix(f'-{kind}')}-{kind}-government"
    fields = {"zh": host.government, "en": host.government_english, "city": host.key}
    return key, Stub("organizations", key, fields)


def learn_government(known: Known, host: Host) -> Known:
    """Return what is known, and the English of the government of a host, where it is in Taiwan or new."""
    city = known.registry.cities.get(host.key)
    if not host.stub and not (city and city.country == HOME):
        return known
    bodies = {**known.phrases.bodies, host.government: host.government_english}
    return replace(known, phrases=replace(known.phrases, bodies=bodies))


def _list_names(drafted: Drafted, text: str) -> list[str]:
    """Return the cities that the head names as those whose government speaks, or where all meet."""
    lines = [line for line in text.split("\n") if line.strip()][:LINES]
    bare = {split_count(name)[1]: value for name, value in drafted.facts.items()}
    issued = [bare[name] for name in ISSUERS if name in bare]
    head = "\n".join([*lines, *issued])
    names = GOVERNMENT.findall(head) + BEGINS.findall(head)
    places = [bare[name] for name in PLACES if name in bare]
    names += [name for place in places for name in re.findall(CITY, place) or COUNTY.findall(place)]
    abroad = [place for place in (*places, *lines) if split_country(place)[0] not in (None, HOME)]
    return names + [place[:LONGEST] for place in abroad]
