"""The set-up: what the lock lists is installed, whatever else there is; a lock has to be closed."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

import install
import lock
from browsing import serve
from projects import ROOT

PACKAGES = {
    "wanted-1.0": ["helper[fast]>=1"],
    "helper-1.0": ["spare>=1; extra == 'fast'"],
    "helper-2.0": ["spare>=1; extra == 'fast'"],  # came out after the lock was made
    "spare-1.0": ["old; python_version < '3.12'"],
    "old-1.0": [],
}
LOCKED = ("wanted-1.0", "helper-1.0", "spare-1.0", "old-1.0")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Serve an index of small wheels, and let pip and uv ask it alone."""
    folder = tmp_path / "index"
    for package, requirements in PACKAGES.items():
        write_wheel(folder / package.partition("-")[0], package, requirements)
    for name in {path.parent for path in folder.glob("*/*.whl")}:
        links = (f'<a href="{wheel.name}">{wheel.name}</a>' for wheel in sorted(name.glob("*.whl")))
        (name / "index.html").write_text("<!doctype html>" + "".join(links), encoding="utf-8")
    with serve(folder) as server:
        monkeypatch.setenv("PIP_INDEX_URL", server.address)
        monkeypatch.setenv("UV_DEFAULT_INDEX", server.address)
        monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield folder


def write_wheel(folder: Path, package: str, requirements: list[str]) -> None:
    """Write a wheel without any code."""
    name, version = package.split("-")
    info = f"{name}-{version}.dist-info"
    needed = "".join(f"Requires-Dist: {each}\n" for each in requirements)
    texts = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        f"Provides-Extra: fast\n{needed}",
        "WHEEL": "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "".join(f"{info}/{each},,\n" for each in ("METADATA", "WHEEL", "RECORD")),
    }
    folder.mkdir(parents=True, exist_ok=True)
    with ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for file, text in texts.items():
            wheel.writestr(f"{info}/{file}", text)


def write_lock(index: Path, packages: tuple[str, ...]) -> Path:
    """Write a lock of these packages beside the index."""
    lines = []
    for package in packages:
        name, version = package.split("-")
        (wheel,) = index.glob(f"{name}/{package}-*.whl")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(f"{name}=={version} --hash=sha256:{digest}\n")
    path = index.parent / "requirements.txt"
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Make an environment in which nothing is installed."""
    folder = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    return folder / "bin/python"


def list_installed(python: Path) -> set[str]:
    found = python.parent.parent.glob("lib/python*/site-packages/*.dist-info")
    return {path.name.removesuffix(".dist-info") for path in found}


def sync(python: Path, lock: Path) -> None:
    """Install into another environment than that of the tests, with the installer of theirs."""
    install.run_module(*install.UV, "--python", str(python), str(lock), python=sys.executable)


def test_what_the_lock_lists_is_installed_whatever_came_out_meanwhile(
    index: Path, python: Path
) -> None:
    sync(python, write_lock(index, LOCKED))
    assert list_installed(python) == set(LOCKED)

    sync(python, write_lock(index, LOCKED[1:]))  # what is no longer listed is taken away
    assert list_installed(python) == set(LOCKED[1:])


def test_what_has_another_hash_is_not_installed(index: Path, python: Path) -> None:
    path = write_lock(index, LOCKED)
    text = path.read_text(encoding="utf-8").rstrip()
    path.write_text(text[:-1] + ("1" if text[-1] == "0" else "0"), encoding="utf-8")

    with pytest.raises(install.CannotInstallError, match="must be installed, and could not be"):
        sync(python, path)
    assert list_installed(python) == set()


def test_a_proxy_that_answers_itself_is_said(index: Path, python: Path) -> None:
    path = write_lock(index, LOCKED)
    for page in index.rglob("index.html"):
        page.write_text("<!doctype html><title>Please log in</title>", encoding="utf-8")

    with pytest.raises(install.CannotInstallError, match="or a proxy answers in its place"):
        sync(python, path)
    assert list_installed(python) == set()


@pytest.mark.parametrize(
    ("missing", "reason"),
    [("helper", "wanted"), ("spare", "helper"), ("old", "spare")],
    ids=["needed", "needed by an extra", "needed by the oldest Python"],
)
def test_a_lock_without_something_that_is_needed_is_refused(
    index: Path, missing: str, reason: str
) -> None:
    closed = write_lock(index, LOCKED)
    assert lock.find_faults(closed) == []

    left = tuple(each for each in LOCKED if not each.startswith(missing))
    rule = f"requirements.txt: {missing} must be locked, for {reason} requires it, and is not"
    assert rule in lock.find_faults(write_lock(index, left))


def test_a_lock_whose_versions_do_not_fit_is_refused(index: Path) -> None:
    write_wheel(index / "wanted", "wanted-1.0", ["helper[fast]>=2"])

    (fault,) = lock.find_faults(write_lock(index, LOCKED))
    assert fault.startswith("requirements.txt: versions must fit each other, and do not:")


INSTALL = """#!/bin/sh
while [ "$1" != --target ]; do shift; done
mkdir -p "$2" && touch "$2/first" && {then}
"""
"""Installs the first of some packages, in place of the Python of the environment."""


@pytest.mark.parametrize("then", ["false", "kill -9 $PPID", "true"])
def test_what_is_half_installed_is_not_taken_for_whole(tmp_path: Path, then: str) -> None:
    """A make that fails or is killed leaves what the next one does again."""
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    for path in ("scripts/install.py", ".venv/site", "bin/python"):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).touch()
    for name in ("", "-setup", "-x"):
        (tmp_path / f"requirements{name}.txt").touch()
    (tmp_path / ".venv/site").touch()
    (tmp_path / "bin/python").write_text(INSTALL.format(then=then), encoding="utf-8")
    (tmp_path / "bin/python").chmod(0o700)
    command = ["make", "--silent", ".cache/x/packages", "BIN=bin"]
    subprocess.run(command, cwd=tmp_path, check=False, capture_output=True)

    assert (tmp_path / ".cache/x/packages").exists() == (then == "true")


def test_an_environment_that_is_half_cleared_is_not_taken_for_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", "false")
    install.VENV.mkdir()
    for purpose in ("site", "test", "audit"):
        (install.VENV / purpose).touch()

    with pytest.raises(install.CannotInstallError, match=r"^\.venv must be installed"):
        install.make_environment()
    assert list(install.VENV.iterdir()) == []


def test_who_stops_the_set_up_is_told_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_purpose: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["install.py", "site"])
    monkeypatch.setattr(install, "install_packages", stop)
    assert install.main() == 130
    assert capsys.readouterr().err.startswith("Stopped before all was installed. Run the same make")


@pytest.mark.parametrize("version", [(3, 10, 9), (3, 15, 0)])
def test_a_python_that_the_locks_do_not_know_is_said(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(install.CannotInstallError, match=r"must be 3\.11 to 3\.14, and is"):
        install.install_packages("site")


def test_the_oldest_and_the_newest_python_are_those_of_the_workflows() -> None:
    first, last = (".".join(map(str, each)) for each in (install.OLDEST, install.NEWEST))
    for workflow in ("check", "weekly"):
        text = (ROOT / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")
        assert f'python: ["{first}", "{last}"]' in text
    assert f"{first} to {last}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"{first} to {last}" in install.NOT_SUPPORTED


def test_the_tools_of_the_audit_are_locked_so_that_the_npm_of_debian_takes_them() -> None:
    """Npm 9 refuses `latest`, which some ask for, without the address of the file, or overridden.

    The registry in it is none: npm asks the one that is set.
    """
    folder = ROOT / "tests/audit"
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for path, package in packages.items():
        if path:
            assert package["resolved"].startswith(lock.NO_REGISTRY), path
            assert package["integrity"].startswith("sha512-"), path
    assert "overrides" not in json.loads((folder / "package.json").read_text(encoding="utf-8"))


def test_what_is_installed_here_is_what_is_locked() -> None:
    command = [sys.executable, "-m", "uv", "pip", "check", "--python", sys.executable]
    assert subprocess.run(command, check=False).returncode == 0
