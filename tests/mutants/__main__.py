"""Print what becomes of many mutants: `PYTHONPATH=../scripts python -m mutants 3000`, in tests/."""

import sys

from mutants.judging import tabulate
from mutants.making import judge_mutants


def main() -> None:
    """Print the table, and the first of those that are wrong."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 18
    found = list(judge_mutants(number, seed))
    print(tabulate((kind, verdict) for kind, verdict, _ in found))
    for kind, verdict, words in found:
        if verdict == "wrong" or (verdict == "lost" and "-v" in sys.argv):
            print(f"{verdict}: {kind}: {words}")


main()
