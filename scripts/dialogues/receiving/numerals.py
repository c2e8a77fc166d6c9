"""Print automatic numbers as an office does: decimal, Chinese, stems, Roman, letters, circles."""

from collections.abc import Callable, Mapping

ONES = "〇一二三四五六七八九"
FORMAL = "零壹貳參肆伍陸柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def count(number: int) -> str:
    """Return 十一 for 11, 二十 for 20, 一百零三 for 103."""
    return _count(number, ONES, "十百千", "零").removeprefix("一") if 9 < number < 20 else _count(
        number, ONES, "十百千", "零"
    )  # fmt: skip


def count_formally(number: int) -> str:
    """Return 壹拾壹 for 11."""
    return _count(number, FORMAL, "拾佰仟", "零")


def _count(number: int, ones: str, units: str, zero: str) -> str:
    if not 0 < number < 10_000:
        return str(number)
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += (
                (zero if gap and text else "") + ones[digit] + (units[place - 1] if place else "")
            )
        gap = not digit
    return text


def spell_digits(number: int) -> str:
    """Return 一〇 for 10."""
    return "".join(ONES[int(digit)] for digit in str(number))


def letter(number: int) -> str:
    """Return a for 1, z for 26, aa for 27, bb for 28."""
    return chr(97 + (number - 1) % 26) * (1 + (number - 1) // 26) if number > 0 else str(number)


def roman(number: int) -> str:
    """Return iv for 4."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, sign in ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def pick(signs: str) -> Callable[[int], str]:
    """Return what writes a number as one of some signs, and as digits where there are too few."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def widen(number: int) -> str:
    """Return １ for 1."""
    return "".join(chr(0xFF10 + int(digit)) for digit in str(number))


CIRCLED = pick("".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260)))))
FORMATS: Mapping[str, Callable[[int], str]] = {
    # as Word names them
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": widen,
    "decimalFullWidth2": widen,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": CIRCLED,
    "decimalEnclosedCircleChinese": CIRCLED,
    "decimalEnclosedParen": pick("".join(map(chr, range(0x2474, 0x2488)))),
    "decimalEnclosedFullstop": pick("".join(map(chr, range(0x2488, 0x249C)))),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerLetter": letter,
    **dict.fromkeys(
        ("taiwaneseCounting", "taiwaneseCountingThousand", "chineseCounting",
         "chineseCountingThousand", "japaneseCounting", "koreanCounting"), count),
    **dict.fromkeys(
        ("taiwaneseDigital", "ideographDigital", "japaneseDigitalTenThousand", "koreanDigital2"),
        spell_digits),
    **dict.fromkeys(("ideographLegalTraditional", "chineseLegalSimplified"), count_formally),
    "ideographTraditional": pick(STEMS),
    "ideographZodiac": pick(BRANCHES),
    "ideographEnclosedCircle": pick("".join(map(chr, range(0x3280, 0x328A)))),
    # as OpenDocument does, by the first of them
    "1": str,
    "a": letter,
    "A": lambda number: letter(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
    "一": count,
    "壹": count_formally,
    "甲": pick(STEMS),
    "子": pick(BRANCHES),
    "①": CIRCLED,
    "１": widen,
    "⑴": pick("".join(map(chr, range(0x2474, 0x2488)))),
    "㈠": pick("".join(map(chr, range(0x3220, 0x322A)))),
    "㊀": pick("".join(map(chr, range(0x3280, 0x328A)))),
}  # fmt: skip


def write_number(number: int, how: str) -> str:
    """Return a number in a format; in one that is not known, as digits."""
    key = how if how in FORMATS else how.split(",", maxsplit=1)[0].strip()
    return FORMATS.get(key, str)(number)
