"""What becomes of a mutant: right, refused, or words under one who did not say them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.excerpts import INSERTED
from dialogues.parsing.layout import Layout
from dialogues.parsing.structure import Item, Parsed
from mutants.truth import NOBODY, Mutant, Turn, find_shown

Verdict = Literal["right", "refused", "wrong", "lost", "hidden"]
VERDICTS: tuple[Verdict, ...] = ("right", "refused", "wrong", "lost", "hidden")
"""Wrong: under another speaker. Lost: under nobody. Hidden: the source no longer shows whose."""


@dataclass(frozen=True)
class Case:
    """A record to be damaged, and whose its words are."""

    name: str
    text: str
    kind: RecordKind
    layout: Layout
    turns: tuple[Turn, ...]


def judge(case: Case, mutant: Mutant) -> tuple[Verdict, str]:
    """Return what becomes of a mutant, and of what is wrong the words."""
    shown = find_shown(mutant, case.turns)
    parsed = parse(Source("source.txt", mutant.text.text, ""), case.kind, case.layout)
    if is_refused(parsed, case.layout):
        return "refused", ""
    worst: tuple[Verdict, str] = ("right", "")
    for item in list_items(parsed):
        speaker = item.label.text
        for block in item.blocks:
            for position in block.body.offsets:
                place = mutant.text.offsets[position] if position != INSERTED else INSERTED
                if place not in shown or shown[place] == speaker:
                    continue
                found = f"{case.name} {item.id} {speaker!r}: {block.body.text[:80]!r}"
                if speaker != NOBODY:
                    return "wrong", found
                if not shown[place].startswith("?"):  # a stranger's report is the release's own
                    worst = ("lost", found)
    words = {place for turn in case.turns for place in turn.words} & set(mutant.text.offsets)
    hidden = worst[0] == "right" and bool(words - shown.keys())
    return ("hidden", "") if hidden else worst


def is_refused(parsed: Parsed, layout: Layout) -> bool:
    """Return whether a check would name a line: also where a speaker is missing or not declared."""
    unnamed = [
        item
        for item in list_items(parsed)
        if (item.kind in ("talk", "answer") or item.label) and item.label.text not in layout.labels
    ]
    return bool(parsed.problems or unnamed)


def list_items(parsed: Parsed) -> list[Item]:
    """Return the turns and parts of a record, captions and links apart."""
    return [
        element
        for section in parsed.sections
        for element in section.elements
        if isinstance(element, Item) and element.kind not in ("links", "caption")
    ]


def tabulate(verdicts: Iterable[tuple[str, Verdict]]) -> str:
    """Return a table: for each kind of damage, how many mutants came to what."""
    counts = Counter(verdicts)
    kinds = list(dict.fromkeys(kind for kind, _ in counts))
    width = max(map(len, kinds), default=0)
    lines = [f"{'damage':{width}} " + " ".join(f"{verdict:>8}" for verdict in VERDICTS)]
    for kind in sorted(kinds):
        row = " ".join(f"{counts[kind, verdict]:8}" for verdict in VERDICTS)
        lines.append(f"{kind:{width}} {row}")
    totals = [sum(counts[kind, verdict] for kind in kinds) for verdict in VERDICTS]
    lines.append(f"{'all':{width}} " + " ".join(f"{total:8}" for total in totals))
    return "\n".join(lines)
