"""Texts that an expression can do least with: made from the expression itself."""

import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: "-",
}
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
NOT_THERE = "\x00"
"""A sign that ends what an expression looks for."""
MOST = 14


def list_worst(expression: re.Pattern[str]) -> list[Callable[[int], str]]:
    """Return what makes texts of a length: each repetition and its characters again and again."""
    parsed = list(parser.parse(expression.pattern, expression.flags & ~re.UNICODE))
    pieces = list(dict.fromkeys(_list_pieces(parsed, "")))[:MOST]
    return [
        *(partial(_repeat, before, piece, NOT_THERE) for before, piece in pieces),
        *(partial(_repeat, "", before + piece, "") for before, piece in pieces if before),
    ]


def _repeat(before: str, piece: str, after: str, length: int) -> str:
    return before + piece * (length // len(piece)) + after


def _list_pieces(nodes: Any, before: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before a repetition, and what is repeated; single characters too."""
    for node in nodes:
        operation, value = node
        shown = _show([node])
        for char in dict.fromkeys(shown):
            yield before, char
        if operation in REPEATS:
            inner = _show(value[2])
            if inner:
                yield before, inner
            yield from _list_pieces(value[2], before)
        elif operation is sre.SUBPATTERN:
            yield from _list_pieces(value[3], before)
        elif operation is sre.BRANCH:
            for branch in value[1]:
                yield from _list_pieces(branch, before)
        elif operation in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _list_pieces(value[1], before)
        before += shown


def _show(nodes: Any) -> str:
    """Return a text that an expression finds, as far as its own parts say it."""
    return "".join(_show_one(operation, value) for operation, value in nodes)


def _show_one(operation: Any, value: Any) -> str:
    if operation is sre.IN:
        return _show_class(value)
    if operation is sre.BRANCH:
        return _show(value[1][0])
    if operation is sre.SUBPATTERN:
        return _show(value[3])
    if operation in REPEATS:
        return _show(value[2]) * max(1, min(int(value[0]), 5))
    if operation is sre.LITERAL:
        return chr(value)
    return _show_other(value) if operation in (sre.NOT_LITERAL, sre.ANY) else ""


def _show_other(char: Any) -> str:
    """Return a character that is not the one given, if any is."""
    return "b" if char == ord("a") else "a"


def _show_class(parts: Any) -> str:
    if parts[0][0] is sre.NEGATE:
        return next(c for c in "a1 -好\n" if not re.match(_spell(parts[1:]), c))
    return _show_part(*parts[0])


def _show_part(operation: Any, value: Any) -> str:
    if operation is sre.RANGE:
        return chr(value[0])
    return str(CATEGORIES.get(value, "a")) if operation is sre.CATEGORY else chr(value)


def _spell(parts: Any) -> str:
    """Return the class of some parts as an expression."""
    return "|".join(_spell_part(*part) for part in parts)


def _spell_part(operation: Any, value: Any) -> str:
    if operation is sre.RANGE:
        return f"[{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}]"
    if operation is sre.CATEGORY:
        return {"1": r"\d", " ": r"\s", "a": r"\w", "-": r"\W"}[CATEGORIES[value]]
    return re.escape(chr(value))
