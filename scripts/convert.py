"""Write the pages of both languages under docs/ from the records and the registry."""

from dialogues.commands import run_convert

if __name__ == "__main__":
    raise SystemExit(run_convert())
