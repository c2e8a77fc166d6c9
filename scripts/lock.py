"""Pin the newest versions of all that is installed, with hashes: `make lock`.

Covers the lock files of Python, that of uv itself among them, and that of the audit's tools, which
package.json names by exact versions. The actions of the workflows are renewed by Dependabot
(.github/dependabot.yml). `lock.py --check` changes nothing and says whether the locks are closed.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LOCKS = {
    "requirements-setup.txt": ["--group", "setup"],
    "requirements.txt": ["pyproject.toml"],
    "requirements-test.txt": [
        *("pyproject.toml", "--group", "test"),
        *("--constraint", "requirements.txt"),  # tests see what the site is built with
    ],
    "requirements-cards.txt": ["--group", "cards", "--constraint", "requirements-test.txt"],
    "requirements-heir.txt": ["--group", "heir", "--constraint", "requirements.txt"],
    "requirements-record.txt": ["--group", "record", "--constraint", "requirements.txt"],
    "requirements-pdf.txt": ["--group", "pdf", "--constraint", "requirements.txt"],
}
COMPILE = ["--universal", "--python-version", "3.11", "--no-header", "--no-config"]
"""For every Python from 3.11 on and every system."""
AUDIT = "tests/audit"
NO_REGISTRY = "https://registry.invalid/"
REGISTRY = re.compile(r'(?<="resolved": ")https://[^/"]+/')
WITH_REASON = re.compile(r"^([\w.-]+)[^#\n]*==[^#\n]*(?:# via (.+))?$", re.MULTILINE)


def main() -> int:
    """Write the lock files, or leave all as they were and say which of them is not closed."""
    if "--check" in sys.argv[1:]:
        return print_faults([fault for lock in LOCKS for fault in find_faults(Path(lock))])
    with tempfile.TemporaryDirectory() as folder:
        for name in ("pyproject.toml", *(lock for lock in LOCKS if Path(lock).exists())):
            shutil.copy(name, folder)
        for name, wanted in LOCKS.items():
            hashes = ["--upgrade", "--generate-hashes", "--no-annotate", "--output-file", name]
            compile_lock([*wanted, *hashes], folder)
        fresh = [Path(folder, name) for name in LOCKS]
        code = print_faults([fault for lock in fresh for fault in find_faults(lock)])
        for lock in fresh if code == 0 else []:
            shutil.copy(lock, lock.name)
    return code or lock_audit_tools()


def lock_audit_tools() -> int:
    """Renew the lock of npm; return how that ended. Its addresses are those of any registry."""
    npm = ["npm", "update", "--package-lock-only", "--ignore-scripts", "--prefix", AUDIT]
    code = subprocess.run([*npm, "--no-audit", "--no-fund"], check=False).returncode
    lock = Path(AUDIT, "package-lock.json")
    text = REGISTRY.sub(NO_REGISTRY, lock.read_text(encoding="utf-8"))
    lock.write_text(text, encoding="utf-8", newline="\n")
    return code


def find_faults(lock: Path) -> list[str]:
    """Return what a lock lacks: locked once more, it has to stay the same.

    Whatever a locked package requires on some supported Python, by an extra too, is locked itself
    in a version that fits; or uv finds one that is not, or none at all.
    """
    done = compile_lock([lock.name, "--annotation-style", "line"], lock.parent, check=False)
    if done.returncode:
        return [f"{lock.name}: versions must fit each other, and do not: {done.stderr.strip()}"]
    known = {name for name, _ in WITH_REASON.findall(lock.read_text(encoding="utf-8"))}
    return [
        f"{lock.name}: {name} must be locked, for {reason} requires it, and is not"
        for name, reason in WITH_REASON.findall(done.stdout)
        if name not in known
    ]


def compile_lock(
    options: list[str], folder: Path | str, *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run uv's resolver in a folder."""
    command = [sys.executable, "-m", "uv", "--quiet", "--system-certs", "pip", "compile", *COMPILE]
    return subprocess.run(
        [*command, *options], cwd=folder, check=check, stdout=subprocess.PIPE, text=True,
        stderr=None if check else subprocess.PIPE,
    )  # fmt: skip


def print_faults(faults: list[str]) -> int:
    """Print faults; return 1 where there are any."""
    print("".join(f"{fault}\n" for fault in faults), end="", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
