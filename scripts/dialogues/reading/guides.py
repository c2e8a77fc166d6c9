"""Read the pages that are written by hand."""

from collections.abc import Mapping
from pathlib import Path

from dialogues.model.addresses import BY_HAND


def read_guides(root: Path) -> Mapping[str, str]:
    """Return their texts by their paths under docs/, as far as they are there."""
    names = [address.rstrip("/") or "index" for address in BY_HAND]
    paths = [f"{language}/{name}.md" for language in ("zh", "en") for name in names]
    files = {path: root / "docs" / path for path in paths}
    return {path: file.read_text(encoding="utf-8") for path, file in files.items() if file.exists()}
