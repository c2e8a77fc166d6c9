"""Every field of every file, found from the schemas: what it is given is taken, or refused at its line."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel, RootModel

from attack.attempts import Attempt, attempt
from attack.shapes import Place, list_places, put_at
from dialogues.data.files import render_data
from dialogues.loading import read_archive
from dialogues.reading.yaml_nodes import read_plain
from dialogues.rendering.pages import render_site
from dialogues.rendering.site import Site
from dialogues.schemas import record, registry
from mistakes.planting import RECORD, REGISTRY
from payloads import MARKDOWN, PAYLOADS, UNSEEN
from projects import SMALL

OTHERWISE = {"Terms": "glossary"}
"""Shapes whose files have another name."""
FILES: dict[str, type[BaseModel]] = {
    f"{RECORD}/record.yml": record.RecordEntry,
    f"{RECORD}/passages.yml": record.Passages,
    **{
        f"{REGISTRY}/{OTHERWISE.get(name, name.lower())}.yml": model
        for name, model in vars(registry).items()
        if isinstance(model, type) and issubclass(model, RootModel) and model is not RootModel
    },
}
"""The files and their shapes; a new file or field is tried by itself."""
WORD = "qzfivq"
ODD: tuple[object, ...] = (
    *(None, True, 0, -1, 10**30, 1e999, "", " ", "x" * 100_000, [], {}, ["x"], {"x": "y"}),
    *("0001-01-01", "9999-12-31", "2030-02-30", "../../x", "index", "a\rb", "a\n\nb", "\ud800"),
    *("x\ufffd", "x\u0378", "\u2f2e", "А" * 5, "e" + "\u0301" * 50, "0x" + "f" * 5_000, "=1+1"),
)
TEXTS = [text.replace("§", WORD) for text in {**PAYLOADS, **UNSEEN, **MARKDOWN}.values()]
VALUES: tuple[object, ...] = (*ODD, *TEXTS)
RAW = ("<script>__hurt", "<img src=x", "<svg onload")
"""What no page may have as it was given."""
LINKS = ("](javascript:", "](https://evil")
"""What no Markdown may have as it was given."""
NO_MARKDOWN = re.compile(
    r"\A---\n.*?\n---\n|<script type=\"application/ld\+json\">.*?</script>", re.DOTALL
)
"""Front matter and JSON, where a link is letters; they have their own signs (tests/test_hurting.py)."""


def try_fields(each: int) -> Iterator[Attempt]:
    """Give every field every value."""
    number = 0
    for file, model in FILES.items():
        content = read_small(file)
        for place in list_places(model.model_json_schema(), content):
            for value in VALUES:
                number += 1
                if number % each == 0:
                    shown = ".".join(map(str, place))
                    what = f"{file.rpartition('/')[2]}: {shown} = {json.dumps(value)[:40]}"
                    give = partial(give_value, file, model, place, value, render=number % 5 == 0)
                    yield attempt(what, give)


def read_small(file: str) -> Any:
    path = SMALL / file
    return read_plain(path.read_text(encoding="utf-8")) if path.exists() else {}


def give_value(
    file: str, model: type[BaseModel], place: Place, value: object, *, render: bool
) -> str:
    """Return what is wrong with how a value is taken, or refused."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(SMALL, Path(folder, "small")))
        content = put_at(read_small(file), place, value, model.model_json_schema())
        (root / file).write_text(write_yaml(content) + "\n", encoding="utf-8")
        archive, problems = read_archive(root)
        for problem in problems:
            path = root / problem.path
            length = path.read_bytes().count(b"\n") + 1 if path.is_file() else 1
            if not 1 <= problem.line <= length:
                return f"a line that is none: {problem}"
            if len(problem.message) > 2_000:
                return f"a message of {len(problem.message)} characters"
        return "" if problems or not render else find_raw(Site.of(archive, address="https://x.tw/"))


def find_raw(site: Site) -> str:
    """Return the first text that stands in a page as it was given."""
    pages = {**render_site(site), "llms.txt": str(dict(render_data(site))["data/llms.txt"])}
    for path, text in pages.items():
        if path.endswith((".md", ".html", ".txt")) and (raw := raw_in(str(text))):
            return f"{path} has {raw}"
    return ""


def raw_in(page: str) -> str:
    """Return what stands in a page as it was given, and must not."""
    markdown = NO_MARKDOWN.sub("", page)
    found = [*(raw for raw in RAW if raw in page), *(raw for raw in LINKS if raw in markdown)]
    return found[0] if found else ""


def write_yaml(value: object) -> str:
    """Return a value as YAML, each text on a line of its own."""
    if isinstance(value, dict):
        parts = (
            f"{json.dumps(k) if isinstance(k, str) else k}: {write_yaml(v)}"
            for k, v in value.items()
        )
        return "{\n" + ",\n".join(parts) + "\n}"
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(write_yaml, value)) + "\n]"
    if isinstance(value, float):
        return ".inf" if value == float("inf") else str(value)
    return json.dumps(value)
