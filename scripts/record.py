"""Make a new record from a file as received: `record.py talks.docx --record KEY --title "Name"`."""

import argparse
from pathlib import Path

from asking import run
from dialogues.drafting.records import draft_record


def main() -> int:
    """Make the folder of a record, and say what is left to do."""
    parser = argparse.ArgumentParser(prog="record.py", description=__doc__)
    parser.add_argument("file", type=Path, help="the file as received: .docx, .odt, .txt or .pdf")
    parser.add_argument(
        "--record", default="", help="the name of its folder, such as 2031-harbour-cities"
    )
    parser.add_argument("--title", default="", help="the English name of the event")
    given = parser.parse_args()
    print(draft_record(Path(), given.file, given.record, given.title))
    return 0


if __name__ == "__main__":
    raise SystemExit(run(main))
