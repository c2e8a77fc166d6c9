"""Find the fonts of the pictures, which are an extra: `make cards` installs them and Pillow."""

from importlib.util import find_spec
from pathlib import Path

DRAWING = "PIL"
PACKAGES = {
    "cvttf_NotoSansCJK_Regular": "NotoSansCJKtc-Regular.otf",
    "fontpkg_noto_sans": "files/NotoSans[wdth,wght].ttf",
}
"""Packages with fonts, for Chinese and for all else, and the file in each."""


def find_fonts() -> list[Path]:
    """Return the two files; nothing where a package, or what draws, is not installed."""
    specs = [find_spec(name) for name in (DRAWING, *PACKAGES)]
    places = [Path(spec.origin).parent for spec in specs[1:] if spec and spec.origin]
    if specs[0] is None or len(places) < len(PACKAGES):
        return []
    return [place / file for place, file in zip(places, PACKAGES.values(), strict=True)]
