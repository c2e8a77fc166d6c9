"""What no page may be in any engine: bare, dumb, or lost below a path."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from attack.attempts import Attempt
from attack.marionette import ask_firefox
from browsing import open_browser, serve
from building import build_site
from projects import copy_small_project

PREFIX = "/Na-me/"
THERE = ("", "en/", "en/about/", "en/events/2030-harbour/", "en/%65vents/2030-harbour/?x=1")
NOT_THERE = ("no", "no/such/page/", "en/no/such/", "en/Events/", "en/cities/alpha/no.html")
SYSTEM = "/usr/bin/python3"
"""The Python that the packages of the system are for."""
SCRIPT = """(() => JSON.stringify({
  missing: document.body.innerText.includes("Page not found"),
  styled: getComputedStyle(document.body).margin === "0px" && document.styleSheets.length > 0,
  lively: [...document.querySelectorAll("button.search-open")].length > 0,
  home: [...document.querySelectorAll("a")].map((a) => a.href).filter((a) => a.endsWith("/en/"))[0] ?? "",
}))()"""
Ask = Callable[[str, Sequence[str]], list[str]]


def ask_chromium(script: str, addresses: Sequence[str]) -> list[str]:
    with open_browser() as browser:
        page = browser.new_page()
        said = []
        for address in addresses:
            page.goto(address)
            said.append(str(page.evaluate(script)))
        return said


def ask_webkit(script: str, addresses: Sequence[str]) -> list[str]:
    command = [
        "xvfb-run",
        "-a",
        SYSTEM,
        str(Path(__file__).parent / "webkit.py"),
        script,
        *addresses,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True)
    return [line for line in done.stdout.splitlines() if line.startswith("{")]


def find_engines() -> dict[str, Ask]:
    """Return the engines that this machine has, and say which it has not."""
    found: dict[str, Ask] = {"Chromium": ask_chromium}
    if shutil.which("firefox-esr") or shutil.which("firefox"):
        found["Firefox"] = ask_firefox
    binding = [SYSTEM, "-c", "import gi; gi.require_version('WebKit2', '4.1')"]
    has_python = Path(SYSTEM).exists() and shutil.which("xvfb-run")
    if has_python and subprocess.run(binding, capture_output=True, check=False).returncode == 0:
        found["WebKit"] = ask_webkit
    for name in ("Firefox", "WebKit"):
        if name not in found:
            print(f"{name} is not here, and was not tried")
    return found


def try_engines(_: int) -> Iterator[Attempt]:
    """Open pages that are there and pages that are not, below a path."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        site = Path(folder, "site")
        server = stack.enter_context(serve(site, PREFIX))
        build_site(copy_small_project(Path(folder, "project")), site, server.address)
        addresses = [server.address + path for path in (*THERE, *NOT_THERE)]
        for engine, ask in find_engines().items():
            try:
                said = ask(SCRIPT, addresses)
            except Exception as error:  # noqa: BLE001 - an engine that fails has broken
                said = [f'{{"error": {json.dumps(str(error)[:200])}}}']
            for path, words in zip(
                (*THERE, *NOT_THERE), said + [""] * len(addresses), strict=False
            ):
                yield Attempt(f"{engine}: {path}", judge(words, server.address, path))


def judge(words: str, address: str, path: str) -> str:
    """Return what is wrong with what a page says of itself."""
    expected = {"missing": path in NOT_THERE, "styled": True, "lively": True}
    said = json.loads(words or "{}")
    if {name: said.get(name) for name in expected} != expected:
        return words or "nothing"
    return "" if said["home"] in (f"{address}en/", "") or "%65" in path else str(said["home"])
