"""Open addresses in Firefox, by the protocol that it brings with it."""

import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PORT = 2829


def ask_firefox(script: str, addresses: Sequence[str]) -> list[str]:
    """Return what a script says of each address."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    assert firefox
    with tempfile.TemporaryDirectory() as profile:
        Path(profile, "user.js").write_text(f'user_pref("marionette.port", {PORT});\n')
        command = [firefox, "--headless", "--marionette", "--profile", profile, "about:blank"]
        silent = subprocess.DEVNULL
        running = subprocess.Popen(command, stdout=silent, stderr=silent)
        try:
            return list(_visit(_connect(), script, addresses))
        finally:
            running.terminate()
            running.wait()


def _connect() -> socket.socket:
    for _ in range(120):
        try:
            talk = socket.create_connection(("127.0.0.1", PORT), timeout=60)
            _read(talk)
        except OSError:
            time.sleep(0.5)
        else:
            return talk
    raise TimeoutError("Firefox does not answer")


def _visit(talk: socket.socket, script: str, addresses: Sequence[str]) -> Iterator[str]:
    _ask(talk, "WebDriver:NewSession", {})
    for address in addresses:
        _ask(talk, "WebDriver:Navigate", {"url": address})
        time.sleep(0.7)
        yield _ask(talk, "WebDriver:ExecuteScript", {"script": f"return {script}", "args": []})[
            "value"
        ]


def _ask(talk: socket.socket, name: str, given: dict[str, Any]) -> Any:
    data = json.dumps([0, 1, name, given]).encode()
    talk.sendall(f"{len(data)}:".encode() + data)
    _, _, error, result = _read(talk)
    if error:
        raise RuntimeError(error["message"])
    return result


def _read(talk: socket.socket) -> Any:
    length = b""
    while not length.endswith(b":"):
        sign = talk.recv(1)
        if not sign:
            raise ConnectionError("Firefox went away")
        length += sign
    data = b""
    while len(data) < int(length[:-1]):
        data += talk.recv(65_536)
    return json.loads(data)
