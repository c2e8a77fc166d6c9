"""Run the commands on the data: `python -m dialogues check`, `convert` or `sync`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dialogues.commands import check, convert, read_unread, sync
from dialogues.contributing.explaining import tell
from dialogues.drafting.completing import (
    complete_cities,
    complete_english,
    complete_entries,
    complete_facts,
)
from dialogues.drafting.places import load_places
from dialogues.problems import ProblemsFound


def complete_and_sync(root: Path) -> str:
    """Complete what a draft left open and a person has begun, then add entries of new passages."""
    complete_cities(root, load_places)
    complete_entries(root, load_places)
    complete_facts(root, load_places)
    complete_english(root)
    return sync(root)


COMMANDS: dict[str, tuple[Callable[[Path], str], str]] = {
    "check": (check, "check the data: print every problem with file and line"),
    "convert": (convert, "write the pages of both languages under docs/"),
    "sync": (complete_and_sync, "add an entry to passages.yml for each passage that has none"),
}
"""Each command, and what it does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 where there is a problem, with all problems printed."""
    parser = argparse.ArgumentParser(prog="python -m dialogues")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (_, purpose) in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose}.".capitalize())
        command.add_argument(
            "--root", type=Path, default=Path(), help="the project's folder (here)"
        )
    given = parser.parse_args(arguments)
    work, _ = COMMANDS[given.command]
    try:
        print(work(given.root))
    except ProblemsFound as found:
        print(tell(found.problems), file=sys.stderr)
        return 1
    finally:
        if given.command == "check" and (unread := read_unread(given.root)):
            print(unread)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
