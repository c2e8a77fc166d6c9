"""Write the lines of record.yml that say who speaks, and texts in both languages."""

import re
from collections.abc import Iterator

from dialogues.drafting.cast import split_people
from dialogues.drafting.composing import write_part, write_place
from dialogues.drafting.dates import find_dates, write_date
from dialogues.drafting.known import Known
from dialogues.drafting.phrases import UNKNOWN, split_count, write_count
from dialogues.drafting.romanizing import romanize
from dialogues.drafting.speakers import Speaker, draft_speaker, find_entities
from dialogues.drafting.values import MISSING, PROPOSED, pair, write_value
from dialogues.model.entities import Organization
from dialogues.parsing.names import CHINESE
from dialogues.parsing.offices import COLONS

RELEASE = re.compile(r"(.+?) ?(?:新聞稿|新聞資料)")
AND = re.compile("[與及暨]")
CLOCK = r"(上午|下午|晚上|中午)? ?(\d{1,2}) ?[:：時點] ?(?:(\d{2}) ?分?)?[整起]?"
TIME = re.compile(rf" ?{CLOCK}(?: ?[-–—~～至到] ?{CLOCK})?$")
AFTERNOON = ("下午", "晚上")


def write_speaker(speaker: Speaker) -> Iterator[str]:
    if speaker.person:
        yield f"    person: {speaker.person}"
    if speaker.role:
        yield f"    role: {write_both(*speaker.role, mark='')}"
    if speaker.organization:
        yield f"    organization: {speaker.organization}"
    if speaker.cities or not speaker.country:
        mark = "" if speaker.cities else MISSING
        yield f"    cities: {write_value(list(speaker.cities))}{mark}"
    if speaker.country:
        yield f"    country: {speaker.country}"


def write_both(zh: str, en: str, mark: str = PROPOSED) -> str:
    """Return a text in both languages with the mark that it needs."""
    return f"{pair(zh, en)}{MISSING if UNKNOWN in (zh, en) else mark}"


def write_heading(heading: str, known: Known) -> str:
    """Return the English of a heading, behind its number; an office at the head of a release, too."""
    headings = known.phrases.headings
    number, bare = split_count(heading.rstrip(COLONS))
    if (day := _write_plain(heading)) != UNKNOWN:
        return day
    if bare in headings:
        return f"{write_count(number)}{headings[bare]}"
    parts = AND.split(bare)
    if len(parts) == 2 and all(part in headings for part in parts):  # 專題報告與討論
        first, second = (headings[part] for part in parts)
        return f"{write_count(number)}{first} and {second[0].lower()}{second[1:]}"
    if release := RELEASE.fullmatch(heading):
        body = write_body(release[1], known)
        return f"{body}: news release" if body != UNKNOWN else UNKNOWN
    return write_body(heading, known)


def write_english(value: str, known: Known) -> str:
    """Return the English of a value as others have it, or where it is a day, a name, an office."""
    names = known.registry.organizations.values()
    bodies = {**known.phrases.bodies, **{body.name.zh: body.name.en for body in names}}
    cities = {name: c.name.en for c in known.registry.cities.values() for name in c.names}
    ways = (
        _write_plain(value),
        write_body(value, known),
        _write_officers(value, known),
        write_place(value, {**cities, **bodies}),
    )
    return known.phrases.values.get(value) or next((en for en in ways if en != UNKNOWN), UNKNOWN)


def _write_plain(value: str) -> str:
    """Return the English of a value that needs no translation: a day and time, a number, a name."""
    if time := TIME.fullmatch(value):
        at = write_time(time).removeprefix(", ")
        return UNKNOWN if UNKNOWN in at else at
    days = find_dates(value, None)
    if len(days) == 1 and len(value) <= 40:
        time = TIME.search(value)
        day = value[: time.start()] if time else value
        rest = re.sub(r"[\d\s年月日/.\-民國()（）中華星期一二三四五六日]", "", day)
        when = write_date(days[0], day) + (write_time(time) if time else "")
        return UNKNOWN if rest or UNKNOWN in when else when
    if re.fullmatch(CHINESE, value):
        return romanize(value) or UNKNOWN
    return value if re.fullmatch(r"[\x20-\x7e]+", value) else UNKNOWN


def write_time(time: re.Match[str]) -> str:
    """Return a time of the day: `, 14:30`, or `, 14:30 to 16:00`, whose end is in the half of its start."""
    half, hour, minute, end_half, end_hour, end_minute = time.groups()
    start = _write_clock(half, hour, minute)
    if not end_hour:
        return f", {start}"
    doubtful = not end_half and int(end_hour) < int(hour)  # 上午10時至2時
    end = UNKNOWN if doubtful else _write_clock(end_half or half, end_hour, end_minute)
    return f", {start} to {end}"


def _write_clock(half: str | None, hour: str, minute: str | None) -> str:
    later = 12 if half in AFTERNOON and int(hour) < 12 else 0
    return f"{int(hour) + later:02}:{minute or '00'}"


def write_body(text: str, known: Known) -> str:
    """Return the English of an office: that of the registry, or of a part of one that it has."""
    for printed, entity in find_entities(text, known.registry):
        if isinstance(entity, Organization) and text.startswith(printed):
            part = text[len(printed) :].strip()
            if not part:
                return entity.name.en
            own = write_part(part, known.phrases)
            return f"{own}, {entity.name.en}" if own != UNKNOWN else UNKNOWN
    return write_part(text, known.phrases)


def _write_officers(value: str, known: Known) -> str:
    """Return the English of people with their offices, where all that is printed of them is known."""
    people = [_write_officer(each, known) for each in split_people(value)]
    return UNKNOWN if UNKNOWN in people else "; ".join(people)


def _write_officer(value: str, known: Known) -> str:
    speaker = draft_speaker(value, known)
    registry = known.registry
    person = registry.people.get(speaker.person or "")
    named = [str(stub.fields["en"]) for stub in speaker.stubs if stub.file == "people"]
    named = [person.name.en] if person else named
    body = registry.organizations.get(speaker.organization or "")
    new = [str(stub.fields["en"]) for stub in speaker.stubs if stub.file == "cities"]
    of = [body] if body else [registry.cities.get(key) for key in speaker.cities]
    places = [entity.name.en for entity in of if entity] or new
    places += [UNKNOWN] if speaker.country or (speaker.cities and not places) else []
    parts = [*named, speaker.role[1] if speaker.role else UNKNOWN, *places]
    return ", ".join(parts) if named and not any(UNKNOWN in part for part in parts) else UNKNOWN
