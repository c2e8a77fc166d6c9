"""What all workers of a run share: each site is built once, by whoever needs it first.

It is served by the process that the workers belong to, since its pages have its address in them.
"""

import fcntl
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path

from browsing import Served, serve

Shared = Mapping[str, Served]
"""Folders to be filled, by names, and their addresses."""


@contextmanager
def share(**prefixes: str) -> Iterator[Shared]:
    """Serve a folder for each name, which may be filled later, as long as the context lasts.

    Each is beneath a prefix of its server's address.
    """
    root = Path(tempfile.mkdtemp(prefix="dialogues-tests-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, root, ignore_errors=True)
        servers = {
            name: stack.enter_context(serve(root / name / "site", prefix))
            for name, prefix in prefixes.items()
        }
        yield {name: Served(server.folder, server.address) for name, server in servers.items()}


def fill_once(served: Served, make: Callable[[Path, Served], None]) -> Served:
    """Have a folder filled by the first who asks for it, in a workshop beside it; others wait."""
    workshop = served.folder.parent
    workshop.mkdir(parents=True, exist_ok=True)
    with (workshop / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (workshop / "done").exists():
            make(workshop, served)
            (workshop / "done").touch()
    return served


def pack(shared: Shared) -> dict[str, dict[str, str]]:
    """Return what is shared as plain values, which can be sent to another process."""
    return {
        name: {key: str(value) for key, value in asdict(served).items()}
        for name, served in shared.items()
    }


def unpack(packed: Mapping[str, Mapping[str, str]]) -> Shared:
    return {
        name: Served(Path(values["folder"]), values["address"]) for name, values in packed.items()
    }
