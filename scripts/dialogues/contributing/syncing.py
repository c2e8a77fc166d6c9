"""Add an entry for each passage and address that has none; what stands in a file stays as it is."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from dialogues.contributing.entries import append_lines
from dialogues.contributing.likely_themes import propose_likely_themes
from dialogues.model.archive import Archive
from dialogues.model.entities import Theme
from dialogues.parsing.blocks import SEPARATORS
from dialogues.parsing.offices import COLONS, PROCEEDINGS
from dialogues.parsing.structure import Parsed
from dialogues.publishing import replace
from dialogues.reading.addresses import LIST, REDIRECTS, read_defended, read_published
from dialogues.reading.files import read_text
from dialogues.reading.registry import Registry
from dialogues.rendering.addresses import list_addresses

HEADER = """\
# The passages of one record, an entry each: zh quotes source.txt, the rest belongs to these words.
# en is an unofficial translation of a summary.
# 一份紀錄的各段落，每段一筆：zh 引自 source.txt，其餘各欄皆屬此段文字；en 為摘要的非官方譯文。
"""
LONGEST = 20
"""Characters of a passage that says nothing itself."""
LEADING_NUMBER = re.compile(
    rf"[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾\d]{{1,3}}[{SEPARATORS}]\s*"
)

NEW_DOLLARS = re.compile("新[臺台]幣")


def list_passages(parsed: Parsed) -> dict[str, str]:
    """Return the texts of all passages of a source by their ids, in the order of the source."""
    return {key: block.body.text for key, block in parsed.passages}


def add_entries(
    text: str,
    lines: Mapping[str, int],
    passages: Mapping[str, str],
    themes: Mapping[str, Theme] = MappingProxyType({}),
    english: Callable[[str], Mapping[str, str]] = lambda _: {},
) -> str:
    """Return the text of passages.yml with an entry for each passage that has none.

    An entry has the themes that its terms propose, for somebody to accept, and in a comment, for
    the translator, the `english` of the terms and names in it. `lines` gives the line, from 1, at which
    each entry of the text begins. A new entry goes behind that of the passage before it, with line
    ends like those of the file; all other lines stay as they are.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    kept = [line + "\n" for line in (text or HEADER).removesuffix("\n").split("\n")]
    added: dict[int, list[str]] = {}
    place = _end_of_head(kept)
    record = "\n".join(passages.values())
    for key, zh in passages.items():
        if key in lines:
            place = _end_of_entry(kept, lines[key])
        else:
            likely = {} if says_nothing(key, zh) else propose_likely_themes(zh, themes, record)
            entry = _write_entry(key, zh, likely, english(zh)).replace("\n", end)
            added.setdefault(place, []).append(entry)
    return "".join(_interleave(kept, added))


def _write_entry(key: str, zh: str, likely: Mapping[str, str], english: Mapping[str, str]) -> str:
    proposed = [f"{t}: {json.dumps(w, ensure_ascii=False)}" for t, w in likely.items()]
    line = f"  proposed: {{{', '.join(proposed)}}}\n" if proposed else ""
    if says_nothing(key, zh):
        line = "  themes: []\n"
    known = "; ".join(f"{term} = {en}" for term, en in english.items())
    terms = f"  # 用語 terms: {known}\n" if known else ""
    return f"{key}:\n  zh: |-\n    {zh}\n{terms}{line}"


def says_nothing(key: str, zh: str) -> bool:
    """Return whether a passage is about no theme: a caption, 散會, what leads into a list."""
    bare = LEADING_NUMBER.sub("", zh)
    ends = PROCEEDINGS.match(bare) or zh.endswith(tuple(COLONS))
    return key.startswith("fig-") or (len(zh) <= LONGEST and bool(ends))


def find_english(zh: str, registry: Registry) -> dict[str, str]:
    """Return the English of the terms and names of a passage, by what is printed."""
    terms = {term.zh: term.en[0] for term in registry.glossary.terms_in(zh)}
    if "元" in terms and (named := NEW_DOLLARS.search(zh)):
        del terms["元"]  # else it is said to be in a currency that is not named
        terms[named[0]] = "NT$"
    segments = registry.gazetteer.split(zh) if registry.gazetteer else ()
    names = {each.text: each.entity.name.en for each in segments if each.entity}
    return terms | {printed: en for printed, en in names.items() if en != printed and en[0] != "?"}


def _interleave(kept: list[str], added: Mapping[int, list[str]]) -> Iterable[str]:
    for number, line in enumerate([*kept, ""]):
        yield from added.get(number, ())
        yield line


def _end_of_head(lines: list[str]) -> int:
    """Return how many lines stand before the first entry."""
    return next((i for i, line in enumerate(lines) if not _is_comment(line)), len(lines))


def _end_of_entry(lines: list[str], start: int) -> int:
    """Return the number of the last line of an entry that begins on a line, both from 1."""
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        if line.strip() and not line.startswith((" ", "\t", "#")):
            break
        if not _is_comment(line):
            end = number
    return end


def _is_comment(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def add_addresses(root: Path, archive: Archive) -> int:
    """List new addresses, and no longer any that was never published; return how many are new."""
    published, present = read_published(root), set(list_addresses(archive))
    kept = {*read_defended(root), *(redirect.address for redirect in archive.redirects)}
    listed = present | (set(published) & kept)
    if listed != set(published):
        text = "".join(f"{address}\n" for address in sorted(listed))
        replace(root / LIST, text.encode("utf-8"))
    return len(present - set(published))


def propose_redirects(root: Path, archive: Archive) -> int:
    """Add an entry to redirects.yml for each published address that is gone; return how many.

    It has no reason yet, so that somebody has to look at it.
    """
    present, published = set(list_addresses(archive)), read_defended(root)
    known = {redirect.address for redirect in archive.redirects}
    gone = [address for address in published if address not in present | known]
    path = root / REDIRECTS
    text = read_text(path)
    lines = [
        f"{json.dumps(address)}: {{{f'to: {json.dumps(to)}' if to else ''}}}\n"
        for address, to in find_targets(gone, present, set(published)).items()
        if json.dumps(address) not in text
    ]
    if lines:
        replace(path, append_lines(text, lines).encode("utf-8"))
    return len(lines)


def find_targets(
    gone: Iterable[str], present: Collection[str], published: Collection[str]
) -> dict[str, str]:
    """Return where each address that is gone may have gone: a new page, the same anchor, its page."""
    pages = [each for each in present if "#" not in each and each not in published]
    targets: dict[str, str] = {}
    for address in sorted(gone):
        page, _, anchor = address.partition("#")
        if anchor:
            moved = [targets.get(page, page), *sorted(p for p in pages if p.startswith(page))]
            same = [f"{each}#{anchor}" for each in moved if f"{each}#{anchor}" in present]
            targets[address] = next(iter([*same, *(p for p in moved if p in present)]), "")
        else:
            folder = page.rstrip("/").rpartition("/")[0] + "/"
            last = page[len(folder) - 1 :]  # as of a card whose record has another key now
            beside = [p for p in pages if p.startswith(folder) or p.endswith(last)]
            near = get_close_matches(page, beside, n=1)
            targets[address] = next(iter(near), "")
    return targets
