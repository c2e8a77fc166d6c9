"""Make mutants, as many of each kind of damage, and judge them."""

from collections.abc import Iterator
from functools import cache
from itertools import cycle
from random import Random

from mutants.cases import read_cases
from mutants.damage import DAMAGES
from mutants.judging import Case, Verdict, judge


@cache
def list_cases() -> list[Case]:
    """Return the records, read once; the short ones, which take less time, three times."""
    return [case for case in read_cases() for _ in range(1 if len(case.text) > 1_000 else 3)]


def judge_mutants(number: int, seed: int = 18) -> Iterator[tuple[str, Verdict, str]]:
    """Yield the kind of each mutant, what becomes of it, and the words that are wrong."""
    random = Random(seed)  # noqa: S311
    kinds = cycle(DAMAGES)
    made = 0
    while made < number:
        damage, case = next(kinds), random.choice(list_cases())
        for _ in range(20):
            mutant = damage(case, random)
            if mutant is not None and mutant.text.text != case.text:
                break
            case = random.choice(list_cases())
        else:
            continue
        made += 1
        yield (mutant.kind, *judge(case, mutant))
