"""Draw the picture of a card: who says it and when, the words or their beginning, what they are.

Needs Pillow, which not every build has (dialogues.cards.fonts). What is drawn is told by the card,
the fonts, Pillow and this code: the same of them gives the same bytes.
"""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import metadata
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from dialogues.cards import layout
from dialogues.cards.pages import Card

WIDTH, HEIGHT, EDGE, BAR = 1200, 630, 64, 16
"""Pixels; what previews ask for, and the room around the words."""
PAPER = (255, 255, 255)
COLOURS = {"ink": (29, 29, 29), "teal": (0, 105, 92), "pale": (87, 95, 94)}
SHADES = (3, 2, 1)
"""Of each colour, for the edges of letters: as many as a picture has room for."""
LIMIT = 40_000
"""Bytes of a picture."""
EFFORT = 7
"""To make it small: with 9, the most, it is drawn in three times the time and 2 % smaller."""
SIZES = (64, 56, 48, 42, 37, 33)
"""Of the words, the best first."""
WHO, FACTS = (36, 30, 26), (26, 22)
CHINESE_FROM = "\u2e80"
"""The first of the signs that the font of Chinese draws; dashes and dots go with their text."""
Face = ImageFont.FreeTypeFont


@dataclass(frozen=True)
class Fonts:
    """The font of Chinese, and that of all else."""

    chinese: Path
    other: Path

    @cached_property
    def digest(self) -> str:
        """The hash of both files."""
        return hashlib.sha256(self.chinese.read_bytes() + self.other.read_bytes()).hexdigest()

    def measure(self, text: str, size: int) -> float:
        """Return how wide a text is."""
        return _measure(self, text, size)

    def split(self, text: str, size: int) -> Iterator[tuple[Face, str]]:
        """Yield the parts of a text, each with its font."""
        chinese = "…—" if any(sign >= CHINESE_FROM for sign in text) else ""
        for is_chinese, part in groupby(text, lambda sign: sign >= CHINESE_FROM or sign in chinese):
            yield _load(self.chinese if is_chinese else self.other, size), "".join(part)


def draw_picture(card: Card, site_name: str, fonts: Fonts) -> bytes:
    """Return the picture of a card as PNG."""
    canvas = Canvas(fonts)
    canvas.draws["teal"].rectangle((0, 0, BAR, HEIGHT), 255)
    room = WIDTH - 2 * EDGE
    who = layout.fit(card.who, room, 110, fonts.measure, WHO)
    facts = layout.fit(f"{card.dates} · {card.title}", room, 66, fonts.measure, FACTS)
    foot = layout.fit(card.label, room - 260, 66, fonts.measure, FACTS[1:])
    top = canvas.write(who, EDGE * 0.75, "teal")
    top = canvas.write(facts, top, "pale") + 20
    end = HEIGHT - EDGE * 0.6 - foot.height
    words = layout.fit(card.text, room, int(end - 16 - top), fonts.measure, SIZES)
    canvas.write(words, top + (end - 16 - top - words.height) / 2, "ink")
    canvas.write(foot, end, "pale")
    name = layout.Block([site_name], FACTS[0])
    left = WIDTH - EDGE - fonts.measure(site_name, FACTS[0])
    canvas.write(name, HEIGHT - EDGE * 0.6 - name.height, "teal", left)
    return canvas.save()


class Canvas:
    """A picture to be written on, with a layer for each colour; no two of them overlap."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.layers = {colour: Image.new("L", (WIDTH, HEIGHT), 0) for colour in COLOURS}
        self.draws = {colour: ImageDraw.Draw(layer) for colour, layer in self.layers.items()}

    def write(self, block: layout.Block, top: float, colour: str, left: float = EDGE) -> float:
        """Write lines from a height on; return where they end."""
        step = block.size * layout.LEADING
        for number, line in enumerate(block.lines):
            x, baseline = left, top + number * step + block.size * 1.1
            for face, part in self.fonts.split(line, block.size):
                self.draws[colour].text((x, baseline), part, 255, face, anchor="ls")
                x += face.getlength(part)
        return top + block.height

    def save(self) -> bytes:
        """Return it as PNG, below the limit: with fewer shades where it has very many words."""
        saved = (self._save(shades) for shades in SHADES)
        return next(data for data in saved if len(data) < LIMIT)

    def _save(self, shades: int) -> bytes:
        image = Image.new("L", (WIDTH, HEIGHT), 0)
        palette = [*PAPER]
        steps = [round(value / 255 * shades) for value in range(256)]
        for number, (colour, layer) in enumerate(self.layers.items()):
            first = number * shades
            image = ImageChops.lighter(image, layer.point([s and first + s for s in steps]))
            for shade in range(1, shades + 1):
                palette += [
                    round(paper + (ink - paper) * shade / shades)
                    for paper, ink in zip(PAPER, COLOURS[colour], strict=True)
                ]
        indexed = Image.frombytes("P", (WIDTH, HEIGHT), image.tobytes())
        indexed.putpalette(palette)
        file = io.BytesIO()
        indexed.save(file, "PNG", bits=4, compress_level=EFFORT)
        return file.getvalue()


def hash_picture(card: Card, site_name: str, fonts: Fonts) -> str:
    """Return the hash of all that a picture is made from."""
    parts = (card.who, card.title, card.dates, card.text, card.label, site_name)
    digest = hashlib.sha256(f"{_hash_code()} {fonts.digest}".encode())
    for part in parts:
        digest.update(f"{len(part)} {part}".encode())
    return digest.hexdigest()


@cache
def _measure(fonts: Fonts, text: str, size: int) -> float:
    """Return how wide a text is; most characters of Chinese are measured often."""
    return sum(face.getlength(part) for face, part in fonts.split(text, size))


@cache
def _load(path: Path, size: int) -> Face:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _hash_code() -> str:
    code = b"".join(Path(str(file)).read_bytes() for file in (__file__, layout.__file__))
    return hashlib.sha256(code + metadata.version("pillow").encode()).hexdigest()
