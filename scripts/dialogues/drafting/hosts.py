"""Which city a record is of, and who issued it: what its head names, else what most records have."""

import re
from collections import Counter
from collections.abc import Sequence

from dialogues.drafting.drafted import Drafted
from dialogues.drafting.speakers import NOWHERE, Known, find_entities
from dialogues.finding.characters import HAN
from dialogues.model.entities import City, Organization
from dialogues.reading.records import Folder

CITY = rf"[{HAN}]{{2}}(?<![城都])[市縣]"
GOVERNMENT = re.compile(rf"{CITY}(?=政府|府|議會)")
BEGINS = re.compile(rf"^[\d\s年度]*({CITY})(?![長場民])", re.MULTILINE)
"""A city with which a title begins."""
PLACES = ("地點", "開會地點", "會議地點")
ISSUERS = ("發布機關", "發布單位", "發稿單位")
LINES = 3
"""Lines at the head of a document, in which the city stands whose it is."""


def find_host(drafted: Drafted, text: str, known: Known) -> str:
    """Return the key of the city of the event: the head's, else that of most events.

    Where the head names a city that the registry lacks it is NOWHERE: it is nobody else's then.
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
        return usual
    return found[0] if found else NOWHERE


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
    return names + [name for place in places for name in re.findall(CITY, place)]
