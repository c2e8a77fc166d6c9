"""Read an office and a name in a label, and cut off what somebody does there."""

import re

from dialogues.drafting.phrases import UNKNOWN, Phrases
from dialogues.finding.characters import HAN
from dialogues.parsing.names import CHINESE, LATIN
from dialogues.parsing.offices import OFFICE

RARE = "曲芮滕瞿尚郎荊康池紀連章歐包甘左古丘祝岳花殷伍戚焦隋車盛龐佟谷冼覃辜宗柏"
"""Surnames that are words as well: one only beside an office, where nothing but a name stands."""
CHINESE_NAME = rf"(?:{CHINESE}|[{RARE}][{HAN}]{{2}})"
DOING = re.compile(
    r"(?<=\S)\s*(?:致詞|致辭|發言|報告|說明|回應|答覆|答復|補充|總結|結語|裁示|表示|指出|提問|書面意見)[時中後]?$"
)
ENDS = "[局處署部院會府司團隊科室]"
"""What ends the name of a body ends none of a person: 金管會."""
BEHIND = re.compile(rf"(.*[{HAN}]) ?({LATIN})")
BEHIND_BODY = re.compile(rf".*(?:[組系所]|{ENDS}|中心) ?({LATIN})")
NO_NAME = re.compile(r"\b(?:City|Data|Digital|Smart|Team|Lab|Center|Centre|Office)\b")
BEHIND_OFFICE = re.compile(rf"(.*{OFFICE})({CHINESE_NAME})(?<!{ENDS})")
BEHIND_TRADE = re.compile(rf"(.*(?:[專作]家|[人員師生工手]))({CHINESE_NAME})(?<!{ENDS})")
BEHIND_UNIT = re.compile(rf"(.*{ENDS}) ({CHINESE_NAME})(?<!{ENDS})")
ALONE = re.compile(rf"()({CHINESE_NAME})(?<!{ENDS})")
LAST = re.compile(rf"(?:(?<={ENDS})|(?<=[學系所]))({CHINESE_NAME})$")

JAPANESE = (
    "佐藤|鈴木|高橋|田中|伊藤|渡[邊邉辺]|山本|中村|小林|加藤|吉田|山田|佐[佐々]木|山口|松本|井上|木村|清水|山崎|池田"
    "|橋本|阿部|石川|前田|藤田|後藤|岡田|長谷川|村上|近藤|石井|[坂阪]本|遠藤|青木|藤井|西村|福田|太田|三浦|岡本|松田"
    "|中島|中野|原田|小野|竹[內内]|田村|金子|和田|中山|石田|上田|森田|柴田|酒井|工藤|[齋斎齊]藤|廣瀨|広瀬|宮崎|宮本|內田"
    "|高木|安藤|大野|小島|谷口|今井|丸山|藤原|河野|菊池|上野|松井|木下|野口|千葉|市川|平野|岩崎|久保|服部|樋口|川口"
)
"""The surnames of two characters or more that are most frequent in Japan."""
JAPANESE_NAME = re.compile(rf"(?:^|(?<={ENDS})|(?<=課))(?:{JAPANESE})[{HAN}ぁ-んァ-ヴ々]{{1,3}}$")

IN_CITY = {"部長": "Director", "次長": "Deputy Director"}


def cut_doing(text: str) -> str:
    """Return a label without what somebody does, which is no part of a name: 主席致詞, 甲乙丙致詞時."""
    return DOING.sub("", text)


def split_name(text: str) -> tuple[str, str]:
    """Return what stands before a name in a label of no known office, and the name.

    A label all in Latin letters is as likely an office, and has none.
    """
    found = BEHIND.fullmatch(text) or BEHIND_OFFICE.fullmatch(text)
    found = found or BEHIND_UNIT.fullmatch(text) or BEHIND_TRADE.fullmatch(text)
    found = found or ALONE.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def find_last_name(text: str) -> str:
    """Return the name at the end of a text, behind that of a body: 工務局王小明; empty where none is."""
    found = LAST.search(text)
    return found[1] if found else ""


def find_latin_name(text: str) -> str:
    """Return the Latin name behind that of a body: 氣候組 Mette Sørensen; empty where none is."""
    found = BEHIND_BODY.fullmatch(text)
    return found[1] if found and not NO_NAME.search(found[1]) else ""


def find_name_behind_body(text: str) -> str:
    """Return three characters behind a body and a space, which before an office are a name."""
    found = re.search(rf"{ENDS} ([{HAN}]{{2}}(?![組課股系所隊])[{HAN}])$", text)
    return found[1] if found else ""


def find_name_abroad(text: str) -> str:
    """Return the last word of a text, or the Japanese name at its end; empty where neither is there."""
    if " " in text:
        return text.rpartition(" ")[2]
    found = JAPANESE_NAME.search(text)
    return found[0] if found else ""


def find_role(text: str, phrases: Phrases, *, of_city: bool = False) -> tuple[int, int, str] | None:
    """Return where the last office of a label stands, the longest there, and its English.

    An office `of_city` is none of a state: 部長 is a minister, and in Japan the head of a city's 部.
    """
    places = [
        (text.rfind(role), len(role), IN_CITY.get(role, english) if of_city else english)
        for role, english in phrases.roles.items()
        if role in text and role
    ]
    if not places:
        return None
    start, length, english = max(places, key=lambda p: (p[0] + p[1], p[1]))
    return start, start + length, english


def reverse_role(english: str, phrases: Phrases) -> str:
    """Return the Chinese of a role that is printed in English."""
    found = [zh for zh, en in phrases.roles.items() if en == english]
    return min(found, key=len, default=UNKNOWN)
