"""What a speaker's name looks like where no office follows it: words before a colon.

As in `offices`, too much is found rather than too little, and asked for: labels, or `quoted`.
"""

import re

from dialogues.parsing.offices import ASIDE, COLONS, HEAD, LATIN_NAME, OFFICE, STOPS, UPPER

COLON = rf"{ASIDE}\s*+[{COLONS}](?!//)"
SURNAMES = (
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董潘袁蔡蔣余于杜葉程魏蘇呂丁任盧姚沈鍾姜崔譚陸范汪廖"
    "石金韋賈夏傅方鄒熊白孟秦邱侯江尹薛閻段雷龍黎史陶賀顧毛郝龔邵萬覃武錢戴嚴莫孔向常湯柯游賴詹簡施翁温溫饒洪莊顏卓阮藍尤巫鐘"
    "涂童柳凌倪駱辜闕麥俞葛鮑"
)
COMPOUND = "范姜|歐陽|司馬|司徒|諸葛|上官|皇甫|夏侯|張簡|張廖"
"""Surnames of two characters."""
CHINESE = rf"(?:(?:{COMPOUND})[\u3400-\u9fff]{{2}}|[{SURNAMES}][\u3400-\u9fff]{{2}})"
FOREIGN = r"[\u3400-\u9fff]{1,12}[·‧・•][\u3400-\u9fff·‧・•]{1,20}"
WORD = rf"[{UPPER}][A-Za-zÀ-ɏ0-9.'’-]{{0,30}}"
LINK = r"(?:and|of|the|for|&|de|da|del|der|den|di|dos|du|ten|ter|von|van|bin|al)"
LATIN = rf"{WORD}(?: (?:{WORD}|{LINK})){{1,8}}"
BODY = (
    rf"[^{STOPS}()（）]{{1,24}}?"
    r"(?:局|處|署|部|院|會|府|司|公司|中心|大學|公所|隊|團|社|法人|委員會|事務所|協會|聯盟)"
)

FULL_NAME = re.compile(
    "|".join(rf"{name}(?:{COLON}|{ASIDE}\s*$)" for name in (CHINESE, FOREIGN, LATIN))
)
"""A name at the start of a paragraph, or all of it: 林小明：, 賈斯汀·杜魯多：, Alice Brown:."""
SHORT_HEAD = re.compile(
    rf"[^{STOPS}()（）]{{1,6}}{ASIDE}\s*+[{COLONS}](?!//|\d)|(?:{BODY}|{WORD}){COLON}"
)
"""A few characters, one Latin word or the name of a body there: 阿部守一：, Kim:, 某某股份有限公司：."""
SPACED = re.compile(
    rf"(?:[^{STOPS}()（）\s]{{1,12}}?{OFFICE}|{CHINESE}|{FOREIGN}){ASIDE}"
    r"(?:\s+(?=[\u3400-\u9fff])|\s*[—─＞>｜|；;»])"
)
"""A name that a space or a stroke sets apart from the words: 王主任 本處贊成。"""
BRACKETED = re.compile(
    rf"[\s*_#-]*+(?:[【\[〔]\s*+(?:{HEAD}|{CHINESE}|{FOREIGN}|{LATIN}){ASIDE}\s*+[】\]〕]"
    rf"|[(（]\s*+(?!簡報)(?:{HEAD}|{CHINESE}|{FOREIGN})\s*+[)）])"
)
"""A name in brackets: 【王主任】本處贊成。 （簡報略） is none."""
NAME_WITHIN = re.compile(
    rf"(?<=[。！？!?…」』）)】>])\s*(?:{CHINESE}|{FOREIGN}|{LATIN}){COLON}"
    rf"|(?<=[a-zà-ɏ)][.!?])\s+{LATIN}{COLON}"
)
"""A name behind the end of a sentence, where line ends were lost."""
SAID_AFTER = re.compile(
    rf"(?<=[」』])[，,]?\s*(?P<who>{CHINESE}|{LATIN_NAME})\s?[則也]?"
    r"(?:表示|指出|強調|說明|認為|回應|提到|補充|呼籲|說)道?(?=[。！？；，,]|$)"
)
"""Whose words stand before a name without an office: 「…」De Backer 說。"""
