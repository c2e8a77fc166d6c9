"""Add an entry to passages.yml for each passage that has none; overwrite nothing."""

from dialogues.commands import run_sync

if __name__ == "__main__":
    raise SystemExit(run_sync())
