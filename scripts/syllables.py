"""Write the sounds of common Chinese characters into sounds.js: `make lists` runs this.

The first level of GB 2312 stands in the order of pinyin, so the number of characters of each
sound tells which character has which. The sounds are those of pypinyin (MIT).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pypinyin import Style, pinyin  # type: ignore[import-not-found]

WRITTEN = Path(__file__).parent.parent / "docs/assets/scripts/search/sounds.js"
LAST = 0xD7F9
"""The last character of the first level."""


def main() -> int:
    """Replace both lists."""
    characters = list_characters()
    readings = [[sound for sound in read_all(one) if sound.isascii()] for one in characters]
    sounds = order_sounds(readings)
    runs = "".join(f"{sound}{len([*run])}" for sound, run in groupby(sounds))
    first = zip(characters, sounds, (found[0] for found in readings), strict=True)
    others = "".join(f"{one}{usual}" for one, sound, usual in first if sound != usual)
    text = WRITTEN.read_text(encoding="utf-8")
    for name, value in (("SYLLABLES", runs), ("OTHERWISE", others)):
        written = value.replace("v", "u")
        text = re.sub(rf'const {name} =\s+".*?";', f'const {name} =\n  "{written}";', text)
    WRITTEN.write_text(text, encoding="utf-8")
    return 0


def list_characters() -> str:
    """Return the first level of GB 2312."""
    pairs = ((high, low) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return b"".join(bytes(p) for p in pairs if p[0] << 8 | p[1] <= LAST).decode("gb2312")


def read_all(character: str) -> list[str]:
    """Return all sounds of a character without tones, the most usual first."""
    found: list[str] = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return found


def order_sounds(readings: Sequence[Sequence[str]]) -> list[str]:
    """Return one sound of each character, so that they stand in their order."""
    sounds = sorted({sound for found in readings for sound in found}, key=_place)
    costs = [0] * len(sounds)
    steps = []
    for found in readings:
        best = list(_best_so_far(costs))
        costs = [costs[place] + (sounds[n] not in found) for n, place in enumerate(best)]
        steps.append(best)
    place = costs.index(min(costs))
    chosen = []
    for best in reversed(steps):
        chosen.append(sounds[place])
        place = best[place]
    return chosen[::-1]


def _best_so_far(costs: Sequence[int]) -> Iterator[int]:
    best = 0
    for place, cost in enumerate(costs):
        best = place if cost < costs[best] else best
        yield best


def _place(sound: str) -> str:
    """Return by what sounds are ordered: ü stands behind u, and as u where more follows."""
    return re.sub("v$", "u!", sound).replace("v", "u")


if __name__ == "__main__":
    raise SystemExit(main())
