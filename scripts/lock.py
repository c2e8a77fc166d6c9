"""Pin the newest versions of all dependencies, with the hashes of their files."""

import subprocess
import sys

LOCKS = {
    "requirements.txt": ["pyproject.toml"],
    "requirements-test.txt": ["pyproject.toml", "--group", "test"],
    "requirements-bench.txt": ["--group", "pyproject.toml:bench"],
}
COMPILE = [
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--upgrade",
    "--system-certs",
]
QUIET = ["--quiet", "--no-header", "--no-annotate"]


def main() -> int:
    """Write the lock files for every Python from 3.11 on and every system."""
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
    for lock, wanted in LOCKS.items():
        uv = [sys.executable, "-m", "uv", "pip", "compile", *COMPILE, *QUIET]
        subprocess.run([*uv, *wanted, "--output-file", lock], check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
