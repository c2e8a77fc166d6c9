"""Slips of the pen that a file of YAML can have anywhere: how each is made, whatever the file holds."""

import re
from collections.abc import Callable
from itertools import zip_longest

Slip = Callable[[str], str]
"""Returns the text of a file with one slip; the same text where the file has no place for it."""
LINE = re.compile(r"^( *)((?:- )?[^\s:#{}\[\]]+): (?![|>{\[\"&*])(.+)$", re.MULTILINE)
"""A field and a value that stands behind it without quotes."""
NAME = re.compile(r"^( +)(en|zh|says|words|begins): (?![|>{\[\"'])(.+)$", re.MULTILINE)
FLOW = re.compile(r"\ben: ([^,{}\[\]\"\n]+)\}")
WORDS = "words and more words until the line has more than sixty characters"


def replace_last(expression: re.Pattern[str], new: str) -> Slip:
    """Return a slip at the last place that an expression finds."""

    def slip(text: str) -> str:
        found = list(expression.finditer(text))
        if not found:
            return text
        return text[: found[-1].start()] + found[-1].expand(new) + text[found[-1].end() :]

    return slip


def find_last_entry(text: str) -> int:
    """Return where the last entry of a file begins."""
    return [found.start() for found in re.finditer(r"^[^\s#]", text, re.MULTILINE)][-1]


def conflict_entries(text: str) -> str:
    place = find_last_entry(text)
    entry = text[place:]
    theirs = entry.replace(":", "-2:", 1)
    return f"{text[:place]}<<<<<<< HEAD\n{entry}=======\n{theirs}>>>>>>> theirs\n"


def repeat_last_entry(text: str) -> str:
    return text + text[find_last_entry(text) :]


def last(lines: str) -> re.Pattern[str]:
    return re.compile(lines, re.MULTILINE)


SLIPS: dict[str, Slip] = {
    "conflict between entries": conflict_entries,
    "conflict within an entry": replace_last(
        LINE, r"<<<<<<< HEAD\n\g<0>\n=======\n\g<0> too\n>>>>>>> theirs"
    ),
    "mark left over": lambda text: text + "=======\n",
    "mark left in a text": replace_last(last(r"^( +)(zh|en): \|-\n.*$"), r"\g<0>\n\1  ======="),
    "byte order mark": lambda text: "\ufeff" + text,
    "comma in braces": replace_last(FLOW, r"en: \1, surely}"),
    "space at the end": replace_last(NAME, r'\1\2: "\3 "'),
    "space at the end of a long value": replace_last(NAME, rf'\1\2: "\3 {WORDS}  "'),
    "spaces at the end of a text": replace_last(last(r"^( +)en: \|-\n.*$"), r"\g<0>   "),
    "second paragraph": replace_last(NAME, r"\1\2: |-\n\1  \3\n\n\1  \3"),
    "second paragraph of a text": replace_last(last(r"^( +)en: \|-\n(.*)$"), r"\g<0>\n\n\2 too"),
    "dash left out": replace_last(last(r"^( +)- (?=\w+: )"), r"\1  "),
    "brackets left out": replace_last(last(r": \[(.+)\]$"), r": \1"),
    "one space too many": replace_last(LINE, r" \g<0>"),
    "no spaces before a field": replace_last(last(r"^ +(?=\w+: )"), ""),
    "one space too many behind a text": replace_last(
        last(r"^( +)(zh|en): \|-\n.*\n(?=\1\w)"), r"\g<0> "
    ),
    "text not indented": replace_last(last(r"^( +)(zh|en): \|-\n +"), r"\1\2: |-\n"),
    "field within a text": replace_last(last(r"^( +)(zh|en): \|-\n( +)(.*\n)(?=\1\w)"), r"\g<0>  "),
    "wide space before a field": replace_last(last(r"^ +(?=\w+:)"), "\u3000\u3000"),
    "braces left out": replace_last(last(r": \{(.+)\}$"), r": \1"),
    "sign before a text": replace_last(NAME, r"\1\2: *\3"),
    "tab": replace_last(last(r"^ +(?=\w+:)"), "\t"),
    "field that is not known": replace_last(last(r"^( +)([a-z]+):"), r"\1\2x:"),
    "colon left out": replace_last(LINE, r"\1\2 \3"),
    "colon of full width": replace_last(LINE, r"\1\2：\3"),
    "no space behind the colon": replace_last(LINE, r"\1\2:\3"),
    "colon in a text": replace_last(NAME, r"\g<0>: so"),
    "quotation mark left open": replace_last(NAME, r'\1\2: "\3'),
    "brace left open": replace_last(last(r"\}$"), ""),
    "comma of full width": replace_last(last(r"(\{.*), (?=en: )"), r"\1，"),
    "nothing behind the colon": replace_last(LINE, r"\1\2:"),
    "field twice": replace_last(last(r"^( +)(en|zh): (?![|>]).*$"), r"\g<0>\n\g<0>"),
    "entry twice": repeat_last_entry,
    "emptied": lambda text: text[:0],
}


def find_lines(before: str, after: str) -> range:
    """Return the lines of a changed text that are not as they were before."""
    if not after:
        return range(1, 2)
    old, new = before.split("\n"), after.split("\n")
    first = next(n for n, (a, b) in enumerate(zip_longest(old, new), 1) if a != b)
    same = next(n for n, (a, b) in enumerate(zip_longest(old[::-1], new[::-1])) if a != b)
    return range(first, max(first, len(new) - same) + 1)
