"""Find where a release reports somebody's words, and whose they are."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dialogues.finding.characters import HAN
from dialogues.parsing.names import CHINESE
from dialogues.parsing.offices import OFFICE, STOPS, UPPER

SAYS = (
    "表示|指出|強調|說明|認為|提到|補充|呼籲|回應|分享|宣讀|答覆|答復|(?:開幕|閉幕|開場)?致[詞辭]|介紹|期盼|期許|期待|盼望?|感謝"
    "|坦言|透露|希望|期望|笑說|承諾|預告|建議|重申|宣布|宣佈|提出|提醒|報告|形容|直言|總結|主張|談到|暢談|闡述|說(?![服法])"
)
LEAD = "而|其中|此外|另外|另|最後|隨後|接著|同時|會中|會後|並?由"
"""What may stand before the name of who speaks."""
PRESENT = "(?:(?:參與|與會|出席|受邀|在場)的)?"
"""What may say that who speaks was there, which is no part of who that is."""
LATIN_WORD = rf"[{UPPER}][A-Za-zÀ-ɏ.'’-]*"
PARTICLES = "(?:(?:de|da|del|der|di|dos|du|la|le|van|von|ten|ter|bin|al) )*"
LATIN_WORDS = rf"{LATIN_WORD}(?:,? {PARTICLES}{LATIN_WORD})*"
TRADE = "(?:[師家員人者生工手]|主管|總裁)"
"""What ends a trade, or an office that not every label with it names."""
NAMED = rf"\s?{LATIN_WORDS}"
"""A Latin name behind an office."""
NAMED_LAST = re.compile(rf"(?:{OFFICE}|{TRADE})\s?({PARTICLES}{LATIN_WORDS})$")
CHINESE_LAST = re.compile(rf"{OFFICE}([{HAN}]{{3,4}})$")
UNTITLED = rf"[^{STOPS}「」]{{0,12}}?(?:{CHINESE})(?<![者們方會等人府局處部市縣團界區鄉鎮院校])"
"""Somebody with a name and no office: 葉文彬, 交通專家葉文彬."""
TRADED = rf"[^{STOPS}「」]{{0,24}}?{TRADE}\s?{LATIN_WORD}(?: {PARTICLES}{LATIN_WORD})+"
"""Somebody with a Latin name behind a trade: 照明設計師 Åsa Nyström."""
ADVERBS = "(?:則|也|並|就|更|亦|還|再|又|首先|最後|隨後|接著|同時|當場|會後|日前|昨日|今日|進一步|特別|笑著|這樣){0,2}"
REPORT = re.compile(
    rf"(?:^|(?<=[。！？；]))\s*(?:[^。！？；：「」\n]{{0,80}}?[，,]\s*)??(?:(?:{LEAD})，?)?"
    rf"(?:[^{STOPS}]{{0,12}}?姊妹市的?)?{PRESENT}"
    rf"(?P<label>[^{STOPS}「」]{{0,30}}?{OFFICE}(?:{NAMED}|[{HAN}]{{2,6}}?)??|{UNTITLED}|{TRADED})"
    rf"\s?{ADVERBS}(?:(?:以|就|針對|對|向|在)[^{STOPS}]{{1,30}}?)??(?:{SAYS})"
)
"""A sentence of a release that reports what somebody said."""
SAID_FIRST = re.compile(
    rf"(?:^|(?<=[。！？；]))\s*(?P<words>「[^「」]{{4,}}」)[，,]?\s*{PRESENT}"
    rf"(?P<label>[^{STOPS}「」]{{0,30}}?{OFFICE}(?:{NAMED}|[{HAN}]{{2,6}}?)??|{UNTITLED}|{PARTICLES}{LATIN_WORDS})"
    rf"\s?{ADVERBS}(?:{SAYS})[^{STOPS}「」]{{0,4}}(?=[。！？；，]|$)"
)
"""A sentence that has what somebody said before who did, who may be a surname alone: 「…」De Backer 說。"""
BY_SURNAME = (
    rf"(?:^|(?<=[。！？；]))\s*(?:(?:{LEAD})，?\s?)?(?P<label>(?:%s))"
    rf"\s?{ADVERBS}(?:(?:以|就|針對|對|向|在)[^{STOPS}]{{1,30}}?)??(?:{SAYS})"
)
"""The same of somebody whose Latin name was met before: De Backer 表示."""


def find_statements(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return where a release begins to report somebody's words: what stands there once, and who."""
    whole = "\n".join(texts)
    forms = [REPORT, SAID_FIRST]
    labels = [found["label"] for line in texts for found in REPORT.finditer(line)]
    if surnames := sorted({*_list_surnames(labels)}, key=len, reverse=True):
        forms.append(re.compile(BY_SURNAME % "|".join(map(re.escape, surnames))))
    found = []
    for line in texts:
        reports = {report.end(): report for form in forms for report in form.finditer(line)}
        for report in sorted(reports.values(), key=re.Match.start):
            start = report.end() - len(report[0].lstrip())
            least = start + 6 if report.re is SAID_FIRST else report.end()
            begins = (
                line[start:end] for end in range(least, min(len(line), report.end() + 30) + 1)
            )
            if own := next((words for words in begins if whole.count(words) == 1), ""):
                found.append((own.rstrip(), report["label"].strip()))
    return found


def _list_surnames(labels: Iterable[str]) -> Iterator[str]:
    """Yield names behind an office, of Latin ones the last words, by which they may be named again."""
    for label in labels:
        if chinese := CHINESE_LAST.search(label.strip()):
            yield chinese[1]
        elif named := NAMED_LAST.search(label.strip()):
            words = named[1].split(" ")
            yield from (" ".join(words[start:]) for start in range(len(words)))
