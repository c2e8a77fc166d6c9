"""Print how the conversion grows, from four to twelve times the records, and what pages weigh then.

The records are valid: each copy speaks of cities, people, organizations and initiatives of its own,
whose names have a word before them, in the sources as in all that quotes them. The city that holds
the events is the same in all.
"""

import hashlib
import json
import math
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from dialogues.contributing.syncing import add_addresses
from dialogues.data.files import render_data
from dialogues.finding.characters import HAN
from dialogues.loading import load_archive, read_archive
from dialogues.model.archive import Archive
from dialogues.model.entities import Entity
from dialogues.reading.yaml_nodes import read_plain
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site
from measuring.page_sizes import LIMIT, weigh_kinds

ROOT = Path(__file__).parents[2]
NAMED = ("cities", "people", "organizations", "initiatives")
REFERENCES = {"person", "organization", "cities", "issuer", "city", "event"}
"""Fields that hold keys of the registry."""
SAME = ("taipei",)
"""Keys that copies share."""
WORDS = ("Arlo", "Brio", "Cebo", "Drem", "Elka", "Frin", "Gral", "Hesk", "Ivor", "Jask", "Korl")
SIGNS = "甲乙丙丁戊己庚壬癸丑寅"
CHINESE = re.compile(f"[{HAN}]")
Rename = Callable[[str], str]


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    taken = {}
    for times in (4, 12):
        with tempfile.TemporaryDirectory() as folder:
            multiply(ROOT, Path(folder), times)
            start = time.process_time()
            site = Site.of(load_archive(Path(folder)))
            pages = render_site(site)
            dict(render_data(site))
            taken[times] = time.process_time() - start
            weights = list(weigh_kinds(pages))
        print(
            f"conversion of {times:2d} times all  {taken[times]:6.1f} s of CPU, {len(pages)} files"
        )
    exponent = math.log(taken[12] / taken[4]) / math.log(3)
    for kind, size, path in weights:
        over = f", over {LIMIT / 1000:.0f}" if size > LIMIT else ""
        print(f"heaviest {kind:20} {size / 1000:5.0f} kB of HTML: {path}{over}")
    print(f"its exponent               {exponent:6.2f}; load {os.getloadavg()[0]:.1f}")
    return 0


def multiply(root: Path, target: Path, times: int) -> None:
    """Write a project with each record so many times into an empty folder."""
    shutil.copytree(
        root / "docs", target / "docs", ignore=shutil.ignore_patterns("data", "zh", "en")
    )
    archive = load_archive(root)
    renamed = [entity for entity in archive.linked if entity.key not in SAME]
    whole_names = [entity for entity in renamed if not _is_cut(archive, entity.names)]
    registry = {name: _load(root / f"docs/registry/{name}.yml") for name in (*NAMED, "events")}
    whole = {name: dict(entries) for name, entries in registry.items()}
    for number, word in enumerate(WORDS[: times - 1]):
        rename = _make_rename(renamed, word, SIGNS[number])
        rename_text = _make_rename(whole_names, word, SIGNS[number])
        said = "".join(
            _copy_record(target / "docs/records", record, word.lower(), rename_text)
            for record in archive.records
        )
        for name, entries in registry.items():
            for key, entry in entries.items():
                copied = _copy(entry, word.lower(), rename)
                copied.pop("wikidata", None)  # an item is one thing
                if key in SAME:
                    continue
                if name == "events" or _fit(copied, f"{key}-{word.lower()}", said, number):
                    whole[name][f"{key}-{word.lower()}"] = copied
    for name, entries in whole.items():
        _dump(target / f"docs/registry/{name}.yml", entries)
    add_addresses(target, read_archive(target)[0])


def _make_rename(entities: Iterable[Entity], word: str, sign: str) -> Rename:
    """Return what puts a word, or a sign in Chinese, before each name in a text."""
    names = {name for entity in entities for name in (*entity.names, *entity.exclude)}
    ordered = sorted(names, key=len, reverse=True)
    latin = [re.escape(name) for name in ordered if not CHINESE.search(name)]
    chinese = [re.escape(name) for name in ordered if CHINESE.search(name)]
    any_name = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(latin)})(?![A-Za-z])|{'|'.join(chinese)}")
    return lambda text: any_name.sub(
        lambda name: (sign if CHINESE.search(name[0]) else f"{word} ") + name[0], text
    )


def _is_cut(archive: Archive, names: Iterable[str]) -> bool:
    """Return whether a page break cuts one of the names in a source, which cannot be renamed there."""
    for session, passage in archive.passages:
        lines = archive.records[session.record].source.text.split("\n")
        source = "\n".join(lines[line - 1] for line in passage.lines)
        if any(name in passage.zh and name not in source for name in names):
            return True
    return False


def _copy_record(records: Path, key: str, word: str, rename: Rename) -> str:
    """Write a copy of a record; return all that it says."""
    folder, copy = records / key, records / f"{key}-{word}"
    copy.mkdir()
    source = rename((folder / "source.txt").read_text(encoding="utf-8"))
    (copy / "source.txt").write_text(source, encoding="utf-8", newline="")
    entry = _copy(_load(folder / "record.yml"), word, rename)
    entry["source"] = {"sha256": hashlib.sha256(source.encode()).hexdigest()}
    _dump(copy / "record.yml", entry)
    passages = _copy(_load(folder / "passages.yml"), word, rename)
    for passage in passages.values():
        passage.pop("note", None)  # it quotes parts of names
    _dump(copy / "passages.yml", passages)
    return json.dumps([source, entry, passages], ensure_ascii=False)


def _fit(entry: Any, key: str, said: str, number: int) -> bool:
    """Take from an entry what the copies do not say; return whether they need it at all."""
    for field in ("variants", "exclude"):
        entry[field] = [name for name in entry.get(field, []) if name in said]
    if "latitude" in entry:  # a place of its own on the map
        entry["latitude"] = round(entry["latitude"] * (1 - (number + 1) / 40), 4)
    entry.pop("geonames", None)
    return f'"{key}"' in said or any(
        n in said for n in (entry["zh"], entry["en"], *entry["variants"])
    )


def _copy(value: Any, word: str, rename: Rename, field: str = "") -> Any:
    """Return a value with its names renamed, and keys of the registry those of the copy."""
    match value:
        case str() if value in SAME:
            return value
        case str():
            return f"{value}-{word}" if field in REFERENCES else rename(value)
        case list():
            return [_copy(each, word, rename, field) for each in value]
        case dict():
            names = field == "labels"
            return {
                rename(key) if names or CHINESE.search(key) else key: _copy(each, word, rename, key)
                for key, each in value.items()
            }
    return value


def _load(path: Path) -> Any:
    return json.loads(json.dumps(read_plain(path.read_text(encoding="utf-8"))))  # plain classes


def _dump(path: Path, value: Any) -> None:
    path.write_text(
        yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**6), "utf-8"
    )


if __name__ == "__main__":
    raise SystemExit(main())
