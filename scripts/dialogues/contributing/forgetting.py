"""Remove a record with all that goes with it, which the checks find, and tell before it is done."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dialogues.checking.unused import EXACT, NOBODY
from dialogues.contributing.entries import append_lines, find_entries, remove_entries, remove_item
from dialogues.contributing.outlining import ACCEPTED
from dialogues.loading import read_archive
from dialogues.model.archive import Archive
from dialogues.problems import Problem, ProblemsFound
from dialogues.publishing import replace
from dialogues.reading.addresses import LIST, REDIRECTS, read_defended, read_redirects
from dialogues.reading.files import read_text
from dialogues.reading.records import RECORDS, find_records, read_folder, require_record
from dialogues.reading.registry import REGISTRY
from dialogues.rendering.addresses import list_addresses

FEATURED = f"{REGISTRY}/featured.yml"
WHY = ("這份紀錄已從本站移除。", "This record was removed from this site.")
"""What stands at the addresses of a record that is gone, where nobody says another reason."""
QUOTED = re.compile(r"""['"]([^'"]+)['"]$""")
ROUNDS = 20


@dataclass(frozen=True)
class Plan:
    """What removing a record changes."""

    key: str
    files: dict[str, str]
    """Files of the registry, as they will be."""
    entries: list[str]
    """What is taken out of them."""
    addresses: list[str]
    """Published addresses that will say that the record is gone."""
    links: list[str]
    """Places in pages written by hand that lead to something that is gone; a person mends them."""
    left: list[Problem]
    """What is wrong afterwards, and was not before."""

    def tell(self) -> str:
        """Return the plan for a person."""
        parts = [f"移除 removes: {RECORDS}/{self.key}/"]
        titles = {
            "登錄檔的項目 entries of the registry": self.entries,
            f"網址，改為說明已移除 addresses, which will say so ({REDIRECTS})": self.addresses,
            "請自行修改 to mend by hand": [*self.links, *map(str, self.left)],
        }
        for title, lines in titles.items():
            parts += [f"{title}: {len(lines)}", *(f"  {line}" for line in lines)]
        return "\n".join(parts)


def plan_forgetting(root: Path, key: str, why: tuple[str, str] = WHY) -> Plan:
    """Return what goes with a record: entries that no other needs, addresses, links; do nothing."""
    require_record(root, key)
    others = [other for other in find_records(root) if other != key]
    if unread := [problem for other in others for problem in read_folder(root, other)[1]]:
        raise ProblemsFound(unread)  # else nobody can tell what the other records need
    before, known = read_archive(root)
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for part in (RECORDS, REGISTRY):
            shutil.copytree(root / part, copy / part)
        if (root / LIST).is_file():
            shutil.copy(root / LIST, copy / LIST)
        shutil.rmtree(copy / RECORDS / key)
        entries = list(_drop_voices(copy, key))
        archive, problems, more = _drop_unused(copy, known)
        entries += more
        gone = _find_gone(root, before, archive)
        _write_redirects(copy, gone, why)
        left = [p for p in _find_new(problems, known) if p.path not in (LIST, REDIRECTS)]
        files = {
            f"{REGISTRY}/{path.name}": text
            for path in sorted((copy / REGISTRY).glob("*.yml"))
            if (text := read_text(path)) != read_text(root / REGISTRY / path.name)
        }
    vanished = set(list_addresses(before)) - set(list_addresses(archive))
    return Plan(key, files, entries, gone, list(_find_links(root, vanished)), left)


def forget(root: Path, plan: Plan) -> None:
    """Do what a plan says."""
    for path, text in plan.files.items():
        replace(root / path, text.encode("utf-8"))
    shutil.rmtree(root / RECORDS / plan.key)
    (root / ACCEPTED / f"{plan.key}.txt").unlink(missing_ok=True)


def _drop_voices(copy: Path, key: str) -> Iterator[str]:
    """Take the record's voices out of what Home quotes."""
    path = copy / FEATURED
    text = read_text(path)
    if text and (kept := remove_entries(text, {key})) != text:
        path.write_bytes(kept.encode("utf-8"))
        yield f"{FEATURED}: {key}"


def _drop_unused(copy: Path, known: Iterable[Problem]) -> tuple[Archive, list[Problem], list[str]]:
    """Take out what nothing needs any more, again and again; return what is left, and what went."""
    entries: list[str] = []
    for _ in range(ROUNDS):
        archive, problems = read_archive(copy)
        unused = [
            problem
            for problem in _find_new(problems, known)
            if problem.message.startswith((EXACT, NOBODY, "a theme must have passages"))
        ]
        if not unused:
            break
        entries += _drop(copy, unused)
    return archive, problems, entries


def _find_new(problems: Iterable[Problem], known: Iterable[Problem]) -> list[Problem]:
    """Return the problems that were not known, at whatever line they are now."""
    same = {(problem.path, problem.message) for problem in known}
    return [problem for problem in problems if (problem.path, problem.message) not in same]


def _drop(copy: Path, unused: list[Problem]) -> Iterator[str]:
    """Take entries, and items of their lists, out of a file, from its end to its beginning."""
    for problem in sorted(unused, key=lambda each: (each.path, -each.line)):
        path = copy / problem.path
        text = read_text(path)
        lines = text.splitlines(keepends=True)
        word = QUOTED.search(problem.message)
        owner = next((e for e in find_entries(lines) if e[1] < problem.line <= e[2]), None)
        if owner is None or word is None:
            continue
        whole = lines[problem.line - 1][:1].strip() != ""
        changed = (
            remove_entries(text, {owner[0]}) if whole else remove_item(text, problem.line, word[1])
        )
        path.write_bytes(changed.encode("utf-8"))
        yield f"{problem.path}: {owner[0]}{'' if whole else f' ({word[1]})'}"


def _find_gone(root: Path, before: Archive, after: Archive) -> list[str]:
    """Return the published addresses that were there and will not be."""
    redirects, _ = read_redirects(root)
    present = {*list_addresses(after), *(redirect.address for redirect in redirects)}
    published = set(read_defended(root)) & set(list_addresses(before))
    return sorted(published - present)


def _write_redirects(copy: Path, gone: Iterable[str], why: tuple[str, str]) -> None:
    path = copy / REDIRECTS
    reason = f"{{zh: {json.dumps(why[0], ensure_ascii=False)}, en: {json.dumps(why[1])}}}"
    lines = [f"{json.dumps(address)}: {{why: {reason}}}\n" for address in gone]
    if lines:
        path.write_bytes(append_lines(read_text(path), lines).encode("utf-8"))


def _find_links(root: Path, vanished: set[str]) -> Iterator[str]:
    """Yield the lines of pages by hand that lead to an address that will be gone."""
    pages = {address.partition("#")[0].rstrip("/") for address in vanished if "#" not in address}
    for path in sorted((root / "docs").glob("*/*.md")):
        for number, line in enumerate(read_text(path).split("\n"), 1):
            for target in re.findall(r"\]\(([^()#\s]+?)(?:\.md|/)?(?:#[^()]*)?\)", line):
                if target.removesuffix("/index") in pages:
                    yield f"docs/{path.parent.name}/{path.name}:{number}: {target}"
