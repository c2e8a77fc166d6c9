"""What a speaker's name looks like where nobody has declared it: words that end in an office.

White space is taken once (`*+`): who pads a name with it makes no expression try each of its parts.

These expressions find too much rather than too little. What they find is asked for, never guessed:
it is declared as a label, or as words that name a speaker and are not theirs (`quoted`).
"""

import re

UPPER = "A-Z" + "".join(char for char in map(chr, range(0xC0, 0x250)) if char.isupper())
"""Capital letters, accented ones too, as a part of a class of an expression: Élise, Łukasz."""
COLONS = "：:︰∶﹕꞉︓˸"
"""Colons, and the signs that files of offices have in their place."""
OFFICE = (
    "(?:市長|局長|處長|主任|議員|委員|院長|主席|代表|教授|博士|會長|縣長|州長|部長|校長|秘書長|祕書長"
    "|總監|經理|董事長|理事長|執行長|資訊長|司長|科長|組長|區長|里長|鄉長|鎮長|次長|署長|廳長|館長"
    "|團長|隊長|協理|課長|股長|總統|總理|大使|議長|所長|園長|廠長|站長|船長|社長|台長|臺長|主委"
    "|召集人|主持人|與談人|發言人|引言人|記者|先生|女士|小姐|專員|專門委員|顧問|學者|老師|律師|醫師"
    "|建築師|技師|工程師|研究員|院士|參事|技正|幹事|總幹事|拿督|同學|民眾"
    "|秘書|領事|理事|監事|特使|首相|大臣|司儀|講者|講師|來賓|貴賓|聽眾|觀眾|提問者)"
)
VERB = (
    "(?:書面意見|裁示|指示|提問|質詢|詢問|發言|報告|補充說明|補充|說明|回應|答覆|答復|回答|致詞|開場|總結"
    "|結論|建議|意見|表示|指出|強調|說|問|答)?"
)
STOPS = "，。！？；、,;!?\n" + COLONS
NAME = rf"(?:\s*+(?:[A-Za-zÀ-ɏ.'-][A-Za-zÀ-ɏ.' -]{{0,39}})?|[^{STOPS}()（）]{{0,6}}?)"
HEAD = rf"[^{STOPS}()（）]{{0,24}}?{OFFICE}{NAME}{VERB}"
ASIDE = r"(?:\s*+[(（][^()（）]{0,30}[)）])?"
AT_START = re.compile(rf"{HEAD}{ASIDE}[\s*】\])）」』]*+(?:[{COLONS}]|$)")
"""A paragraph that names a speaker: an office, then a colon, or nothing more."""
WITHIN = re.compile(rf"(?<=[。！？!?…」』）)】>])\s*[*【\[]*{HEAD}{ASIDE}[\s*】\]]*+[{COLONS}]")
"""The same behind the end of a sentence, where line ends were lost."""
ENGLISH = re.compile(
    r"(?:Deputy |Vice[- ])?(?:Mayor|Director|Councill?or|Commissioner|Governor|Chair(?:man|woman"
    r"|person)?|President|Minister|Dr|Mr|Mrs|Ms|Prof(?:essor)?|Secretary|Moderator)\b[^:.。，,]{0,60}"
    rf"[{COLONS}]"
)
"""The same in English: a title before a colon."""
LATIN_NAME = (
    rf"(?:[a-z]{{2,3}} ){{0,2}}[{UPPER}][A-Za-zÀ-ɏ0-9.'’-]{{0,30}}"
    r"(?: [A-Za-zÀ-ɏ0-9.'’-]{1,30}){0,7}"
)
"""A Latin name in a Chinese sentence, or a surname alone: De Backer, van Dam."""
REPORTED = re.compile(
    rf"(?<=[。！？；!?;])\s*[^{STOPS}]{{0,24}}?{OFFICE}[^{STOPS}]{{0,40}}?"
    r"(?:表示|指出|強調|說明|認為|回應|提到|補充|呼籲|說)(?=[，,：:「])"
    r"|(?<=[。！？；!?;])\s*(?![他她其並也亦另同此對最接不因未這本該而更還為但若如])"
    rf"(?:[^{STOPS}\s]{{2,12}}?|{LATIN_NAME}\s(?:[則也]\s?)?)(?:表示|指出|強調|認為|回應|提到|說)(?=[，,：:「])"
    r"|(?<=[a-zà-ɏ)\d][.!?])\s+(?!(?:He|She|They|It|We|I|This|That|The [a-z]+)\b)"
    r"(?:The )?[A-Z][A-Za-zÀ-ɏ.'’-]{0,30}(?: [A-Za-zÀ-ɏ.'’-]{1,30}){0,7},? "
    r"(?:said|says|noted|added|stressed|explained|told|argued|replied|stated|pointed out|announced)\b"
)
"""A sentence that reports what somebody said, behind another sentence."""
PROCEEDINGS = re.compile(
    r"(?:主席)?(?:臨時動議|散會|會議結束|結束時間|綜合討論|討論事項|報告事項|結論|決議|裁示|決定|附帶決議"
    r"|主席致詞|主席結論|會議結論|休息|以下空白|附件|附錄|記錄|紀錄|出席|列席|請假|附註|備註|下次會議)"
    rf"(?:人員|單位|事項|時間)?(?:[一二三四五六七八九十\d]{{0,2}})\s*(?:$|[。{COLONS}(（【])"
)
"""What minutes print between turns, which nobody says: it belongs to no speaker before it."""
