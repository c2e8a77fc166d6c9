"""Find who speaks in a record: each label by its own words, then by the head of the record and other labels."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialogues.drafting.drafted import Drafted
from dialogues.drafting.hosts import Host
from dialogues.drafting.known import NOWHERE, Known
from dialogues.drafting.phrases import split_count
from dialogues.drafting.roles import cut_doing
from dialogues.drafting.speakers import Speaker, draft_speaker
from dialogues.finding.characters import HAN
from dialogues.parsing.names import SURNAMES

DEPUTY = ("副", "代理", "前")
CHAIRS = ("主席", "主持人", "司儀", "Chair", "Moderator")
PEOPLE = re.compile(r"主席|主持|出席|列席|與會|記錄|紀錄|來賓|貴賓|與談")
"""Names of facts whose values are people."""
BETWEEN = re.compile(r"[、，,；;\n]|及(?=[^、，]{4})")
SOLE = re.compile(r"(?:市|縣|州|局|處|署|議|館|部|所)長$")
"""An office that one person holds at a time."""
OF_BODY = re.compile(r".+[局處].")
"""The role of somebody in a body that needs not say whose it is: that of the host."""
LONG_SURNAME = re.compile(rf"[{HAN}]{{4}}|(?![{SURNAMES}])[{HAN}]{{3}}$")
"""A name whose surname may be of two characters: 山本和子, 山本健."""


@dataclass(frozen=True)
class _Printed:
    """What a record prints of people, and whom it was taken for so far."""

    texts: Collection[str]
    cast: Mapping[str, Speaker]

    def is_of_another(self, text: str, speaker: Speaker) -> bool:
        """Return whether a text is not known to be of somebody."""
        return text not in self.cast or self.cast[text].person != speaker.person


def draft_cast(drafted: Drafted, host: Host, known: Known) -> dict[str, Speaker]:
    """Return whom each label names; where it says too little, as the record's head or others do.

    A short label, such as 陳局長, is whoever has this name and this office there; where two have, or
    nobody, it is asked for.
    """
    cast = {label: draft_speaker(label, known) for label in drafted.labels}
    present = {
        split_count(name)[1]: [place_at(host, who) for who in _draft_people(drafted, name, known)]
        for name in drafted.facts
    }
    others = [speaker for people in present.values() for speaker in people]
    printed = {*drafted.labels, *(p for v in drafted.facts.values() for p in split_people(v))}
    for label in (*cast, *cast):  # once more, for who is named in full further down
        speaker = cast[label]
        if speaker.is_placed:
            if not speaker.person:
                everybody = (*cast.values(), *others)
                unlike = _Printed(printed - {label}, cast)
                named = _find_named(label, everybody, unlike)
                named = named or _find_holder(speaker, cast.values())
                named = named or _find_there(label, speaker, everybody, unlike)
                cast[label] = named or speaker
            continue
        placed = {name: other for name, other in cast.items() if other.is_placed}
        found = (
            _find_only(present.get(cut_doing(label), []))
            or _find_only(other for name, other in placed.items() if ends(name, label))
            or _find_only(
                other
                for other in (*placed.values(), *others)
                if is_short_for(label, other)
                and not _has_namesake(label, other, _Printed(printed, cast))
            )
            or _find_of_host(label, host, speaker, known)
        )
        if found and found.is_placed:
            cast[label] = found
        elif cut_doing(label) in CHAIRS and host.key != NOWHERE:
            cast[label] = replace(found or speaker, cities=(host.key,))
    return cast


def place_at(host: Host, speaker: Speaker) -> Speaker:
    """Return who is named with a body and no place as of the host's government."""
    own = host.zh and speaker.role and OF_BODY.match(speaker.role[0])
    return replace(speaker, cities=(host.key,)) if own and not speaker.is_placed else speaker


def _draft_people(drafted: Drafted, fact: str, known: Known) -> Iterator[Speaker]:
    """Yield the people whom a fact at the head of a record names with their offices."""
    if PEOPLE.search(fact):
        for name in split_people(drafted.facts[fact]):
            speaker = draft_speaker(name, known)
            if speaker.person:
                yield speaker


def split_people(value: str) -> list[str]:
    """Return the names with their offices that stand in a value."""
    return [name.strip() for name in BETWEEN.split(value) if name.strip()]


def _find_only(found: Iterable[Speaker]) -> Speaker | None:
    """Return the one person whom a label may name; None where it may be several, or nobody."""
    same = {(each.person, each.cities, each.country): each for each in found}
    return next(iter(same.values())) if len(same) == 1 else None


def _find_named(label: str, others: Iterable[Speaker], printed: _Printed) -> Speaker | None:
    """Return whose surname a label is, which may be the name of a city, too: Washington, 橋本課長."""
    if re.search("[市縣省州]", label):
        return None
    return _find_only(
        other
        for other in others
        if other.is_placed
        and is_short_for(label, other)
        and not _has_namesake(label, other, printed)
    )


def _find_holder(speaker: Speaker, others: Iterable[Speaker]) -> Speaker | None:
    """Return who holds an office there, of which a city has but one, where another label names them."""
    if not (speaker.role and SOLE.search(speaker.role[0]) and speaker.cities):
        return None
    office = (speaker.role[0], speaker.cities)
    return _find_only(o for o in others if o.person and o.role and (o.role[0], o.cities) == office)


def _find_there(
    label: str, speaker: Speaker, others: Iterable[Speaker], printed: _Printed
) -> Speaker | None:
    """Return who ends a label with a name, or a part of one, and has its office in the city that it names."""
    office = speaker.role[0] if speaker.role else ""
    return _find_only(
        other
        for other in others
        if other.person and other.cities == speaker.cities
        for name in _shorten(other.name)
        if name in label and is_short_for(label[label.rfind(name) :], other)
        # 交通局蔡科長 is not whoever is 科長 of another body there.
        if _has(other, office.replace(name, "", 1).strip())
        if not _has_namesake(label, other, printed)
    )


def ends(longer: str, label: str) -> bool:
    """Return whether a longer label ends with another; 甲市副市長 does not with 市長."""
    before = longer.removesuffix(label)
    return longer not in (label, before) and not before.endswith(DEPUTY)


def is_short_for(label: str, speaker: Speaker) -> bool:
    """Return whether a label is a name, or a part of one and the office, of somebody: 陳局長, Nowak 市長."""
    if not (speaker.person and speaker.name):
        return False
    bare = cut_doing(label.strip())
    return any(
        office == "" if len(name) > 1 and bare == name else bool(office) and _has(speaker, office)
        for name in _shorten(speaker.name)
        for office in _cut(bare, name)
    )


def _has_namesake(label: str, speaker: Speaker, printed: _Printed) -> bool:
    """Return whether a surname of two characters may be that of somebody else who is printed."""
    name = speaker.name
    return bool(LONG_SURNAME.match(name)) and any(
        name[:2] in each and name not in each and not is_short_for(each, speaker)
        for each in printed.texts
        if name not in label and printed.is_of_another(each, speaker)
    )


def _has(speaker: Speaker, office: str) -> bool:
    return bool(speaker.role) and (speaker.role or ("",))[0].endswith(office)


def _shorten(name: str) -> Sequence[str]:
    """Return a name, and its parts by which one is called: a surname of one or two characters, last words."""
    if re.match(f"[{HAN}]", name):
        return (name, name[0], name[:2]) if LONG_SURNAME.match(name) else (name, name[0])
    words = name.split(" ")
    return [" ".join(words[start:]) for start in range(len(words))]


def _cut(label: str, name: str) -> list[str]:
    """Return what is left of a label without the name with which it begins, or ends."""
    found = [label[len(name) :]] if label.startswith(name) else []
    found += [label[: -len(name)]] if label.endswith(name) and len(name) > 1 else []
    return [rest.strip() for rest in found]


def _find_of_host(label: str, host: Host, speaker: Speaker, known: Known) -> Speaker | None:
    """Return who speaks as of the host's government, where a label names a body and no place."""
    own = bool(host.zh and speaker.role and OF_BODY.match(speaker.role[0]))
    return draft_speaker(f"{host.government}{label}", known) if own else None
