"""Answer a browser: files of the site, what is wrong above each page, a script that reloads it.

The script and the style are the server's own files, which the policy of each page lets in as it
lets in the site's: pages need no other policy than when they are published.
"""

import posixpath
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

import listening
from serving.edition import Edition
from serving.mistakes import write_box

OWN = "serving/"
CHANGES = f"{OWN}changes"
OWN_FILES = {f"{OWN}{name}": Path(__file__).parent / name for name in ("reload.js", "problems.css")}
HEAD = (
    '<link rel="stylesheet" href="/serving/problems.css">'
    '<script type="module" src="/serving/reload.js?{number}"></script>'
)
BARE = '<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>…</title></head><body></body></html>'
STILL_THERE = 10
"""Seconds after which a browser that waits for a change is asked whether it still does."""


class Server(listening.Server):
    """Serves an edition, which comes when the address is known."""

    edition: Edition


class Handler(listening.Handler):
    """Sends what is there now, and lets no browser keep it."""

    server: Server

    def do_GET(self) -> None:  # noqa: N802 - as the library names it
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        address = posixpath.normpath(f"/{path}").lstrip("/")  # nothing above the site
        if address == CHANGES:
            self._wait(asked.query)
        elif address in OWN_FILES:
            self._send(HTTPStatus.OK, OWN_FILES[address].read_bytes(), address)
        elif path.endswith("/"):
            self._give(posixpath.join(address, "index.html"))
        elif self.server.edition.answer(f"{address}/index.html"):
            self._lead_to(f"{asked.path}/")
        else:
            self._give(address)

    do_HEAD = do_GET  # noqa: N815 - as the library names it

    def _give(self, address: str) -> None:
        edition = self.server.edition
        number = edition.number  # of before, or a page of before would take itself for new
        status, file = HTTPStatus.OK, edition.answer(address)
        if file is None and edition.frames:
            status, file = HTTPStatus.NOT_FOUND, edition.answer("404.html")
        if file and file.suffix != ".html" and file.is_file():
            self._send(status, file.read_bytes(), file.name)
        else:
            html = file.read_text(encoding="utf-8") if file and file.is_file() else BARE
            self._send(status, self._add(html, number).encode(), "index.html")

    def _add(self, html: str, number: int) -> str:
        """Return a page with what is wrong above it, and with what reloads it."""
        mistakes = self.server.edition.mistakes
        start, body, rest = html.partition("<body")
        tag, end, rest = rest.partition(">")
        box = write_box(mistakes) if mistakes else ""
        start = start.replace("</head>", f"{HEAD.format(number=number)}</head>")
        return f"{start}{body}{tag}{end}{box}{rest}"

    def _send(self, status: HTTPStatus, data: bytes, name: str) -> None:
        self.send_response(status)
        kind = self.guess_type(name)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _lead_to(self, place: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _wait(self, number: str) -> None:
        """Send an event as soon as there is something newer than what the browser has."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        edition = self.server.edition
        newer = False
        while not newer:
            self.wfile.write(b"retry: 500\n\n")
            with edition.changed:
                newer = edition.changed.wait_for(lambda: str(edition.number) != number, STILL_THERE)
        self.wfile.write(b"data: new\n\n")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request: what is wrong stands last in the terminal."""
