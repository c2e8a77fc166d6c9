"""Write a page to be read against the file as received: how a record was cut, what is left out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from dialogues.checking.advice import note_radicals
from dialogues.joining.passages import lines_of
from dialogues.model.sources import Source
from dialogues.parsing.excerpts import INSERTED, Excerpt
from dialogues.parsing.structure import Block, Fact, Heading, Item, LeftOut, Parsed, Question
from dialogues.reading.records import Folder

ACCEPTED = "tests/goldens/read"
"""Where the pages are that somebody has read."""
WORDS = 16
"""Characters of the first and of the last words."""
COUNTED = frozenset({"spacing", "markup", "label-colon", "fact-colon", "column-headings"})
"""What is left out so often that its number says enough."""


def outline(folder: Folder) -> str:
    """Return who speaks, the first and last words of each turn, what was joined, what is left out.

    Each line begins with the lines of the source.
    """
    parsed, source = folder.parsed, folder.source
    parts = [f"{folder.key}: {folder.entry.kind}, {folder.entry.title.zh}"]
    for section in parsed.sections:
        parts += ["", f"=== {section.session}"]
        for element in section.elements:
            match element:
                case Heading(text):
                    parts.append(_line(source, [text], f"## {text}"))
                case Fact(name, value):
                    parts.append(_line(source, [name, value], f"{name} = {value}"))
                case Question(id_, block):
                    parts.append(_line(source, [block.body], f"{id_} ? {_words([block])}"))
                case Item(id_, _, number, label, blocks):
                    who = " ".join(filter(None, [number.text, label.text or "—"]))
                    count = f" ({len(blocks)} ¶)" if len(blocks) > 1 else ""
                    texts = [label, *(block.body for block in blocks)]
                    parts.append(_line(source, texts, f"{id_} [{who}] {_words(blocks)}{count}"))
    parts += ["", "=== joined 接合", *_find_joined(parsed, source)]
    parts += ["", "=== left out 不呈現", *_list_left_out(parsed.left_out, source)]
    if notes := [f"{note.line:>9}  {note.message}" for note in note_radicals(source)]:
        parts += ["", "=== characters 字元", *notes]
    return "\n".join(parts) + "\n"


def write_unread(root: Path, folders: Iterable[Folder]) -> str:
    """Return the pages of the records that nobody has read as they are now."""
    pages = []
    for folder in folders:
        accepted, page = root / ACCEPTED / f"{folder.key}.txt", outline(folder)
        if not accepted.is_file() or accepted.read_text(encoding="utf-8") != page:
            pages.append(f"--- to be read against the file as received 請對照收到的檔案\n{page}")
    return "\n".join(pages)


def _line(source: Source, texts: Sequence[Excerpt], words: str) -> str:
    lines = [line for text in texts for line in lines_of(source, text)]
    return f"{_range(lines):>9}  {words}"


def _range(lines: Sequence[int]) -> str:
    if not lines:
        return ""
    first, last = min(lines), max(lines)
    return str(first) if first == last else f"{first}-{last}"


def _words(blocks: Sequence[Block]) -> str:
    """Return the first and the last words of a turn; all of them where they are few."""
    texts = [f"{block.marker} {block.body}".strip() for block in blocks]
    if len(texts) == 1 and len(texts[0]) <= 2 * WORDS:
        return texts[0]
    return f"{texts[0][:WORDS]} … {texts[-1][-WORDS:]}"


def _find_joined(parsed: Parsed, source: Source) -> Iterator[str]:
    """Yield each place at which a paragraph goes on with another line of the source."""
    for id_, block in parsed.passages:
        printed = [(p, o) for p, o in enumerate(block.body.offsets) if o != INSERTED]
        for (_, before), (place, after) in pairwise(printed):
            lines = [source.line_of(before), source.line_of(after)]
            if lines[0] != lines[1]:
                text = block.body.text
                seam = f"{text[max(0, place - WORDS) : place]} | {text[place : place + WORDS]}"
                yield f"{_range(lines):>9}  {id_} {seam}"


def _list_left_out(left_out: Iterable[LeftOut], source: Source) -> Iterator[str]:
    by_kind = sorted(left_out, key=lambda left: (left.kind, left.text.start))
    for kind, group in groupby(by_kind, key=lambda left: left.kind):
        found = list(group)
        if kind in COUNTED:
            yield f"{'':>9}  {kind}: {len(found)}"
            continue
        for left in found:
            yield _line(source, [left.text], f"{kind}: {left.text.text!r}")
