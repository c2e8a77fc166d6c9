"""Kinds of damage: what converters, page breaks and slips of a hand do to a record."""

import re
from random import Random

from mutants.judging import Case
from mutants.labels import LABELS, NUMBERS
from mutants.putting import Damage, Text
from mutants.rows import ROWS
from mutants.truth import NOBODY, Mutant

STRANGE_TURNS = (
    "王副局長：本處反對。",
    "三、張委員：我不同意。",
    "**林教授：**應再研究。",
    "（四）黃議員發言：預算太高。",
    "周主任︰資料有誤。",
    "09:15 高處長：沒有這回事。",
    "吳代表(書面意見)：請重做。",
    "謝主任秘書長\n",
    "蔡委員 這個案子要退回。",
)
CLOSING = (
    "散會。",
    "臨時動議：無。",
    "散會（下午四時）",
    "主席裁示：准予備查。",
    "決議：照案通過。",
)


def add_stranger(case: Case, random: Random) -> Mutant | None:
    """Put in a turn of somebody whom nobody has declared, as a paragraph of its own."""
    return _add_paragraph(case, random, "turn of a stranger", random.choice(STRANGE_TURNS), None)


def add_declared(case: Case, random: Random) -> Mutant | None:
    """Put in a turn of another speaker of the record, with its words beside the label."""
    speakers = sorted({turn.speaker for turn in case.turns} - {NOBODY})
    speaker = random.choice(speakers)
    bold = random.choice(["", "", "**"])
    number = random.choice(["", "", *NUMBERS])
    words = f"{number}{bold}{speaker}{random.choice('：:︰∶﹕꞉')}{bold}本席不同意這個做法。"
    return _add_paragraph(case, random, "turn of another put in", words, speaker)


def close_meeting(case: Case, random: Random) -> Mutant | None:
    """Put in what minutes print between turns and behind the last."""
    if case.kind == "release":
        return None
    line = random.choice(CLOSING)
    return _add_paragraph(case, random, "decision or end put in", line, NOBODY, lines_only=True)


def _add_paragraph(
    case: Case,
    random: Random,
    kind: str,
    words: str,
    speaker: str | None,
    *,
    lines_only: bool = False,
) -> Mutant | None:
    """Put a paragraph in behind another one: within a cell by tags, elsewhere by blank lines."""
    ends = list(re.finditer(r"[。！？](?=</p>)" if not lines_only else r"(?!)", case.text))
    lines = list(re.finditer(r"(?<=[。！？])(?=\n)", case.text))
    places = [(m.end(), True) for m in ends] + [(m.end(), False) for m in lines]
    if not places:
        return None
    text, (place, tagged) = Text(case), random.choice(places)
    last = case.text[case.text.rfind("\n", 0, place) + 1 : place]
    gap = "</p> <p>" if tagged else random.choice(["\n\n", "\n"]) if "\t" not in last else "\n\n"
    name = words.strip() if speaker is None else speaker
    added = [text.put(gap), text.put(words.strip(), f"?{name}" if speaker is None else speaker)]
    return text.mutate(kind, text.whole[:place], *added, text.whole[place:])


def quote_begins(case: Case, random: Random) -> Mutant | None:
    """Put in a quotation of the first words of a statement, or these within a longer word."""
    statements = [s for s in case.layout.statements if s.label]
    places = [m.end() for m in re.finditer(r"。(?=\n)", case.text)]
    if not statements or not places:
        return None
    text, statement, place = Text(case), random.choice(statements), random.choice(places)
    before, after = random.choice(
        [("主持人說明，", "過的話並非如此。"), ("會中提到", "的內容已經更正。"), ("副", "，路燈已更新。"),
         ("\n\n另據報載，", "一事應予澄清。"), ("\n\n前", "，當年並未同意。"), ("", "，不同意。")]
    )  # fmt: skip
    office = statement.begins.startswith(statement.label or "?")
    own = None if before == "會中提到" or not office else f"?{statement.begins}"
    words = text.put(before + statement.begins + after, own)
    return text.mutate(
        "first words of a statement again", text.whole[:place], words, text.whole[place:]
    )


def lose_line_ends(case: Case, random: Random) -> Mutant | None:
    """Take away some of the line ends between paragraphs, or put more in."""
    gaps = list(re.finditer(r"\n+", case.text))
    text, gap = Text(case), random.choice(gaps)
    kept = random.randrange(0, 4)
    new = text.whole[gap.start() : gap.end()][:kept]
    more = text.put("\n" * max(0, kept - len(new.text)))
    return text.mutate(
        "line ends lost or added", text.whole[: gap.start()], new, more, text.whole[gap.end() :]
    )


def end_openly(case: Case, random: Random) -> Mutant | None:
    """End a paragraph outside a table with dots, a bracket or nothing."""
    ends = list(re.finditer(r"。(?=\n)", case.text))
    if not ends:
        return None
    text, end = Text(case), random.choice(ends)
    new = text.put(random.choice(["……", "（如附件）", "」", "", "…"]))
    return text.mutate(
        "paragraph that ends openly", text.whole[: end.start()], new, text.whole[end.end() :]
    )


def lose_tags(case: Case, random: Random) -> Mutant | None:
    """Take all tags from one line."""
    lines = list(re.finditer(r"^[^\n]*<[^\n]*$", case.text, re.MULTILINE))
    if not lines:
        return None
    text, line = Text(case), random.choice(lines)
    pieces, place = [text.whole[: line.start()]], line.start()
    for tag in re.finditer(r"<(?!https)[^<>\n]*>", line[0]):
        pieces.append(text.whole[place : line.start() + tag.start()])
        place = line.start() + tag.end()
    return text.mutate("tags lost", *pieces, text.whole[place:])


def lose_span(case: Case, random: Random) -> Mutant | None:
    """Take some characters away."""
    text, start = Text(case), random.randrange(len(case.text))
    end = start + random.choice([1, 2, 5, 20, 100, 400])
    return text.mutate("characters lost", text.whole[:start], text.whole[end:])


def lose_line(case: Case, random: Random) -> Mutant | None:
    """Take a line away, or double it, or move it behind the next."""
    lines = [m.span() for m in re.finditer(r"[^\n]*\n", case.text)]
    number = random.randrange(len(lines) - 1)
    text, (start, end), (_, then) = Text(case), lines[number], lines[number + 1]
    whole = text.whole
    match random.choice(["lost", "moved"]):
        case "lost":
            return text.mutate("line lost", whole[:start], whole[end:])
        case _:
            return text.mutate(
                "line moved", whole[:start], whole[end:then], whole[start:end], whole[then:]
            )


def add_junk(case: Case, random: Random) -> Mutant | None:
    """Put in what converters leave: tabs, line ends, tags, colons, numbers."""
    junk = ["\t", "\n", "\n\n", "<p>", "</li>", "：", "1.", "。", "Q9. ", "\t\t", "---", "</p> <p>"]
    text, place = Text(case), random.randrange(len(case.text))
    return text.mutate(
        "signs put in", text.whole[:place], text.put(random.choice(junk)), text.whole[place:]
    )


DAMAGES: tuple[Damage, ...] = (
    *LABELS,
    *ROWS,
    add_stranger,
    add_declared,
    close_meeting,
    quote_begins,
    lose_line_ends,
    end_openly,
    lose_tags,
    lose_span,
    lose_line,
    add_junk,
)
