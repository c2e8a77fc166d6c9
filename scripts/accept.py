"""Accept what a draft of a record proposes, after a person has read it: `accept.py RECORD`."""

import sys
from pathlib import Path

from asking import ask, run
from dialogues.contributing.accepting import accept, list_proposals

NONE = "沒有待確認的建議。Nothing is proposed."
QUESTION = "全部採用？Accept all of it? [y/N] "


def main() -> int:
    """List what is proposed, ask, and accept it."""
    (key,) = sys.argv[1:]
    proposals = list_proposals(Path(), key)
    if not proposals:
        print(NONE)
        return 0
    for path, lines in proposals.items():
        print(f"{path}\n" + "\n".join(f"  {line}" for line in lines))
    if ask(QUESTION) != "y":
        return 1
    accept(Path(), key)
    return 0


if __name__ == "__main__":
    raise SystemExit(run(main))
