"""A built site as GitHub Pages serves it, and the browser that opens it: for tests and measures."""

import functools
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import Browser, sync_playwright

import install


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder, which may come later, under a prefix of this machine's address."""

    def __init__(self, folder: Path, prefix: str = "/") -> None:
        self.folder = folder
        self.prefix = prefix
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server_port}{prefix}"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers an unknown address with the folder's 404.html; lists no folder."""

    server: Server

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if not self.path.startswith(self.server.prefix):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

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
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()
