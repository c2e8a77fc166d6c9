"""What damages the rows of a table: their numbers, labels, tabs and ends."""

import itertools
import re
from collections.abc import Callable
from random import Random

from dialogues.parsing.excerpts import Excerpt
from mutants.judging import Case
from mutants.putting import Damage, Text
from mutants.truth import NOBODY, Mutant


def rows_of(case: Case) -> list[re.Match[str]]:
    """Return the rows of tables of three columns that begin with a number."""
    return list(re.finditer(r"^(\d{1,2}\.?)\t([^\t\n]+)\t([^\t\n]+)\n", case.text, re.MULTILINE))


def _change_row(kind: str, change: Callable[[Text, re.Match[str], Random], Excerpt]) -> Damage:
    def damage(case: Case, random: Random) -> Mutant | None:
        rows = rows_of(case)
        if not rows:
            return None
        text, row = Text(case), random.choice(rows)
        changed = change(text, row, random)
        return text.mutate(kind, text.whole[: row.start()], changed, text.whole[row.end() :])

    return damage


def lose_head(case: Case, random: Random) -> Mutant | None:
    """Take number and speaker from a row that others follow, so that a number is missing."""
    rows = rows_of(case)
    follow = [
        (row, then)
        for row, then in itertools.pairwise(rows)
        if int(then[1].rstrip(".")) == int(row[1].rstrip(".")) + 1
    ]
    if not follow:
        return None
    text, (row, _) = Text(case), random.choice(follow)
    visible = frozenset(range(row.start(3), row.end(3)))
    blank = text.put(random.choice(["\t\t", "\n\t\t"]))
    return text.mutate(
        "row without number and label",
        text.whole[: row.start()],
        blank,
        text.whole[row.start(3) :],
        visible=visible,
    )


def lose_last_head(case: Case, random: Random) -> Mutant | None:
    """Take number and speaker from the last row of a table; no page break stands before it."""
    rows = rows_of(case)
    last = [
        (before, row)
        for before, row in itertools.pairwise(rows)
        if before.end() == row.start()
        and not case.text.startswith(f"{int(row[1].rstrip('.')) + 1}", row.end())
        and re.search(r"[。！？]\s*(?:</\w+>\s*)*\n$", before[0])
    ]
    if not last:
        return None
    text, (_, row) = Text(case), random.choice(last)
    visible = frozenset(range(row.start(3), row.end(3)))
    return text.mutate(
        "last row without number and label",
        text.whole[: row.start()],
        text.put("\t\t"),
        text.whole[row.start(3) :],
        visible=visible,
    )


def lose_tab_of_question(case: Case, random: Random) -> Mutant | None:
    """Take the tab from a row of a question and its answers."""
    rows = list(re.finditer(r"^([^\t\n]+[？?][^\t\n]*)(\t+)(?=[^\n]*：)", case.text, re.MULTILINE))
    if not rows:
        return None
    text, row = Text(case), random.choice(rows)
    text.strangers |= dict.fromkeys(range(*row.span(1)), NOBODY)
    space = text.put(random.choice(["", " ", "\n"]))
    return text.mutate(
        "question row without its tab",
        text.whole[: row.start(2)],
        space,
        text.whole[row.end(2) :],
    )


def _lost_number(text: Text, row: re.Match[str], _: Random) -> Excerpt:
    return text.whole[row.end(1) : row.end()]


def _lost_label(text: Text, row: re.Match[str], _: Random) -> Excerpt:
    return text.whole[row.start() : row.start(2)] + text.whole[row.end(2) : row.end()]


def _lost_tab(text: Text, row: re.Match[str], random: Random) -> Excerpt:
    cut = random.choice([row.end(1), row.end(2)])
    return text.whole[row.start() : cut] + text.whole[cut + 1 : row.end()]


def _lost_end(text: Text, row: re.Match[str], _: Random) -> Excerpt:
    return text.whole[row.start() : row.end() - 1]


def _wrong_number(text: Text, row: re.Match[str], random: Random) -> Excerpt:
    return text.put(str(random.randrange(1, 30))) + text.whole[row.end(1) : row.end()]


def _cut_cell(text: Text, row: re.Match[str], random: Random) -> Excerpt:
    place = random.randrange(row.start(3) + 1, row.end(3))
    cut = text.put(
        random.choice(["\n", "\n\n", "\n\t\t", "\n\n\t\t", "\n\n編號\t城市代表\t內容摘要\n\t\t"])
    )
    return text.whole[row.start() : place] + cut + text.whole[place : row.end()]


ROWS: tuple[Damage, ...] = (
    _change_row("row without its number", _lost_number),
    _change_row("row without its label", _lost_label),
    _change_row("row without a tab", _lost_tab),
    _change_row("row joined to the next", _lost_end),
    _change_row("row with another number", _wrong_number),
    _change_row("cell cut by a line end", _cut_cell),
    lose_head,
    lose_last_head,
    lose_tab_of_question,
)
