"""What was tried, and what came of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Attempt:
    """One thing that was tried."""

    what: str
    fault: str = ""
    """What broke; nothing where it held."""


Area = Callable[[int], Iterator[Attempt]]
"""Tries one sort of thing; only each n-th of many."""


def attempt(what: str, act: Callable[[], str]) -> Attempt:
    """Return what came of an act, which says its fault; an exception is one."""
    try:
        return Attempt(what, act())
    except Exception as error:  # noqa: BLE001 - none may come out
        return Attempt(what, f"{type(error).__name__}: {str(error)[:200]}")


def tabulate(found: Iterable[tuple[str, Attempt]]) -> str:
    """Return a table: for each area how much was tried, held and broke, and below it what broke."""
    found = list(found)
    tried = Counter(area for area, _ in found)
    broken = Counter(area for area, each in found if each.fault)
    width = max(map(len, tried), default=0)
    rows = [f"{'':{width}} attempted     held   broken"]
    rows += [
        f"{area:{width}} {count:9,} {count - broken[area]:8,} {broken[area]:8,}"
        for area, count in tried.items()
    ]
    total, bad = sum(tried.values()), sum(broken.values())
    rows.append(f"{'all':{width}} {total:9,} {total - bad:8,} {bad:8,}")
    rows += [f"broken: {area}: {each.what}: {each.fault}" for area, each in found if each.fault]
    return "\n".join(rows)
