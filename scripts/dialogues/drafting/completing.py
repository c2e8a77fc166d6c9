"""Complete what follows from what a person has written in a draft; it stays marked as proposed.

The English name of an entry that a draft numbered (city-1, person-2) gives its key, in the registry and
wherever a draft has the number; GeoNames gives the place of a city of this name in the country that
the entry has, and all else of one to which a person gave its names alone. English that is written
once is that of the same words elsewhere, and facts have the names that people and cities now have.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from dialogues.contributing.entries import KEY, find_entries
from dialogues.drafting.cities import write_city
from dialogues.drafting.known import Known, make_key
from dialogues.drafting.phrases import UNKNOWN, learn_phrases
from dialogues.drafting.phrasing import write_english
from dialogues.drafting.places import UNPLACED, Place, Places
from dialogues.drafting.stubs import insert_lines
from dialogues.drafting.values import MISSING, PROPOSED, quote
from dialogues.model.entities import City, Entity
from dialogues.publishing import replace
from dialogues.reading.files import read_text
from dialogues.reading.marks import list_marked
from dialogues.reading.records import find_records, read_folder
from dialogues.reading.registry import REGISTRY, read_registry

NUMBERED = re.compile(r"(?:city|person)-\d+")
USES = r"^(\s+(?:- )?(?:cities|city|person):.*(?<![\w-])){}(?![\w-])"
"""A field that has the key of an entry."""
FIELD = re.compile(r"  (\w+):(.+)")
"""A field of an entry, and its value."""
PLACED = ("kind", "country", "geonames", "latitude", "longitude")
"""What an entry says of a city beside its names."""

BOTH = ("{zh: ", ", en: ", "}")
"""What stands around the texts in both languages on a line."""
HEADLINE = ("新聞稿：", "News release: ")
"""What the title of a release has before its headline."""
FACT = re.compile(
    rf'^(  - name: \{{(?!.*"\?").*\}}){MISSING}\n(    value: \{{zh: )(.+)(, en: )"\?"\}}$',
    re.MULTILINE,
)
"""The name of a fact, and its value whose English is missing."""


def complete_english(root: Path) -> None:
    """Write English that a person wrote once for the same words elsewhere in a record and in its event."""
    events = root / REGISTRY / "events.yml"
    for record in [path for path in list_marked(root) if path.name == "record.yml"]:
        texts = {path: read_text(path) for path in (record, events)}
        if MISSING in texts[record]:
            known = find_written("\n".join(texts.values()))
            for path, text in texts.items():
                changed = "\n".join(write_again(line, known) for line in text.split("\n"))
                if changed != text:
                    replace(path, changed.encode("utf-8"))


def complete_facts(root: Path, load: Callable[[], Places | None]) -> None:
    """Write the English of facts that is known now that all names in them have theirs."""
    texts = {path: read_text(path) for path in list_marked(root) if path.name == "record.yml"}
    open_ones = {path: text for path, text in texts.items() if FACT.search(text)}
    if not open_ones:
        return
    folders = [read for key in find_records(root) if (read := read_folder(root, key)[0])]
    known = Known(read_registry(root)[0], learn_phrases(folders), load())
    for path, text in open_ones.items():
        changed = FACT.sub(lambda fact: write_fact(fact, known), text)
        if changed != text:
            replace(path, changed.encode("utf-8"))


def write_fact(fact: re.Match[str], known: Known) -> str:
    """Return a fact with the English of its value, where that is known."""
    english = write_english(fact[3].strip('"'), known)
    if UNKNOWN in english:
        return fact[0]
    return f"{fact[1]}{PROPOSED}\n{fact[2]}{fact[3]}{fact[4]}{quote(english)}}}"


def find_written(text: str) -> dict[str, str]:
    """Return the English that has been written, by the Chinese, both as they stand there."""
    lines = filter(None, map(split_line, text.split("\n")))
    found = {zh.strip('"'): en for _, zh, en, _ in lines if en != f'"{UNKNOWN}"'}
    titles = {f"{HEADLINE[0]}{zh}": quote(HEADLINE[1] + en.strip('"')) for zh, en in found.items()}
    return titles | found


def split_line(line: str) -> tuple[str, str, str, str] | None:
    """Return what stands before the Chinese of a line, this, the English, its mark; or nothing."""
    head, begun, rest = line.partition(BOTH[0])
    zh, and_en, rest = rest.partition(BOTH[1])
    en, ended, mark = rest.rpartition(BOTH[2])
    return (head, zh, en, mark) if begun and and_en and ended else None


def write_again(line: str, known: Mapping[str, str]) -> str:
    """Return a line with its English, where that is missing and known."""
    head, zh, en, mark = split_line(line) or ("", "", "", "")
    if mark != MISSING or en != f'"{UNKNOWN}"':
        return line
    english = known.get(zh.strip('"'))
    return f"{head}{BOTH[0]}{zh}{BOTH[1]}{english}{BOTH[2]}{PROPOSED}" if english else line


def complete_cities(root: Path, load: Callable[[], Places | None]) -> None:
    """Write where a city lies whose entry has its names alone, where GeoNames has one country for it."""
    path = root / REGISTRY / "cities.yml"
    lines = read_text(path).splitlines(keepends=True) if path.is_file() else []
    changed = False
    for _, begin, end in reversed([*find_entries(lines)]):
        fields = dict(_read_fields(lines[begin:end]))
        if not {"zh", "en"} <= fields.keys() or fields.keys() & {"latitude", "longitude"}:
            continue
        places = load()
        place = places.find_sole(fields["en"], fields.get("country")) if places else None
        if place:
            changed = True
            lines[begin:end] = _add_place(lines[begin:end], fields, place)
    if changed:
        replace(path, "".join(lines).encode("utf-8"))


def _read_fields(entry: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry, each with its value."""
    for line in entry:
        if found := FIELD.match(line):
            yield found[1], found[2].partition(" #")[0].strip(" \"'")


def _add_place(entry: Sequence[str], fields: Mapping[str, str], place: Place) -> list[str]:
    """Return the lines of an entry, proposed, with those that it lacks behind its last one."""
    added = write_city("", fields["zh"], place).fields
    new = [f"  {name}: {added[name]}\n" for name in PLACED if name not in fields]
    last = max(number for number, line in enumerate(entry) if FIELD.match(line))
    key = next(number for number, line in enumerate(entry) if KEY.match(line))
    lines = [f"{line.rstrip()}\n" for line in entry]
    lines[key] = f"{entry[key].rstrip().removesuffix(PROPOSED)}{PROPOSED}\n"
    return [*lines[: last + 1], *new, *lines[last + 1 :]]


def complete_entries(root: Path, load: Callable[[], Places | None]) -> None:
    """Complete each numbered entry with an English name that no other entry has.

    Where the registry cannot be read nothing is done; `sync` and `check` say why.
    """
    registry, _ = read_registry(root)
    for entity in (*registry.cities.values(), *registry.people.values()):
        key = make_key(entity.name.en)
        named = NUMBERED.fullmatch(entity.key) and not entity.name.en.startswith(UNKNOWN)
        if named and key and registry.lacks(entity.folder, key):
            _complete(root, entity, key, _find_place(entity, load))


def _find_place(entity: Entity, load: Callable[[], Places | None]) -> Place | None:
    """Return the place of a city of which nobody has said where it lies."""
    if not isinstance(entity, City) or (entity.latitude, entity.longitude) != (UNPLACED, UNPLACED):
        return None
    places = load()
    return places.within.get((entity.name.en, entity.country)) if places else None


def _complete(root: Path, entity: Entity, key: str, place: Place | None) -> None:
    own = root / REGISTRY / f"{entity.folder}.yml"
    lines = read_text(own).splitlines(keepends=True)
    begin, end = next((b, e) for name, b, e in find_entries(lines) if name == entity.key)
    entry = [_complete_line(line, entity.key, key, place) for line in lines[begin:end]]
    del lines[begin:end]
    insert_lines(lines, key, entry)
    replace(own, "".join(lines).encode("utf-8"))
    for path in list_marked(root):
        text = read_text(path)
        changed = re.sub(USES.format(entity.key), rf"\g<1>{key}", text, flags=re.MULTILINE)
        if changed != text:
            replace(path, changed.encode("utf-8"))


def _complete_line(line: str, number: str, key: str, place: Place | None) -> str:
    """Return a line of an entry as it is now known; what is still missing keeps its mark."""
    end = line[len(line.rstrip()) :]
    text = line.rstrip().removesuffix(MISSING)
    name, _, value = text.strip().partition(":")
    if text.startswith(f"{number}:"):
        return f"{key}:{PROPOSED}{end}"
    if place and name == "latitude":
        return f"  geonames: {place.geonames}{end}  latitude: {place.latitude}{end}"
    if place and name == "longitude":
        return f"  longitude: {place.longitude}{end}"
    return line if value.strip() == str(UNPLACED) else text + end
