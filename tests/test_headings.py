"""What stands above a part of a session: its own heading, that of a section, or what nobody says."""

from dialogues.finding.crosslinks import find_resumed
from dialogues.model.entities import Bilingual
from dialogues.model.kinds import ItemKind
from dialogues.model.sessions import Contribution, Fact, Heading, Part, Speaker
from dialogues.rendering.events import find_head

TEXT = Bilingual("甲", "A")
TITLE, SECTION = Heading(TEXT, (1,)), Heading(TEXT, (3,))
FACT = Fact(TEXT, TEXT)
CHAIR = Speaker("主席", None, None, None, (), None, doubtful=False, note=None)


def turn(id_: str, kind: ItemKind, speaker: Speaker | None = None) -> Contribution:
    return Contribution(id_, kind, "", speaker, (), (), None)


def test_what_nobody_says_has_one_heading_however_long_it_is() -> None:
    note, more, other = (turn(name, "note") for name in ("note", "more", "other"))
    said = turn("said", "talk", CHAIR)

    assert find_resumed([note, more, said, other]) == {"note", "other"}
    assert find_resumed([note, SECTION, more]) == {"note", "more"}
    assert find_resumed([said, turn("on", "narration")]) == {"on"}
    assert find_resumed([turn("first", "narration")]) == set()


def test_the_first_heading_behind_the_facts_of_minutes_is_that_of_a_section() -> None:
    said = turn("said", "talk", CHAIR)
    parts: list[Part] = [TITLE, FACT, SECTION, said]

    assert find_head(parts, minutes=True) == ([TITLE, FACT], [SECTION, said])
    assert find_head(parts, minutes=False) == ([TITLE, FACT, SECTION], [said])
    assert find_head([TITLE, said], minutes=True) == ([TITLE], [said])
