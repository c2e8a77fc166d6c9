"""Propose what a new passage may be about: by its terms, else by a word near a theme."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dialogues.finding.characters import HAN
from dialogues.finding.terms import propose_themes
from dialogues.model.entities import Theme
from dialogues.reading.yaml_nodes import read_plain

BODY = re.compile(
    rf"[{HAN}]{{2,12}}?(?:局|處|署|部|會|司|科|室|公司)(?=\s?(?:副|代理)?"
    r"(?:局長|處長|署長|部長|會長|司長|科長|主任|主委|執行長|總經理|董事長|理事長|專門委員))"
)
"""The name of a body before an office: who speaks for 產業發展局 need not speak of 產業發展."""

COUNTED = re.compile(r"[一二三四五六七八九十兩百千萬幾多\d]\s?個")
"""A number of things: 五個資源站 has no 個資."""


def propose_likely_themes(zh: str, themes: Mapping[str, Theme], record: str = "") -> dict[str, str]:
    """Return themes, each with words of the text: those of its terms; where it has none, the nearest.

    Of several that are as near, it is the one of which the whole `record` has most.
    """
    said = COUNTED.sub("", BODY.sub("", zh))
    return propose_themes(said, themes) or _find_near(said, themes, record)


def _find_near(zh: str, themes: Mapping[str, Theme], record: str) -> dict[str, str]:
    """Return the theme near which most of a text lies, with the longest of these words."""
    found = {
        key: words
        for key, near in _list_near().items()
        if key in themes and (words := [word for word in near if word in zh])
    }
    if not found:
        return {}

    def measure(key: str) -> tuple[int, int]:
        words = (*_list_near()[key], *themes[key].terms)
        return sum(map(len, found[key])), sum(map(record.count, words))

    key = max(found, key=measure)
    return {key: max(found[key], key=len)}


@cache
def _list_near() -> Mapping[str, list[str]]:
    text = files(__package__).joinpath("likely_themes.yml").read_text(encoding="utf-8")
    near: Mapping[str, list[str]] = read_plain(text)
    return near
