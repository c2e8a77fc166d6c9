"""Find the numbers in a Chinese text and in its English, so that both can be compared.

What is written in digits has to agree, and from two on what is counted in words (五年, two unicorns).
Chinese has numerals in many words that count nothing (一起, 十分): only one before a counter counts.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

SCALES = {"千": 10**3, "萬": 10**4, "億": 10**8, "兆": 10**12}
ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
DIGITS = r"(?<![A-Za-z]-)(?<!\d)\d+(?:,\d{3}){0,9}(?:\.\d+)?"
"""A number, but not the one of a name such as COVID-19."""
CHINESE = re.compile(rf"({DIGITS})(?:\s*-\s*({DIGITS}))?\s*([千萬億]|兆(?!瓦))?")
"""A number, or the two of a range, and the scale of both: `3萬`, `1-2 萬`; 兆瓦 is a megawatt."""
BEFORE_REPUBLIC = 1911
"""Years of the Republic of China are counted from the one after it."""
ROC_YEAR = re.compile(r"民國\s*(\d{1,3})(?=年)|(?<!\d)(1\d\d)(?=年度|年\d|/\d{1,2}/\d)")
ENGLISH = re.compile(rf"({DIGITS})(?:[\s-]*({'|'.join(ENGLISH_SCALES)})\b)?", re.IGNORECASE)
NUMERALS = re.compile(r"[零〇一二兩雙三四五六七八九十百千萬億]+")
COUNTED = re.compile(
    r"(?<![\d第之數幾])(?<!\d )([二兩三四五六七八九十百千][二三四五六七八九十百千萬億]{0,15}+)[多餘]?"
    r"(?=年|個|家|名|位|項|大|種|次|天|週|月|人|國|倍|層|步|場|成|座|支|類|方|者)"
)
OF_OTHER_WORDS = (
    "為|立(?![委法場])|長(?![者輩照途])|功(?![能課])|果(?![農園])|員(?![工警額])|效|績|熟|形(?!式)|份"
    "|本(?![地國市縣校土身來府區])|交(?!通)|分(?![店局行校析]|公司)|年(?![輕青長老])|見|癮|群|雙|真"
    "|人(?![口士力類員才次事會都在有的]|表示|認為)|品(?![牌質項])|團(?!體)|軍(?!人)|不[變易]|家立業|[百千萬]"
)
"""What goes on with 成 in a word that is no tenth: 成為, 成立; but 三成立委, 五成年輕人, 六成人口 are."""
TENTHS = re.compile(
    r"(?<![第之數幾十百千萬億週周])(?<!星期)(?<!禮拜)((?<![統唯單合歸劃專逐同其為])一|[二兩三四五六七八九])成"
    r"(?:([一二三四五六七八九半])(?![十百千萬億年個家名位項大種次天週月日人國倍層場座支類方者歲級點分導])"
    rf"|(?![一二兩三四五六七八九十半]|{OF_OTHER_WORDS}))"
)
"""Tenths, but no other word of 成 or of its numeral: 八成, 三成五, 六成學生; not 一成不變, 統一成."""
NUMERAL_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "兩": 2,
    "雙": 2,
    "〇": 0,
}
NUMERAL_UNITS = {"十": 10, "百": 100, "千": 1000}

WORDS = {
    word: value
    for value, words in enumerate(
        (
            *(
                "zero",
                "one first once single",
                "two second twice both",
                "three third",
                "four fourth",
            ),
            *(
                "five fifth",
                "six sixth",
                "seven seventh",
                "eight eighth",
                "nine ninth",
                "ten tenth",
            ),
            *("eleven", "twelve"),
        )
    )
    for word in words.split()
}
COUNTS = {
    word: value
    for value, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        2,
    )
}
TEENS = {
    word: value
    for value, word in enumerate(
        ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], 13
    )
}
DECADES = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
TENS = {**TEENS, **DECADES, "hundred": 100, "thousand": 1000, "dozen": 12}
SMALL = {"one": 1, **COUNTS, **TEENS, **DECADES}
SPELT = {**SMALL, "hundred": 100, **ENGLISH_SCALES}
CLOCK = re.compile(r"(?<![\d.,])(1[0-2]|0?[1-9])\.([0-5]\d)(?=\s?[ap]\.?m\b)", re.IGNORECASE)
"""A time of the day with a point, as English may have it: 7.15 a.m."""
RUN = (
    rf"\b(?:{'|'.join(SMALL)})(?:(?:-|\s+(?:and\s+)?)(?:{'|'.join(SPELT)})){{0,20}}\b"
    rf"(?!-(?:{'|'.join(word for word in WORDS if word not in SMALL)})\b)"
)
"""Words that spell numbers one after another, but no ordinal: twenty-five, two hundred and six."""
PARTS = {"half": (1, 2), "halves": (1, 2), "quarter": (1, 4), "quarters": (1, 4), "doubled": (2,)}
PERCENT = re.compile(
    rf"({DIGITS})\s*(?:%|％|per\s?cent|個?百分點)|百分(?:之)?([零一二兩三四五六七八九十百]+)"
    rf"|([零一二兩三四五六七八九十]{{1,6}}+)個?百分點|({RUN})\s+per\s?cent",
    re.IGNORECASE,
)
"""A percentage, or points of it, in digits, in Chinese (百分之二十, 百分百), in English words."""
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)


def numbers_in_chinese(text: str) -> set[Decimal]:
    """Return the values of what a Chinese text writes in digits, 萬 and 億 multiplied out.

    Years of the Republic of China are those of the common calendar: 民國110年 is 2021.
    """
    text = ROC_YEAR.sub(lambda found: str(int(found[1] or found[2]) + BEFORE_REPUBLIC), text)
    return {
        Decimal(number.replace(",", "")) * SCALES.get(scale, 1)
        for first, second, scale in CHINESE.findall(text)
        for number in (first, second)
        if number
    }


def write_tenths(text: str) -> str:
    """Return a Chinese text with its tenths as percentages: 八成 is 80%, 三成五 is 35%."""
    digits = NUMERAL_DIGITS | {"半": 5}
    return TENTHS.sub(lambda found: f"{digits[found[1]] * 10 + digits.get(found[2], 0)}%", text)


def numerals_in_chinese(text: str) -> set[Decimal]:
    """Return the values of what a Chinese text writes in numerals: 四百萬, 兩百, 十."""
    return {Decimal(read_numeral(found)) for found in NUMERALS.findall(text)}


def counts_in_chinese(text: str) -> set[Decimal]:
    """Return the values of the numerals that count something: 五年, 兩個, 六大."""
    return {Decimal(read_numeral(found)) for found in COUNTED.findall(text)}


def counts_in_english(text: str) -> set[Decimal]:
    """Return the values, from two on, of number words that count something: two, ten million."""
    return {value for value in spelt_in_english(text) if value > 1}


def spelt_in_english(text: str) -> set[Decimal]:
    """Return the values of what an English text spells: twenty-five, two hundred, six million."""
    return {Decimal(value) for run in re.findall(RUN, text.lower()) for value in _read_run(run)}


def _read_run(run: str) -> Iterator[int]:
    """Yield the values of number words; a word that cannot go on with a number begins another."""
    whole = part = 0
    for word in re.findall(r"[a-z]+", run.replace(" and ", " ")):
        value = SPELT[word]
        if value >= SPELT["thousand"]:
            whole, part = whole + (part or 1) * value, 0
        elif value == SPELT["hundred"]:
            part = (part or 1) * value
        elif part % 100 == 0 or (part % 10 == 0 and part % 100 >= 20 and value < 10):
            part += value
        else:
            yield whole + part
            whole, part = 0, value
    yield whole + part


def numbers_in_english(text: str) -> set[Decimal]:
    """Return the values of what an English text writes in digits, millions multiplied out.

    A time of the day is two, the hour and the minutes: 7.15 a.m. as 7:15 a.m.
    """
    return {
        Decimal(number.replace(",", "")) * ENGLISH_SCALES.get(scale.lower(), 1)
        for number, scale in ENGLISH.findall(CLOCK.sub(r"\1:\2", text))
    }


def words_in_english(text: str) -> set[Decimal]:
    """Return the values that an English text may say in words, months among them."""
    words = re.findall(r"[a-z]+", text.lower())
    return spelt_in_english(text) | {Decimal(value) for word in words for value in _read(word)}


def percents_in(text: str) -> list[Decimal]:
    """Return the values of percentages in a text of either language, in its order."""
    return [_read_percent(*found) for found in PERCENT.findall(text)]


def percents_in_digits(text: str) -> list[Decimal]:
    """Return the values of those percentages alone that a text has in digits, in its order."""
    return [_read_percent(*found) for found in PERCENT.findall(text) if found[0]]


def _read_percent(digits: str, numeral: str, points: str, spelt: str) -> Decimal:
    if digits:
        return Decimal(digits.replace(",", ""))
    chinese = numeral or points
    return Decimal(read_numeral(chinese) if chinese else max(spelt_in_english(spelt)))


def _read(word: str) -> Iterator[int]:
    if word in MONTHS:
        yield MONTHS.index(word) + 1
    yield from PARTS.get(word, ())
    for known in (WORDS, TENS):
        if word in known:
            yield known[word]
    if word.endswith("s") and word[:-1] in WORDS:  # two thirds
        yield WORDS[word[:-1]]


def read_numeral(numeral: str) -> int:
    """Return the value of a Chinese numeral; of one that is none, the value of its parts."""
    whole = part = digit = 0
    for char in numeral:
        if char in NUMERAL_DIGITS:
            digit = NUMERAL_DIGITS[char]
        elif char in NUMERAL_UNITS:
            part += (digit or 1) * NUMERAL_UNITS[char]
            digit = 0
        else:
            whole += (part + digit or 1) * SCALES[char]
            part = digit = 0
    return whole + part + digit
