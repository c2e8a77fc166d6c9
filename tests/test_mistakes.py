"""Each mistake that a contributor can make, and the line that says so; all of them in one run."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Golden
from dialogues.loading import read_archive
from dialogues.problems import report

RECORD = "docs/records/2030-harbour-talks"
REGISTRY = "docs/registry"
Change = Callable[[Path], object]
ABOVE = "a row above the tables must be declared in record.yml, as facts, or as columns"


def replace(file: str, old: str, new: str) -> Change:
    """Return a change of one place in a file of the small project."""

    def change(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{file} has no {old!r}"
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


MISTAKES: dict[str, tuple[Change, str]] = {
    "unknown label": (
        replace(f"{RECORD}/record.yml", "  Director, Harbour Office:", "  Director of the Office:"),
        f"{RECORD}/record.yml:18: a label must occur in the source exactly so, and does not:"
        " 'Director of the Office'\n"
        f"{RECORD}/source.txt:8: a label must be declared in {RECORD}/record.yml, labels, and is"
        " not: 'Director, Harbour Office'",
    ),
    "unknown id": (
        replace(f"{RECORD}/passages.yml", "talk-2-1:", "talk-9-1:"),
        f"{RECORD}/passages.yml:27: an entry must belong to a passage of the source, and there is"
        " none with the id 'talk-9-1'\n"
        f"{RECORD}/source.txt:8: a passage must have an entry in {RECORD}/passages.yml (`make sync` adds"
        " it), and talk-2-1 has none: '請見 <https://example.org…'",
    ),
    "duplicate key": (
        replace(f"{RECORD}/passages.yml", "talk-1-4:", "talk-1-3:"),
        f'{RECORD}/passages.yml:21: the file must be valid YAML: found duplicate key "talk-1-3"',
    ),
    "quote that no longer matches": (
        replace(f"{RECORD}/passages.yml", "範圍擴及整個港區", "範圍擴大整個港區"),
        f"{RECORD}/passages.yml:11: talk-1-2.zh must quote the source; from character 15 on the source"
        " has 'G 網路，範圍擴及整個港區。', and the entry has 'G 網路，範圍擴大整個港區。'",
    ),
    "source changed": (
        replace(f"{RECORD}/source.txt", "整個港", "全港"),
        f"{RECORD}/passages.yml:11: talk-1-2.zh must quote the source; from character 16 on the source"
        " has ' 網路，範圍擴及全港區。', and the entry has ' 網路，範圍擴及整個港區。'\n"
        f"{RECORD}/record.yml:5: source.sha256 must be that of source.txt, which is never edited,"
        " and the file's is",
    ),
    "city without country": (
        replace(f"{REGISTRY}/cities.yml", "  country: PL\n", ""),
        f"{REGISTRY}/cities.yml:9: beta must hold the field 'country'",
    ),
    "country that is none": (
        replace(f"{REGISTRY}/cities.yml", "country: PL", "country: XX"),
        f"{REGISTRY}/cities.yml:13: beta.country must be an ISO 3166-1 code, and is 'XX'",
    ),
    "name of two cities": (
        replace(f"{REGISTRY}/cities.yml", "en: Beta", "en: Alpha"),
        f"{REGISTRY}/cities.yml:9: a name must belong to one entry, and 'Alpha' is claimed by alpha"
        " (cities.yml) and beta (cities.yml)",
    ),
    "variant that nobody prints": (
        replace(
            f"{REGISTRY}/cities.yml",
            "  longitude: 22.0\n",
            "  longitude: 22.0\n  variants: [丙市]\n",
        ),
        f"{REGISTRY}/cities.yml:16: a name must occur in a record exactly so, and this does not:"
        " '丙市'",
    ),
    "person whom no record has": (
        replace(f"{REGISTRY}/people.yml", "wang:", "li:\n  zh: 李\n  en: Li\nwang:"),
        f"{REGISTRY}/people.yml:1: an entry must be that of someone or something in a record, and no"
        " record has 'li'",
    ),
    "unknown city": (
        replace(f"{RECORD}/record.yml", "cities: [beta]", "cities: [gamma]"),
        f"{RECORD}/record.yml:21: labels.Director, Harbour Office.cities.0 must be a key of"
        " cities.yml, and is 'gamma'",
    ),
    "unknown theme": (
        replace(f"{RECORD}/passages.yml", "themes: [connectivity]", "themes: [networks]"),
        f"{RECORD}/passages.yml:15: talk-1-2.themes must be keys of themes.yml, and one is 'networks'",
    ),
    "theme that the words do not show": (
        replace(f"{RECORD}/passages.yml", "themes: [connectivity]", "themes: [energy]"),
        f"{RECORD}/passages.yml:15: talk-1-2.themes must be shown by a term of themes.yml, and the"
        " passage has none of 'energy' (or `evidence: {energy: words of the passage}`)",
    ),
    "evidence that the passage does not have": (
        replace(f"{RECORD}/passages.yml", "energy: 岸電取代柴油", "energy: 岸電取代煤"),
        f"{RECORD}/passages.yml:45: q1-1-1.evidence must quote the passage, which does not have"
        " '岸電取代煤'",
    ),
    "no themes": (
        replace(f"{RECORD}/passages.yml", "  themes: [connectivity]\n", ""),
        f"{RECORD}/passages.yml:11: talk-1-2.zh must have `themes`, or `themes: []` where it says"
        " nothing itself (`make sync` proposes some for a passage without an entry)",
    ),
    "five themes": (
        replace(f"{RECORD}/passages.yml", "[connectivity]", "[connectivity, b, c, d, e]"),
        f"{RECORD}/passages.yml:15: talk-1-2.themes must be 4 at most, and are 5",
    ),
    "theme without passages": (
        replace(
            f"{REGISTRY}/themes.yml",
            "innovation:",
            "parks:\n  zh: 公園\n  en: Parks\n  scope:"
            " {zh: 公園。, en: Parks.}\n  iso: 5\n  sdg: 9\n  terms: [公園]\ninnovation:",
        ),
        f"{REGISTRY}/themes.yml:15: a theme must have passages, and none has 'parks'",
    ),
    "theme of a section that is none": (
        replace(f"{REGISTRY}/themes.yml", "iso: 7", "iso: 99"),
        f"{REGISTRY}/themes.yml:12: energy.iso must be a number of schemes.yml, and is 99",
    ),
    "unknown initiative": (
        replace(f"{REGISTRY}/initiatives.yml", "part_of: centre", "part_of: center"),
        f"{REGISTRY}/initiatives.yml:10: shore-power.part_of must be a key of initiatives.yml, and is"
        " 'center'",
    ),
    "initiative that nothing names any more": (
        replace(
            f"{REGISTRY}/initiatives.yml",
            "  zh: R&D 中心\n  en: R&D centre",
            "  zh: 研發中心\n  en: Lab",
        ),
        f"{REGISTRY}/initiatives.yml:1: an entry must be that of someone or something in a record,"
        " and no record has 'centre'",
    ),
    "name of a person and an initiative": (
        replace(
            f"{REGISTRY}/initiatives.yml",
            "en: shore power",
            "en: shore power\n  variants: [王小明]",
        ),
        f"{REGISTRY}/initiatives.yml:6: a name must belong to one entry, and '王小明' is claimed by"
        " wang (people.yml) and shore-power (initiatives.yml)",
    ),
    "reference to nothing": (
        replace(f"{RECORD}/passages.yml", "refers_to: [talk-1-2]", "refers_to: [talk-9]"),
        f"{RECORD}/passages.yml:46: q1-1-1.refers_to must be ids of this record, and one is 'talk-9'",
    ),
    "citation of what the source does not have": (
        replace(
            f"{RECORD}/record.yml",
            "left_out:",
            "cited:\n  - words: 附件一\n    what: {zh: 附件, en: Annex}\nleft_out:",
        ),
        f"{RECORD}/record.yml:23: what is cited must occur in the source exactly so, and does not:"
        " '附件一'",
    ),
    "unknown person": (
        replace(f"{RECORD}/record.yml", "person: wang", "person: wong"),
        f"{RECORD}/record.yml:15: labels.甲市 王小明市長.person must be a key of people.yml, and is"
        " 'wong'",
    ),
    "unknown event": (
        replace(f"{RECORD}/record.yml", "event: 2030-harbour", "event: 2031-harbour"),
        f"{RECORD}/record.yml:7: sessions.0.event must be a key of events.yml, and is"
        " '2031-harbour'\n"
        f"{REGISTRY}/events.yml:1: an entry must be that of someone or something in a record, and no"
        " record has '2030-harbour'",
    ),
    "path as a key": (
        replace(f"{RECORD}/record.yml", "id: talks", "id: ../../../tmp/x"),
        f"{RECORD}/record.yml:8: sessions.0.id does not have the form that it must have:"
        " '../../../tmp/x'",
    ),
    "nowhere": (
        replace(f"{RECORD}/record.yml", "    cities: [beta]\n", ""),
        f"{RECORD}/record.yml:18: a label must have cities or a country, and has neither",
    ),
    "left out without a reason": (
        replace(f"{RECORD}/record.yml", "column-headings, ", ""),
        f"{RECORD}/record.yml:23: left_out.kinds must name all that is left out, and lacks"
        " 'column-headings'",
    ),
    "reason for nothing": (
        replace(f"{RECORD}/record.yml", "spacing]", "spacing, label-colon]"),
        f"{RECORD}/record.yml:23: left_out.kinds must name what is left out, and nothing is of the"
        " kind 'label-colon'",
    ),
    "correction of what is not there": (
        replace(
            f"{RECORD}/passages.yml",
            "    與乙市合作。\n",
            "    與乙市合作。\n  corrections:\n    - {was: 丙市, now: 乙市, why: {zh: 誤, en: slip},"
            " by: A, date: 2030-06-01}\n",
        ),
        f"{RECORD}/passages.yml:20: was must stand once in the passage, and stands 0 times: '丙市'",
    ),
    "registry emptied": (
        lambda root: put(root / REGISTRY / "people.yml", b"{}\n"),
        f"{RECORD}/record.yml:15: labels.甲市 王小明市長.person must be a key of people.yml, and is"
        " 'wang'",
    ),
    "date that is none": (
        replace(f"{RECORD}/record.yml", "dates: [2030-05-06]", "dates: [2030-02-30]"),
        f"{RECORD}/record.yml:11: sessions.0.dates.0 must be a date such as 2022-03-22, and is"
        " '2030-02-30'",
    ),
    "one city and no list": (
        replace(f"{RECORD}/record.yml", "cities: [beta]", "cities: beta"),
        f"{RECORD}/record.yml:21: labels.Director, Harbour Office.cities must be a list such as"
        " [a, b], and is 'beta'",
    ),
    "line break at the end": (
        replace(
            f"{RECORD}/passages.yml",
            "    與乙市合作。\n",
            "    與乙市合作。\n  en: |\n    With Beta.\n",
        ),
        f"{RECORD}/passages.yml:19: talk-1-3.en must be one paragraph without a line break (write `|-`"
        " in place of `|`), and is 'With Beta.\\n'",
    ),
    "unseen characters, escaped": (
        replace(
            f"{RECORD}/passages.yml",
            "    與乙市合作。\n",
            '    與乙市合作。\n  note: {zh: "a\\u202Eb", en: x}\n',
        ),
        f"{RECORD}/passages.yml:19: characters must be visible, and has U+202E",
    ),
    "folder with a name for no address": (
        lambda root: (root / RECORD).rename(root / "docs/records/2030 Harbour"),
        "docs/records/2030 Harbour:1: a folder's name must be lower-case words joined by hyphens,"
        " and is '2030 Harbour'",
    ),
    "stray file": (
        lambda root: put(root / "docs/records/notes.txt", b"x"),
        "docs/records/notes.txt:1: docs/records must hold a folder for each record, and no files",
    ),
    "undeclared columns": (
        replace(f"{RECORD}/record.yml", "城市代表: label, ", ""),
        "\n".join(
            f"{RECORD}/source.txt:{line}: {rule}"
            for line, rule in [
                (4, ABOVE),
                (5, ABOVE),
                (6, ABOVE),
                (7, "every character must be shown or left out by a rule, and no rule knows '區。"),
                (8, ABOVE),
                (12, ABOVE),
                (13, ABOVE),
            ]
        ),
    ),
    "invalid YAML": (
        replace(f"{RECORD}/record.yml", "kind: summary", "kind: [summary"),
        f"{RECORD}/record.yml:3: the file must be valid YAML: expected ',' or ']', but got ':'",
    ),
    "unseen characters": (
        replace(f"{RECORD}/passages.yml", "與乙市合作", "與乙市\u200b合作"),
        f"{RECORD}/passages.yml:17: talk-1-3.zh must quote the source; from character 4 on\n"
        f"{RECORD}/passages.yml:18: characters must be visible, and has U+200B",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_line(small: Path, name: str) -> None:
    change, expected = MISTAKES[name]
    change(small)

    found = report(read_archive(small)[1]).splitlines()

    for line, start in zip(found, expected.splitlines(), strict=True):
        assert line.startswith(start)


def test_the_small_project_has_no_problem(small: Path) -> None:
    assert read_archive(small)[1] == []


def test_a_project_full_of_mistakes_has_all_of_them_reported(small: Path, golden: Golden) -> None:
    together = [
        *("unknown label", "unknown id", "quote that no longer matches", "source changed"),
        *("country that is none", "name of two cities", "unknown person", "unknown event"),
        *("nowhere", "left out without a reason", "correction of what is not there"),
    ]
    others: dict[str, Change] = {
        "empty": lambda folder: put(folder / "source.txt", b""),
        "encoding": lambda folder: put(folder / "source.txt", "好\n".encode("big5")),
        "invalid-yaml": lambda folder: put(folder / "record.yml", b"title: {zh: x\n"),
        "long-line": lambda folder: put(folder / "source.txt", b"x" * 10_000_000),
        "no-passages": lambda folder: (folder / "passages.yml").unlink(),
        "outside": lambda folder: link_outside(folder / "source.txt"),
        "unseen": lambda folder: put(folder / "source.txt", "港\u202e灣\n".encode()),
    }
    for name, change in others.items():
        folder = shutil.copytree(small / RECORD, small / "docs/records" / name)
        change(Path(folder))
    for name in together:
        MISTAKES[name][0](small)

    golden.check("mistakes.txt", report(read_archive(small)[1]) + "\n")


def put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def link_outside(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")
