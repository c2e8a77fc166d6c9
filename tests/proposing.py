"""What somebody proposes to a small project: the changes, their review, records of other layouts."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from dialogues.commands import sync
from histories import commit_all
from mistakes.planting import RECORD, REGISTRY, replace
from projects import ROOT

LAYOUTS = ROOT / "tests/layouts"
NAMES = sorted(path.name for path in LAYOUTS.iterdir())
"""Records of other layouts."""
CITY = "  kind: city\n  country: TW\n  latitude: 24.0\n  longitude: 121.0\n"
TRAM = "docs/records/2021-tram-talk"
SOURCE = """\
2021 輕軌座談(3/14)

編號\t代表\t內容
1\t丙鎮 林美玉鎮長\t<p>輕軌以綠電行駛，每年減碳。</p>
"""
TALK = "輕軌以綠電行駛，每年減碳。"
TALK_EN = "The tram runs on green power and saves carbon every year."
RECORD_OF_TRAM = f"""\
title: {{zh: 2021 輕軌座談摘要, en: "2021 Tram Talk, summary"}}
kind: summary
issuer: office
added: 2021-04-01
source: {{sha256: {hashlib.sha256(SOURCE.encode()).hexdigest()}}}
sessions:
  - event: 2021-tram
    id: tram
    heading: 2021 輕軌座談(3/14)
    title: {{zh: 輕軌座談, en: Tram Talk}}
    dates: [2021-03-14]
columns: {{編號: number, 代表: label, 內容: content}}
labels:
  丙鎮 林美玉鎮長:
    person: lin
    role: {{zh: 鎮長, en: Mayor}}
    cities: [gamma]
left_out: {{kinds: [column-headings, markup, spacing]}}
"""


def correct_a_word(root: Path) -> None:
    replace(
        f"{RECORD}/passages.yml",
        "  refers_to: [talk-1-2]",
        "  corrections:\n    - {was: 岸電, now: 岸上電力, why: {zh: 用語一致, en: One term},"
        " by: Chen, date: 2020-06-01}",
    )(root)


def better_a_translation(root: Path) -> None:
    replace(
        f"{RECORD}/passages.yml",
        "An innovative R&D centre.",
        "A new R&D centre.\n  state: {en: draft}",
    )(root)


def add_a_theme(root: Path) -> None:
    replace(
        f"{RECORD}/passages.yml",
        "themes: [connectivity]",
        "themes: [connectivity, innovation]\n  evidence: {innovation: 擴及}",
    )(root)


def add_a_record(root: Path) -> None:
    """Add a record as CONTRIBUTING.md says: the folder, the registry, `make sync`, the English."""
    (root / TRAM).mkdir()
    (root / TRAM / "source.txt").write_text(SOURCE, encoding="utf-8")
    (root / TRAM / "record.yml").write_text(RECORD_OF_TRAM, encoding="utf-8")
    title = "{zh: 2021 輕軌座談, en: 2021 Tram Talk}"
    for file, entry in {
        "events": f"2021-tram:\n  title: {title}\n  city: gamma\n",
        "cities": f"gamma:\n  zh: 丙鎮\n  en: Gamma\n{CITY}",
        "people": "lin:\n  zh: 林美玉\n  en: Lin Mei-yu\n",
    }.items():
        with (root / REGISTRY / f"{file}.yml").open("a", encoding="utf-8") as opened:
            opened.write(entry)
    sync(root)
    entry = f"  proposed: {{energy: {json.dumps('減碳', ensure_ascii=False)}}}"
    replace(f"{TRAM}/passages.yml", entry, f"  en: {TALK_EN}\n  themes: [energy]")(root)


CHANGES = {
    correct_a_word: ["以岸上電力取代柴油。", "`/themes/energy/`"],
    better_a_translation: ["<td>A new R&#38;D centre.</td>"],
    add_a_theme: ["<td>connectivity; innovation</td>", "`/themes/innovation/`"],
    add_a_record: [TALK, TALK_EN, "`/events/2021-tram/`", "`/en/cities/gamma/`"],
}
"""With what their review tells of each."""


def propose(root: Path) -> str:
    """Make all changes in a project, which becomes a repository; return the summary of their review."""
    commit_all(root)
    for change in CHANGES:
        change(root)
    return review(root)


def review(root: Path) -> str:
    """Check what changed since the last commit, as .github/workflows/check.yml does."""
    summary = root / "summary.md"
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/review.py"), "HEAD"],
        cwd=root,
        env=os.environ | {"GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return summary.read_text(encoding="utf-8")


def add_layouts(root: Path, *names: str) -> None:
    """Add records as a contributor does, with an entry that says nothing for each passage."""
    for name in names:
        _add_source(root, name)
    sync(root)
    for name in names:
        _say_nothing(root / "docs/records" / name / "passages.yml")
    sync(root)


def _add_source(root: Path, name: str) -> None:
    folder = root / "docs/records" / name
    folder.mkdir()
    source = (LAYOUTS / name / "source.txt").read_bytes()
    folder.joinpath("source.txt").write_bytes(source)
    entry = (LAYOUTS / name / "record.yml").read_text(encoding="utf-8")
    digest = hashlib.sha256(source).hexdigest()
    folder.joinpath("record.yml").write_text(entry.replace("SHA", digest), encoding="utf-8")
    with (root / "docs/registry/events.yml").open("a", encoding="utf-8") as events:
        events.write(f"{name}:\n  title: {{zh: 試 {name}, en: Trial {name}}}\n  city: alpha\n")


def _say_nothing(passages: Path) -> None:
    text = passages.read_text(encoding="utf-8")
    bare = re.sub(r"^  (?:proposed|themes):.*\n", "", text, flags=re.MULTILINE)
    said = r"\1\n  accept: {untranslated: 試}\n  themes: []\n"
    passages.write_text(re.sub(r"^(    \S.*)\n", said, bare, flags=re.MULTILINE), encoding="utf-8")
