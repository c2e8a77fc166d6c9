"""llms.txt leads where the site is and nowhere else, whatever titles hold."""

import re
from pathlib import Path

from dialogues.data.guides import render_guide
from dialogues.loading import load_archive
from dialogues.rendering.site import Site
from mistakes.planting import REGISTRY, replace

TITLE = "Talks](https://evil.example/) # <b> `x` [x"


def test_a_title_is_no_markup(small: Path) -> None:
    replace(f"{REGISTRY}/events.yml", "en: 2030 Harbour Talks", f"en: '{TITLE}'")(small)
    text = render_guide(Site.of(load_archive(small), address="https://example.org/"))

    links = re.findall(r"(?<!\\)\]\((.*?)\)", text)
    assert len(links) > 20
    assert [link for link in links if not link.startswith("https://example.org/")] == []
    assert r"Talks\](https://evil.example/) # &lt;b> \`x\` \[x" in text
