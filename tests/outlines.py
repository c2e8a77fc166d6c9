"""A layout with a bit of everything, and what is read of a text by it."""

from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.layout import Layout, SessionLayout, StatementLayout
from dialogues.parsing.structure import Item, Parsed

COLUMNS = {
    "提問": "question",
    "回應": "answers",
    "編號": "number",
    "代表": "label",
    "摘要": "content",
    "決議": "unspoken",
}


LAYOUT = Layout(
    sessions=(SessionLayout("one", None),),
    columns=COLUMNS,  # type: ignore[arg-type]
    headings=frozenset({"一、路燈案", "二、公車案", "新聞稿"}),
    facts={"日期": "5月3日", "開會": "甲、乙、丙"},
    labels=frozenset({"甲市市長", "乙市市長", "主席", "Mayor Smith"}),
    lead_ins=frozenset(),
    statements=(StatementLayout("甲市市長表示", "甲市市長"),),
    left_out=frozenset({"公報"}),
    quoted=("主席上次裁示",),
    spoken=("乙市市長謝謝",),
    unspoken=("決議", "散會", "（掌聲）"),
    characters={"\ue320": "痾", "\ufeff": ""},
)


ASKED = "提問\t回應\n何如？\t<p>甲市市長：</p><p>好。</p>"


def read(text: str, kind: RecordKind = "minutes") -> Parsed:
    return parse(Source("source.txt", text, ""), kind, LAYOUT)


def outline(parsed: Parsed) -> list[tuple[str, str, list[str]]]:
    assert parsed.problems == ()
    return [
        (e.id, e.label.text, [block.body.text for block in e.blocks])
        for section in parsed.sections
        for e in section.elements
        if isinstance(e, Item)
    ]
