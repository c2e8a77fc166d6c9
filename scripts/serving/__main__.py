"""Serve the site while somebody edits it: `python -m serving localhost:8000`."""

import os
import re
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from dialogues.problems import Problem
from serving.answering import Handler, Server
from serving.edition import Edition
from serving.mistakes import MENDED, describe_error, write_report
from serving.watching import watch

ROOT = Path.cwd()
CODE = re.compile(r"(?:scripts|hooks)/.*\.(?:py|yml)")
"""What is loaded once."""
READY = "存檔後，頁面自動更新 pages follow what you save (Ctrl-C)"


class Again(Exception):
    """The code was changed: it has to be loaded anew."""


def main() -> int:
    """Serve until somebody ends it; return 1 where that cannot begin."""
    host, _, port = sys.argv[1].rpartition(":")
    try:
        server = Server((host, int(port)), Handler)
    except OSError as error:
        print(f"http://{sys.argv[1]}/ cannot be served: {error.strerror}", file=sys.stderr)
        return 1
    address = f"http://{host}:{server.server_port}/"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with TemporaryDirectory(prefix="dialogues-", ignore_cleanup_errors=True) as folder, server:
        os.environ["BUILD_DOCS"] = str(Path(folder, "docs"))
        repository = os.environ.get("REPOSITORY_URL", "")
        server.edition = Edition(ROOT, Path(folder), address, repository)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            follow(server.edition)
        except KeyboardInterrupt:
            return 0
        except Again:
            server.shutdown()
    command = [sys.executable, "-P", "-m", "serving", urlsplit(address).netloc]
    return os.execv(sys.executable, command)  # noqa: S606 - this program, once more


def follow(edition: Edition) -> None:
    """Show what is saved, as long as the code stays the same; raise Again then."""
    watcher, end = watch(ROOT)
    try:
        edition.refresh([])
        edition.finish(watcher.has_more)
        print(f"{edition.address}  {READY}", flush=True)
        told = tell(edition, MENDED)
        while True:
            paths = watcher.next_change()
            code = [path for path in paths if CODE.fullmatch(path)]
            wrong = list(check_code(code))
            if code and not wrong:
                raise Again
            edition.refresh(paths - {*code})
            edition.show(wrong)
            told = tell(edition, told)
            edition.finish(watcher.has_more)
            told = tell(edition, told)
    finally:
        end()


def check_code(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each module that Python cannot read: it is not loaded then."""
    for path in paths:
        file = ROOT / path
        try:
            if file.suffix == ".py" and file.exists():
                compile(file.read_bytes(), file, "exec")
        except SyntaxError as error:
            yield describe_error(error, ROOT, path)


def tell(edition: Edition, told: str) -> str:
    """Print what is wrong if that is news; return what is known to the reader then."""
    report = write_report(edition.mistakes)
    if report != told:
        print(report, flush=True)
    return report


if __name__ == "__main__":
    raise SystemExit(main())
