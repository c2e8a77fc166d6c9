"""Serve a built site as GitHub Pages does, and open it in a browser: for tests and measures."""

import functools
import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import Browser, sync_playwright

import install
import listening

PACKED = ".png"
"""The suffix of files that are compressed in themselves."""

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    # What a page asks of another host is seen, and stays on this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass(frozen=True)
class Served:
    """A folder, and the address at which some process serves it."""

    folder: Path
    address: str


class Server(listening.Server):
    """Serves a folder, which may come later, under a prefix of this machine's address."""

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        self.folder = folder
        self.prefix = prefix
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server_port}{prefix}"


class Handler(listening.Handler):
    """Sends files compressed, to be kept for 10 minutes; answers an unknown address with 404.html."""

    server: Server

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if not self.path.startswith(self.server.prefix):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        file = file_at(self.translate_path(self.path))
        if file.is_file() and "gzip" in self.headers.get("Accept-Encoding", ""):
            return self._send_compressed(file)
        return super().send_head()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def _send_compressed(self, file: Path) -> io.BytesIO:
        body = compress(file)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if file.suffix != PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(body)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.server.prefix))

    def list_directory(self, path: object) -> None:  # noqa: ARG002 - a folder is no page
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.server.folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def file_at(path: str) -> Path:
    """Return the file that a path of the server's folder stands for, there or not."""
    return Path(path, "index.html") if path.endswith("/") else Path(path)


def compress(file: Path) -> bytes:
    """Return what goes over the wire for a file: `gzip -9`, but for what is packed already."""
    return file.read_bytes() if file.suffix == PACKED else _zip(file, file.stat().st_mtime_ns)


@functools.cache
def _zip(file: Path, changed: int) -> bytes:  # noqa: ARG001 - a changed file is compressed anew
    return gzip.compress(file.read_bytes(), 9, mtime=0)


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[Server]:
    """Serve a folder as long as the context lasts."""
    with Server(folder, prefix) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start the browser that `make .venv/test` has found or installed."""
    path = install.find_browser()
    if not path:
        raise RuntimeError(install.NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
