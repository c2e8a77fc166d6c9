"""Remove a record, after telling what goes with it and asking: `forget.py RECORD`."""

import sys
from pathlib import Path

from asking import ask, run
from dialogues.commands import sync
from dialogues.contributing.forgetting import forget, plan_forgetting

QUESTION = "\n要移除，請輸入紀錄的名稱；其他則不動。To remove it, type the record's name: "


def main() -> int:
    """Tell what goes, ask for the name of the record, and remove it."""
    (key,) = sys.argv[1:]
    plan = plan_forgetting(Path(), key)
    print(plan.tell())
    if ask(QUESTION) != key.casefold():
        return 1
    forget(Path(), plan)
    print(sync(Path()))
    return 0


if __name__ == "__main__":
    raise SystemExit(run(main))
