"""Set up .venv from the locked requirements: `install.py site`, `test`, or `audit` after that.

Runs before anything is installed, so it uses the standard library alone. A file in .venv named
after what was set up tells make that it need not be done again.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

VENV = Path(".venv")
OLDEST = (3, 11)
NO_VENV = """\
python3 must be able to make a virtual environment, and has no ensurepip.
On Debian or Ubuntu: sudo apt install python3-venv
python3 無法建立虛擬環境；Debian 或 Ubuntu 請執行：sudo apt install python3-venv"""
NO_BROWSER = """\
The tests must have a browser, and there is none that they could find or install.
Install Chromium (Debian: sudo apt install chromium) or set CHROMIUM to its path.
測試需要瀏覽器：請安裝 Chromium，或以環境變數 CHROMIUM 指定其路徑。"""
NO_TOOL = """\
The tests must have {tool}, and there is none that they could find or install.
Install it (Debian or Ubuntu: sudo apt install {package}); node must be 18.16 or newer, java 11.
測試需要 {tool}：請安裝（Debian 或 Ubuntu：sudo apt install {package}）；node 須 18.16 以上，java 須 11 以上。"""
AUDIT = "tests/audit"
TOOLS = {"node": "nodejs", "npm": "npm", "java": "default-jre-headless"}
"""What checks the built site needs beside Python, and the packages of Debian that have it."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Set up what the argument names; return 1, with what to do, where that fails."""
    (purpose,) = sys.argv[1:]
    if sys.version_info < OLDEST:
        return fail(f"python3 must be 3.11 or newer, and is {sys.version.split()[0]}")
    if purpose == "audit":
        return install_audit()
    if not (VENV / "bin/pip").exists() and not make_environment():
        return fail(NO_VENV)
    install("requirements.txt" if purpose == "site" else "requirements-test.txt")
    if purpose == "test" and not find_browser() and not install_browser():
        return fail(NO_BROWSER)
    (VENV / purpose).touch()
    return 0


def make_environment() -> bool:
    """Make the virtual environment; where Debian left its part out, install that if allowed."""
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    return succeeds(*command) or (install_with_apt("python3-venv") and succeeds(*command))


def install(requirements: str) -> None:
    """Install what a lock file pins, each file checked against its hash, and this package."""
    pip = [
        str(VENV / "bin/python"),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
    ]
    subprocess.run([*pip, "--require-hashes", "--requirement", requirements], check=True)
    own = ["--no-deps", "--no-build-isolation", "--editable", "."]
    subprocess.run([*pip, *own], check=True)


def install_audit() -> int:
    """Install what the audit runs beside Python, as its lock file pins it; run no script of it."""
    for tool, package in TOOLS.items():
        if not shutil.which(tool) and not (install_with_apt(package) and shutil.which(tool)):
            return fail(NO_TOOL.format(tool=tool, package=package))
    npm = ["npm", "ci", "--prefix", AUDIT, "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run([*npm, "--loglevel=error"], check=True)
    (VENV / "audit").touch()
    return 0


def find_browser() -> str | None:
    """Return the path of a browser that the tests can drive."""
    named = os.environ.get("CHROMIUM")
    found = (shutil.which(name) for name in BROWSERS)
    return named or next((path for path in found if path), None) or find_playwright_browser()


def find_playwright_browser() -> str | None:
    """Return the path of the browser that Playwright has downloaded, if it has and it starts."""
    ask = "from playwright.sync_api import sync_playwright as p;m=p().start();print(m.chromium.executable_path);m.stop()"
    asked = subprocess.run(
        [VENV / "bin/python", "-c", ask], capture_output=True, text=True, check=False
    )
    path = asked.stdout.strip()
    works = bool(path) and Path(path).exists() and succeeds(path, "--version")
    return path if works else None


def install_browser() -> bool:
    """Get a browser: Playwright's own, else the system's package where that is allowed."""
    succeeds(str(VENV / "bin/python"), "-m", "playwright", "install", "chromium")
    return bool(find_browser()) or (install_with_apt("chromium") and bool(find_browser()))


def install_with_apt(package: str) -> bool:
    """Install a package of Debian where that needs no password; tell whether it worked."""
    if not shutil.which("apt-get"):
        return False
    command = ["apt-get"] if os.geteuid() == 0 else ["sudo", "-n", "apt-get"]
    return succeeds(*command, "update") and succeeds(*command, "install", "--yes", package)


def succeeds(*command: str) -> bool:
    """Run a command; tell whether it was there and exited with 0."""
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def fail(message: str) -> int:
    """Print what is wrong and what to do."""
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
