"""Write CITATION.cff as built: how the whole is cited, with its address and its day.

The repository's own file, which can know neither, says the rest; a test compares the two.
"""

import json
import re

from dialogues.data.words import statements
from dialogues.rendering.words import MAINTAINERS

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def render_citation(address: str, version: str) -> str:
    """Return the file, of a site by its address; every value is JSON, which YAML is too."""
    said = statements()
    day = DAY.match(version)
    fields = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "title": f"{said['title'].zh} {said['title'].en}",
        "message": f"{said['cite'].en} {said['cite'].zh}",
        "abstract": said["summary"].en,
        "authors": [{"name": MAINTAINERS}],
        "license": "MIT",
    }
    fields |= {"version": version} if version else {}
    fields |= {"date-released": day[0]} if day else {}
    fields |= {"url": f"{address}data/"} if address else {}
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "\n".join(lines) + "\n"
