"""Notice what somebody saves in a project."""

from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from dialogues.publishing import FOLDERS

FOLDERS_WATCHED = ("docs", "overrides", "hooks", "scripts")
GENERATED = tuple(f"docs/{folder}/" for folder in FOLDERS)
CHANGES = (EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED)
PAUSE = 0.05
"""Seconds without a change after which a change is whole: an editor writes, renames, sets times."""


class Watcher(FileSystemEventHandler):
    """Puts the path of each file that was changed into a queue."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.saved: SimpleQueue[str] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in CHANGES or event.is_directory:
            return
        for name in (event.src_path, event.dest_path):
            path = Path(str(name))
            if name and path.is_relative_to(self.root) and self._counts(path):
                self.saved.put(path.relative_to(self.root).as_posix())

    def _counts(self, path: Path) -> bool:
        where = path.relative_to(self.root)
        if where.as_posix() == "mkdocs.yml":
            return True
        hidden = any(part.startswith((".", "__")) for part in where.parts) or path.name[-1] == "~"
        return len(where.parts) > 1 and not hidden and not where.as_posix().startswith(GENERATED)

    def has_more(self) -> bool:
        """Return whether something was saved meanwhile."""
        return not self.saved.empty()

    def next_change(self) -> set[str]:
        """Return the paths of what was saved together; wait until something is."""
        paths = {self.saved.get()}
        while True:
            try:
                paths.add(self.saved.get(timeout=PAUSE))
            except Empty:
                return paths


def watch(root: Path) -> tuple[Watcher, Callable[[], None]]:
    """Return what tells of changes, and what ends that."""
    watcher, observer = Watcher(root), Observer()
    observer.schedule(watcher, str(root), recursive=False)
    for folder in FOLDERS_WATCHED:
        observer.schedule(watcher, str(root / folder), recursive=True)
    observer.start()

    def end() -> None:
        observer.stop()
        observer.join()

    return watcher, end
