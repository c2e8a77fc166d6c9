"""Set up .venv from a lock file: `install.py site` or `test`; `audit`: what the tests have of node.

What is installed is what the lock lists, and nothing is resolved: a newer version of anything that
came out meanwhile changes nothing. The environment is made anew each time, so that one that was
half made is never mended but replaced. Runs before anything is installed, so it uses the standard
library alone. A file in .venv named after what was set up tells make that it is done.
"""

from __future__ import annotations  # so that an old Python gets as far as saying that it is

import fcntl
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

VENV = Path(".venv")
PYTHON = str(VENV / "bin/python")
OLDEST = (3, 11)
NEWEST = (3, 14)
"""Of a newer Python the locks have no files; after `make lock`, try it and write it here."""
LOCKS = {"site": "requirements.txt", "test": "requirements-test.txt"}
INSTALLER = "requirements-setup.txt"
"""The lock of uv alone, which pip installs; uv then installs the rest, in a tenth of the time."""
NOT_SUPPORTED = """\
python3 must be 3.11 to 3.14, and is {version}. With another one: make PYTHON=python3.13 …
python3 須為 3.11 至 3.14，現為 {version}。另有一版時：make PYTHON=python3.13 …"""
NO_VENV = """\
python3 must be able to make a virtual environment, and has no ensurepip.
On Debian or Ubuntu: sudo apt install python3-venv
python3 無法建立虛擬環境；Debian 或 Ubuntu 請執行：sudo apt install python3-venv"""
NOT_FETCHED = """\
{what} must be installed, and could not be: the lines above say why.
Most often the disk is full, the network is not there, or a proxy answers in its place. Put that
right and run the same make again; what was half installed is replaced.
無法安裝 {what}，原因見上。多半是磁碟已滿、網路不通，或被代理伺服器攔下。
排除後再執行同一個 make 即可，裝到一半的會重來。"""
STOPPED = """Stopped before all was installed. Run the same make again; what was half installed is replaced.
安裝中斷。再執行同一個 make 即可，裝到一半的會重來。"""
NO_BROWSER = """\
The tests must have a browser, and there is none that they could find or install.
Install Chromium (Debian: sudo apt install chromium-headless-shell) or set CHROMIUM to its path.
測試需要瀏覽器：請安裝 Chromium，或以環境變數 CHROMIUM 指定其路徑。"""
NO_TOOL = """\
The tests must have {tool}, and there is none that they could find or install.
Install it (Debian or Ubuntu: sudo apt install {package}); node must be 18.16 or newer, java 11.
測試需要 {tool}：請安裝（Debian 或 Ubuntu：sudo apt install {package}）；node 須 18.16 以上，java 須 11 以上。"""
AUDIT = "tests/audit"
TOOLS = {"node": "nodejs", "npm": "npm", "java": "default-jre-headless", "curl": "curl"}
"""What checks the built site needs beside Python, and the packages of Debian that have it.

With curl, the page about the data says how its files are fetched.
"""
UV = (
    *("uv", "--no-config", "--quiet", "--system-certs", "pip", "sync"),
    *("--require-hashes", "--no-build"),
)
"""Installs what a lock lists into an environment, and takes away what it does not list."""
BROWSER = "chromium-headless-shell"
"""Chromium without windows: a third of the work for a page."""
BROWSERS = (BROWSER, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class CannotInstallError(Exception):
    """What is wrong and what to do, in both languages."""


def main() -> int:
    """Set up what the argument names; return 1, with what to do, where that fails."""
    (purpose,) = sys.argv[1:]
    try:
        if purpose == "audit":
            install_audit_tools()
        else:
            install_packages(purpose)
    except CannotInstallError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        return 130
    return 0


def install_packages(purpose: str) -> None:
    """Make the environment anew and install what the lock lists, each file checked by its hash."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise CannotInstallError(NOT_SUPPORTED.format(version=sys.version.split()[0]))
    make_environment()
    pip = ["pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    run_module(*pip, "--require-hashes", "--requirement", INSTALLER)
    run_module(*UV, *name_index(), "--python", PYTHON, LOCKS[purpose])
    link_scripts()
    if purpose == "test" and not (find_browser() or install_browser()):
        raise CannotInstallError(NO_BROWSER)
    (VENV / "site").touch()
    (VENV / purpose).touch()


def make_environment() -> None:
    """Make the virtual environment; where Debian left its part out, install that if allowed."""
    if not find_spec("ensurepip") and not install_with_apt("python3-venv"):
        raise CannotInstallError(NO_VENV)
    for purpose in (*LOCKS, "audit"):  # first, so that what is half cleared is not taken for done
        (VENV / purpose).unlink(missing_ok=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise CannotInstallError(made.stdout + made.stderr + NOT_FETCHED.format(what=VENV))


def run_module(*command: str, python: str = PYTHON) -> None:
    """Run a module of an environment; raise CannotInstallError where it fails."""
    if subprocess.run([python, "-m", *command], check=False).returncode:
        raise CannotInstallError(NOT_FETCHED.format(what=command[-1]))


def name_index() -> list[str]:
    """Return the option for the index that somebody has set for pip, which uv does not read."""
    command = [PYTHON, "-m", "pip", "config", "get", "global.index-url"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    index = os.environ.get("PIP_INDEX_URL", asked)
    return ["--default-index", index] if index else []


def link_scripts() -> None:
    """Let the environment import what is in scripts/, wherever the project is moved to."""
    (packages,) = VENV.glob("lib/python*/site-packages")
    up = os.path.relpath("scripts", packages)
    (packages / "city_dialogues.pth").write_text(f"{up}\n", encoding="utf-8")


def install_audit_tools() -> None:
    """Install what the audit runs beside Python, as its lock file pins it; run no script of it."""
    for tool, package in TOOLS.items():
        if not shutil.which(tool) and not (install_with_apt(package) and shutil.which(tool)):
            raise CannotInstallError(NO_TOOL.format(tool=tool, package=package))
    npm = ["npm", "ci", "--prefix", AUDIT, "--ignore-scripts", "--no-audit", "--no-fund"]
    if subprocess.run([*npm, "--loglevel=error"], check=False).returncode:
        raise CannotInstallError(NOT_FETCHED.format(what=f"{AUDIT}/package-lock.json"))


def find_browser() -> str | None:
    """Return the path of a browser that the tests can drive."""
    named = os.environ.get("CHROMIUM")
    found = (shutil.which(name) for name in BROWSERS)
    return named or next((path for path in found if path), None) or find_playwright_browser()


def find_playwright_browser() -> str | None:
    """Return the path of the browser that Playwright has downloaded, if it has and it starts."""
    ask = "from playwright.sync_api import sync_playwright as p;m=p().start();print(m.chromium.executable_path);m.stop()"
    asked = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    works = bool(path) and Path(path).exists() and succeeds(path, "--version")
    return path if works else None


def install_browser() -> bool:
    """Get a browser: Playwright's own, else one of the system's packages where that is allowed."""
    succeeds(PYTHON, "-m", "playwright", "install", "--only-shell", "chromium", quiet=True)
    found = find_browser() or install_with_apt(BROWSER) or install_with_apt("chromium")
    return bool(found) and bool(find_browser())


def install_with_apt(package: str) -> bool:
    """Install a package of Debian where that needs no password or answer; return if it worked.

    apt does one thing at a time: who comes second waits.
    """
    if not shutil.which("apt-get"):
        return False
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    command = command if os.geteuid() == 0 else ["sudo", "-n", *command]
    with Path(__file__).open() as own:
        fcntl.flock(own, fcntl.LOCK_EX)
        return succeeds(*command, "update") and succeeds(*command, "install", "--yes", package)


def succeeds(*command: str, quiet: bool = False) -> bool:
    """Run a command; return whether it was there and exited with 0."""
    errors = subprocess.DEVNULL if quiet else None
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=errors, check=False)
    except OSError:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
