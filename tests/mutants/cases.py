"""The records that are damaged: the real ones, and small ones of other layouts."""

from collections.abc import Iterator

from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.layout import Layout, SessionLayout, StatementLayout
from dialogues.reading.records import find_records, layout_of, read_folder
from mutants.judging import Case, is_refused
from mutants.truth import find_turns
from projects import FROZEN

ONE = (SessionLayout("one", None),)

PANEL = """\
提問\t回答
<p>一、如何減碳？</p>\t<p>李局長：</p><p>本局已完成盤點。</p><p>王主任：</p><p>本處贊成，並提出三點。</p>\
<ol> 1.改用岸電。 2.更新車隊。 3.公開資料。</ol><p>陳委員：</p><p>請說明經費。</p>
<p>二、何時完成？</p>\t<p>王主任：</p><p>預計明年底。</p><p>李局長：</p><p>將逐季報告。</p>

陳委員：

1. 希望提前。
2. 並公布進度。
"""
MINUTES = """\
智慧城市委員會會議紀錄

一、公車電動化案

主席：請交通局說明。

李局長：
本局已採購一百輛電動公車。
明年再增五十輛。

王主任：充電樁的位置還在協調。

決議：通過。

二、路燈更新案

王主任：路燈已更新八成。

主席：請於年底前完成。

散會。
"""
ROUNDS = """\
座談會

Q1：如何推動？

Mayor Smith: We started with the harbour. Then came the streets.

李局長：本局負責協調。
也負責資料。

Q2：有何困難？

李局長：經費不足。

Mayor Smith: People asked for more time.
"""
RELEASE = """\
智慧城市論壇落幕

論壇於24日落幕，共有三十個城市參加。

市長王大同表示，歡迎各國城市來訪；副市長李小美指出，路燈已更新。兩天共有五百人報名。

環保局長陳青山強調，空氣品質已改善。

下屆論壇將於明年舉行。
"""


def _layout(
    labels: str,
    headings: str = "",
    unspoken: str = "",
    statements: tuple[StatementLayout, ...] = (),
) -> Layout:
    return Layout(
        sessions=ONE,
        columns={"提問": "question", "回答": "answers"},
        headings=frozenset(headings.split()),
        facts={},
        labels=frozenset(labels.split("/")),
        lead_ins=frozenset(),
        statements=statements,
        left_out=frozenset(),
        unspoken=tuple(unspoken.split()),
    )


STATEMENTS = (
    StatementLayout("市長王大同表示", "市長王大同"),
    StatementLayout("副市長李小美指出", "副市長李小美"),
    StatementLayout("兩天共有", None),
    StatementLayout("環保局長陳青山強調", "環保局長陳青山"),
)
SMALL: list[tuple[str, str, RecordKind, Layout]] = [
    ("panel", PANEL, "minutes", _layout("李局長/王主任/陳委員")),
    (
        "minutes",
        MINUTES,
        "minutes",
        _layout(
            "主席/李局長/王主任",
            "智慧城市委員會會議紀錄 一、公車電動化案 二、路燈更新案",
            "決議 散會",
        ),
    ),
    ("rounds", ROUNDS, "minutes", _layout("Mayor Smith/李局長", "座談會")),
    (
        "release",
        RELEASE,
        "release",
        _layout(
            "市長王大同/副市長李小美/環保局長陳青山", "智慧城市論壇落幕", statements=STATEMENTS
        ),
    ),
]


def read_cases() -> Iterator[Case]:
    """Yield the records; each must be right before it is damaged."""
    for name, text, kind, layout in [*_read_real(), *SMALL]:
        parsed = parse(Source("source.txt", text, ""), kind, layout)
        assert not is_refused(parsed, layout), (name, parsed.problems)
        yield Case(name, text, kind, layout, tuple(find_turns(parsed, layout, text)))


def _read_real() -> Iterator[tuple[str, str, RecordKind, Layout]]:
    for key in find_records(FROZEN):
        folder, _ = read_folder(FROZEN, key)
        assert folder is not None
        yield key, folder.source.text, folder.entry.kind, layout_of(folder.entry)
