"""Read the signs of Word's fonts of symbols as signs that every font has."""

SYMBOLS = {
    "wingdings": {
        0xFC: "✓",
        0xFB: "✗",
        0xFE: "☑",
        0xFD: "☒",
        0xA8: "☐",
        0x6F: "☐",
        0x6C: "●",
        0xA1: "○",
        0x6E: "■",
        0x75: "◆",
        0xD8: "➢",
        0xA7: "▪",
        0x76: "❖",
        0xAB: "★",
        0x46: "☞",
        0x28: "☎",
        0xDF: "←",
        0xE0: "→",
        0xE1: "↑",
        0xE2: "↓",
        0xF0: "⇨",
        0x4A: "☺",
        0xB5: "✪",
        0x2A: "✉",
        **{0x8C + n: chr(0x2776 + n) for n in range(10)},
        **{0x81 + n: chr(0x2460 + n) for n in range(10)},
    },
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0xA3: "☐", 0x4F: "✗", 0x97: "●"},
    "symbol": {
        0xB7: "•",
        0xAE: "→",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xA3: "≤",
        0xB4: "×",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0x61: "α",
        0x62: "β",
        0x67: "γ",
        0x64: "δ",
        0x6D: "μ",
        0x44: "Δ",
    },
}


def read_symbol(font: str, code: str) -> str:
    """Return the sign for a code, in hexadecimal, of a font; U+FFFD for what is no code.

    What is not known here stays the font's own character, and record.yml says what it is read as.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    if sign := SYMBOLS.get(font.lower(), {}).get(number & 0xFF):
        return sign
    return chr(number) if 0x20 < number < 0xD800 or 0xE000 <= number <= 0xFFFD else "\ufffd"
