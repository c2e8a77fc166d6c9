"""Attack the project and print what held: `make attack`."""

import signal
import sys

from attack.attempts import Area, Attempt, tabulate
from attack.engines import try_engines
from attack.fields import try_fields
from attack.kills import try_builds, try_serving, try_swaps, try_sync
from attack.texts import try_files, try_mutants, try_worst
from attack.twins import try_twins

AREAS: dict[str, Area] = {
    "builds killed, doubled, without room": try_builds,
    "a build beside serve": try_serving,
    "swaps of the site killed": try_swaps,
    "sync killed or without room": try_sync,
    "values of every field": lambda each: try_fields(20 * each),
    "texts beside a harmless twin": try_twins,
    "files": try_files,
    "mutants": try_mutants,
    "worst cases": try_worst,
    "other engines": try_engines,
}


def main() -> int:
    """Try all areas, or those whose names begin as is asked; print the table."""
    found: list[tuple[str, Attempt]] = []
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        for area, tried in AREAS.items():
            if not sys.argv[1:] or area.startswith(tuple(sys.argv[1:])):
                print(f"{area} …", flush=True)
                found.extend((area, each) for each in tried(1))  # what was tried so far is kept
    except KeyboardInterrupt:
        print("stopped; so far:")
    print(tabulate(found), flush=True)
    return 1 if any(each.fault for _, each in found) else 0


if __name__ == "__main__":
    raise SystemExit(main())
