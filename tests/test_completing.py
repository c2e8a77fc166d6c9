"""Whoever writes a name that a draft did not know has written all: the key and the place follow."""

from pathlib import Path

import pytest

from dialogues.__main__ import complete_and_sync
from dialogues.checking.marks import find_asked, settle
from dialogues.checking.originals import find_difference, note_originals
from dialogues.contributing.accepting import list_proposals
from dialogues.drafting.completing import complete_cities, complete_english
from dialogues.drafting.places import Places
from dialogues.drafting.records import draft_record
from dialogues.loading import read_archive
from dialogues.problems import Problem
from dialogues.reading.registry import read_registry
from dialogues.reading.yaml_nodes import read_plain
from drafts import CITIES, find_places
from offices import cell, make_word, para, table

KEY = "2031-port-talk"


@pytest.fixture
def draft(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with the draft of a talk by somebody unknown from a city unknown."""
    places = find_places()
    monkeypatch.setattr("dialogues.drafting.records.load_places", lambda: places)
    monkeypatch.setattr("dialogues.__main__.load_places", lambda: places)
    rows = (
        ("編號", "與談人", "內容摘要"),
        ("1", "波蘭琴斯托市 港務局 山本剛史局長", "港口使用 5G 網路。"),
    )
    body = para("2031 港口座談摘要(3/14)") + table(
        *(tuple(cell(para(text)) for text in row) for row in rows)
    )
    path = tmp_path / "port.docx"
    path.write_bytes(make_word(body))
    draft_record(small, path, KEY, "2031 Port Talk")
    return small


def write(root: Path, file: str, old: str, new: str) -> None:
    """Write what a person writes."""
    path = root / "docs" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_name_gives_the_key_and_the_place(draft: Path) -> None:
    write(draft, "registry/cities.yml", '"? city-1"', "Gdynia")
    write(draft, "registry/people.yml", '"? person-1"', "Yamamoto Tsuyoshi")

    complete_and_sync(draft)

    cities = (draft / "docs/registry/cities.yml").read_text(encoding="utf-8")
    assert (
        "gdynia:  # proposed\n  zh: 琴斯托市\n  en: Gdynia\n  kind: city\n  country: PL\n"
        "  geonames: 3\n  latitude: 1.5\n  longitude: 2.5\n"
    ) in cities
    assert "city-1" not in cities
    record = (draft / "docs/records" / KEY / "record.yml").read_text(encoding="utf-8")
    label = read_plain(record)["labels"]["波蘭琴斯托市 港務局 山本剛史局長"]
    assert (label["person"], label["cities"]) == ("yamamoto-tsuyoshi", ["gdynia"])
    assert len(list_proposals(draft, KEY)["docs/registry/cities.yml"]) == 1
    assert "cities/gdynia/" in (draft / "docs/addresses.txt").read_text(encoding="utf-8")


def test_a_place_that_geonames_lacks_stays_missing(draft: Path) -> None:
    write(draft, "registry/cities.yml", '"? city-1"', "Nowhere-on-Sea")

    complete_and_sync(draft)

    cities = (draft / "docs/registry/cities.yml").read_text(encoding="utf-8")
    assert "nowhere-on-sea:  # proposed\n" in cities
    assert cities.count("0.0  # missing") == 2
    assert read_registry(draft)[0].people["person-1"].name.en == "? person-1"  # nobody wrote it yet


ADDED = {
    "zh: 格丁尼亞\n  en: Gdynia": "zh: 格丁尼亞\n  en: Gdynia\n  kind: city\n  country: PL\n  geonames: 3",
    'zh: 格縣  # so\n  en: "Gdynia"\n  country: PL': (
        'zh: 格縣  # so\n  en: "Gdynia"\n  country: PL\n  kind: county\n  geonames: 3'
    ),
    "zh: 格丁尼亞\n  en: Gdynia\n  country: DE": None,
    "zh: 某市\n  en: Nowhere-on-Sea": None,
    "zh: 某市\n  en: Twin": None,
}
"""Entries that a person added by hand, and what they become."""


@pytest.mark.parametrize("entry", ADDED)
def test_a_city_that_a_person_added_gets_its_place(small: Path, entry: str) -> None:
    path = small / "docs/registry/cities.yml"
    before = path.read_text(encoding="utf-8")
    added = f"{before}# Of theirs.\ngiven:\n  {entry}\n\n"
    path.write_text(added, encoding="utf-8")
    twins = [{**CITIES[0], "name": "Twin", "countrycode": code} for code in ("PL", "DE")]

    complete_cities(small, lambda: Places([*CITIES, *twins]))

    whole = ADDED[entry]
    given = f"given:  # proposed\n  {whole}\n  latitude: 1.5\n  longitude: 2.5\n\n"
    expected = f"{before}# Of theirs.\n{given}" if whole else added
    assert path.read_text(encoding="utf-8") == expected


def test_a_name_that_another_has_is_left_to_a_person(draft: Path) -> None:
    write(draft, "registry/cities.yml", '"? city-1"', "Alpha")

    complete_and_sync(draft)

    assert {"alpha", "city-1"} <= {*read_registry(draft)[0].cities}


def test_what_a_person_decides_is_listed_from_the_top_of_the_record(draft: Path) -> None:
    record = draft / "docs/records" / KEY / "record.yml"
    text = record.read_text(encoding="utf-8").replace("[city-1]", "[]  # missing")
    record.write_text(text, encoding="utf-8")

    problems = sorted(read_archive(draft)[1])

    files = list(dict.fromkeys(problem.path.rpartition("/")[2] for problem in problems))
    assert files[:2] == ["record.yml", "passages.yml"]
    assert problems[0].line == 4
    assert [p.message for p in problems if "cities" in p.message and "record" in p.path] == [
        "a label must have cities or a country, and has neither"
    ]


def test_a_source_that_its_original_does_not_bear_out_is_noted(draft: Path) -> None:
    assert list(note_originals(draft)) == []
    source = draft / "docs/records" / KEY / "source.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("5G", "6G"), encoding="utf-8")

    (note,) = note_originals(draft)

    assert (note.path, note.line) == (f"docs/records/{KEY}/source.txt", 4)
    assert "5G" in note.message
    source.with_name("original.docx").write_bytes(b"PK")
    assert "cannot be read" in next(note_originals(draft)).message
    assert find_difference("a\nb", "a\nb\nc") == (3, "c")


def test_english_that_is_written_once_is_that_of_the_same_words(draft: Path) -> None:
    record = draft / "docs/records" / KEY / "record.yml"
    text = record.read_text(encoding="utf-8")
    role = '    role: {zh: 某局長, en: "?"}  # missing\n'
    title = 'title: {zh: "新聞稿：某案", en: "?"}  # missing\n'
    heading = '  - {zh: 某案, en: "?"}  # missing\n'
    record.write_text(f"{title}{text}{heading}{role}{role}", encoding="utf-8")

    complete_english(draft)  # nobody has written anything

    assert record.read_text(encoding="utf-8") == f"{title}{text}{heading}{role}{role}"
    written = role.replace('"?"}  # missing', '"Head, A"}')
    named = heading.replace('"?"}  # missing', "A Case}")
    record.write_text(f"{title}{text}{named}{written}{role}", encoding="utf-8")

    complete_english(draft)

    filled = title.replace('"?"}  # missing', '"News release: A Case"}  # proposed')
    again = written.replace("}\n", "}  # proposed\n")
    assert record.read_text(encoding="utf-8") == f"{filled}{text}{named}{written}{again}"


def test_a_fact_follows_from_the_names_in_it(draft: Path) -> None:
    record = draft / "docs/records" / KEY / "record.yml"
    text = record.read_text(encoding="utf-8")
    fact = "  - name: {{zh: 主席, en: Chair}}{}\n    value: {{zh: 波蘭琴斯托市 山本剛史局長, en: {}}}\n"
    missing = fact.format("  # missing", '"?"')
    record.write_text(f"{text}facts:\n{missing}", encoding="utf-8")
    complete_and_sync(draft)
    assert missing in record.read_text(encoding="utf-8")

    write(draft, "registry/cities.yml", '"? city-1"', "Gdynia")
    write(draft, "registry/people.yml", '"? person-1"', "Yamamoto Tsuyoshi")
    complete_and_sync(draft)

    english = '"Yamamoto Tsuyoshi, Commissioner, Gdynia"'
    assert fact.format("  # proposed", english) in record.read_text(encoding="utf-8")


def test_of_a_city_without_a_name_the_name_alone_is_asked_for(draft: Path) -> None:
    def ask(file: str) -> list[str]:
        text = (draft / "docs/registry" / file).read_text(encoding="utf-8")
        return [marked for _, kind, marked in find_asked(text) if kind == "missing"]

    assert ask("cities.yml") == ['en: "? city-1"']
    assert ask("people.yml") == ['en: "? person-1"']
    write(draft, "registry/cities.yml", '"? city-1"  # missing', "Nowhere-on-Sea")
    write(draft, "registry/people.yml", '"? person-1"  # missing', "Yamamoto Tsuyoshi")
    assert ask("people.yml") == ["person-1:"]
    complete_and_sync(draft)
    assert ask("cities.yml") == ["latitude: 0.0", "longitude: 0.0"]
    assert ask("people.yml") == []


def test_what_is_missing_is_told_once() -> None:
    where = ("docs/records/a/record.yml", 6)
    missing = Problem(
        *where, "what is missing must be written, and its mark deleted: issuer: unknown"
    )
    same = Problem(*where, "issuer must be a key of organizations.yml, and is 'unknown'")
    other = Problem(where[0], 7, "title must be there")

    assert settle([missing, same, other]) == [missing, other]
    assert settle([same, other]) == [same, other]
