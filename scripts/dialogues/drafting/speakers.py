"""Find who stands behind a label by its words: city, person, role, each known or guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dialogues.drafting.cities import cut_city, find_city
from dialogues.drafting.composing import write_office, write_part
from dialogues.drafting.known import Known, Stub
from dialogues.drafting.phrases import UNKNOWN
from dialogues.drafting.places import HOME, STATE, split_country
from dialogues.drafting.roles import (
    CHINESE_NAME,
    ENDS,
    cut_doing,
    find_last_name,
    find_latin_name,
    find_name_abroad,
    find_name_behind_body,
    find_role,
    reverse_role,
    split_name,
)
from dialogues.drafting.romanizing import romanize
from dialogues.finding.characters import HAN
from dialogues.model.entities import City, Entity, Organization, Person
from dialogues.parsing.names import LATIN, SURNAMES
from dialogues.parsing.offices import OFFICE
from dialogues.reading.registry import Registry

TWINS = str.maketrans({"臺": "台", "台": "臺"})
"""Two ways to write one character, in the names of cities above all."""
EDGES = " 　/、,，-–—|()（）"
OWN = re.compile(rf"^(?:[市縣州省]?政?府)(?!立)(?=$|[\s{HAN}])")
"""The government of the city that a label has named, which its office need not repeat."""
NAME = re.compile(rf"[{HAN}]{{2,6}}|[가-힣]{{2,5}}|[ぁ-んァ-ヴー・]{{2,12}}")
NO_NAME = re.compile(rf"{OFFICE}|(?!司){ENDS}$|公司$")
"""What a name neither has nor ends in; 健司 is one."""
SHORT_NAME = re.compile(rf"[{SURNAMES}](?!{ENDS})[{HAN}]")
"""A surname and one character, which are a name only where nothing else can stand: 局長林玉."""
USUAL = 3
"""Characters of a Chinese name, of which the first is most often the surname."""


@dataclass
class Speaker:
    """What a label says of who speaks."""

    person: str | None = None
    role: tuple[str, str] | None = None
    organization: str | None = None
    cities: tuple[str, ...] = ()
    country: str | None = None
    name: str = ""
    """The person's name as it is printed, or as the registry has it."""
    stubs: list[Stub] = field(default_factory=list)

    @property
    def is_placed(self) -> bool:
        """Whether it is known for which city or country somebody speaks."""
        return bool(self.cities or self.country)


def draft_speaker(label: str, known: Known) -> Speaker:
    """Return whom a label names."""
    speaker = Speaker()
    printed_country, bare = split_country(label)
    at_home = bare.startswith((STATE[0], *known.phrases.ministries))
    country = printed_country or (HOME if at_home else None)
    found = list(find_entities(label, known.registry))
    rest = label
    cities = [(printed, entity) for printed, entity in found if isinstance(entity, City)]
    for printed, city in cities:
        speaker.cities = tuple(dict.fromkeys((*speaker.cities, city.key)))
        rest = cut_city(rest, printed)
    if not cities and (new := find_city(rest, known)):
        rest, stub = new
        speaker.cities = (stub.key,)
        speaker.stubs.append(stub)
    for printed, entity in found:
        if isinstance(entity, Person):
            speaker.person, speaker.name = entity.key, entity.name.zh
            rest = rest.replace(printed, " ", 1)
        elif isinstance(entity, Organization) and _fits(entity, speaker):
            speaker.organization = entity.key
            own = (entity.city.key,) if entity.city else ()
            speaker.cities = speaker.cities or own
            office = printed[-1] if f"{printed}長" in rest else ""  # 環保局長 is of 環保局
            rest = rest.replace(printed, f" {office}", 1)
    if country:
        speaker.country = None if speaker.cities else country
    if printed_country:
        rest = rest.replace(label.strip().removesuffix(bare).strip().removesuffix("的"), " ", 1)
    _read_role(rest, label, known, speaker, abroad=_is_abroad(printed_country, speaker, known))
    return speaker


def _is_abroad(country: str | None, speaker: Speaker, known: Known) -> bool:
    """Return whether a label names another country, or a city of one."""
    cities = [known.registry.cities[key] for key in speaker.cities if key in known.registry.cities]
    countries = {country, *(city.country for city in cities)}
    countries |= {str(stub.fields["country"]) for stub in speaker.stubs if stub.file == "cities"}
    return bool(countries - {None, HOME})


def _fits(body: Organization, speaker: Speaker) -> bool:
    """Return whether a body is of the city that is named; 資訊局 alone is the one of many cities."""
    return not speaker.cities or body.city is None or body.city.key in speaker.cities


def find_entities(label: str, registry: Registry) -> Iterator[tuple[str, Entity]]:
    """Yield what the registry knows of a label's words, in any spelling, and as it is printed."""
    if not registry.gazetteer:
        return
    met: set[str] = set()
    for text in (label, label.translate(TWINS)):
        place = 0
        for segment in registry.gazetteer.split(text):
            end = place + len(segment.text)
            if segment.entity and segment.entity.key not in met:
                met.add(segment.entity.key)
                yield label[place:end], segment.entity
            place = end


def _read_role(rest: str, label: str, known: Known, speaker: Speaker, *, abroad: bool) -> None:
    """Read the office, what it is part of, and the name of a person in what is left of a label.

    Names `abroad` have other surnames, and other ways to be written in Latin letters: there the last
    word before an office is a name, and its letters are asked for.
    """
    text = cut_doing(re.sub(r"[\s/／]+", " ", rest).strip(EDGES).removeprefix("的"))
    role = find_role(text, known.phrases, of_city=bool(speaker.cities))
    if role is None:
        if not speaker.person and (parted := split_name(text))[1]:
            text, _ = _find_person(*parted, known, speaker, abroad=abroad)
        if text and re.search(f"[{HAN}]", text):
            speaker.role = (text, write_part(OWN.sub("", text).strip(EDGES), known.phrases))
        elif text:
            words = label.split(",", maxsplit=1)[0].strip()
            speaker.role = (reverse_role(words, known.phrases), words)
        return
    start, end, english = role
    before, after = text[:start].strip(EDGES), text[end:].strip(EDGES)
    if not speaker.person:
        before, after = _find_person(before, after, known, speaker, abroad=abroad)
    last = find_name_abroad(before) if abroad else find_name_behind_body(before)
    if not speaker.person and _may_be_name(last):
        _add_person(last, known, speaker, None if abroad else romanize(last))
        before = before.removesuffix(last).strip()
    if after and not speaker.person:  # more than an office: 代表團長
        speaker.role = (text, UNKNOWN)
        return
    if speaker.cities:
        known = replace(known, phrases=known.phrases.local)
    part = OWN.sub("", before).strip(EDGES)
    part = part if len(part) > 1 else ""  # a surname alone: 陳局長
    speaker.role = (
        f"{part}{text[start:end]}",
        write_office(part, text[start:end], english, known),
    )


def _find_person(
    before: str,
    after: str,
    known: Known,
    speaker: Speaker,
    abroad: bool,  # noqa: FBT001
) -> tuple[str, str]:
    """Find a name that stands alone before or behind an office; return what is left of both."""
    foreign = find_latin_name(before) if abroad else ""  # 資訊局 Smart City 科長 is none at home
    last = re.split(r"[\s/／]", before)[-1]
    for name in (after, before, last, find_last_name(before), foreign):
        short = name == after and not abroad and SHORT_NAME.fullmatch(name)
        if not (short or re.fullmatch(CHINESE_NAME, name) or re.fullmatch(LATIN, name)):
            continue
        usual = None if abroad else romanize(name)
        _add_person(name, known, speaker, name if re.match(r"[A-ZÀ-Ž]", name) else usual)
        return (before, "") if name == after else (before.removesuffix(name).strip(EDGES), after)
    if _may_be_name(after):  # behind an office a name stands, whatever the surname
        usual = romanize(after) if len(after) == USUAL and not abroad else None
        _add_person(after, known, speaker, usual)
    return before, after


def _may_be_name(text: str) -> bool:
    return bool(NAME.fullmatch(text)) and not NO_NAME.search(text)


def _add_person(name: str, known: Known, speaker: Speaker, latin: str | None) -> None:
    """Add a person, by the usual Latin letters of the name where somebody may know them."""
    speaker.person, speaker.name = known.name_person(latin or "", name), name
    fields = {"zh": name, "en": latin or f"{UNKNOWN} {speaker.person}"}
    fields |= {"romanization": "usual"} if latin and latin != name else {}
    speaker.stubs.append(Stub("people", speaker.person, fields))
