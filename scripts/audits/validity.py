"""Check the HTML of the built pages with the Nu validator."""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from audits.findings import Finding

VALIDATOR = Path(__file__).parents[2] / "tests/audit/node_modules/vnu-jar/build/dist/vnu.jar"
QUICK = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java spends no time on becoming faster, which would take longer than all pages."""


def check_validity(site: Path, pages: Sequence[Path] = ()) -> list[Finding]:
    """Check the given files of a site, or all of them: rules `html error` and `html warning`."""
    paths = [str(path.resolve()) for path in pages] or [str(site.resolve())]
    options = ["--format", "json", "--skip-non-html", "--stdout", "--exit-zero-always"]
    command = ["java", *QUICK, "-jar", str(VALIDATOR), *options, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        Finding(
            _address_of(site, message["url"]),
            "html error" if message["type"] == "error" else "html warning",
            f"{message['message']} line {message.get('lastLine', '?')}: "
            + " ".join(message.get("extract", "").split()),
            re.sub(r"“[^”]*”|\d+", "", message["message"]),
        )
        for message in json.loads(done.stdout)["messages"]
    ]


def _address_of(site: Path, url: str) -> str:
    """Return the address below the site's root of the file that the validator names."""
    file = Path(unquote(urlsplit(url).path)).relative_to(site.resolve())
    return file.as_posix().removesuffix("index.html")
