"""Check the data: print every problem with file and line, exit 1 where there is one."""

from dialogues.commands import run_check

if __name__ == "__main__":
    raise SystemExit(run_check())
