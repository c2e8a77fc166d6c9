"""What a PDF writes as radicals is found, compared and told as the characters that it means."""

from pathlib import Path

from dialogues.checking.advice import note_radicals
from dialogues.checking.translations import check_pair
from dialogues.loading import load_archive
from dialogues.model.glossary import Glossary, Term
from dialogues.model.sources import Source
from dialogues.parsing.folding import fold, list_radicals
from dialogues.schemas.record import PassageEntry

TERM = Term("水資源", ("water resource",))


def test_each_character_keeps_its_place() -> None:
    assert fold("⽔資源⾧⻓⻯１Ａ") == "水資源長長龍1A"
    assert list_radicals("⽔資源⾧⾧１Ａ水") == ["⽔", "⾧"]


def test_a_term_and_its_english_are_compared_in_usual_characters() -> None:
    glossary = Glossary([TERM])

    right = PassageEntry(zh="⽔資源⾄少１２處。", en="Water resources at 12 places at least.")
    wrong = PassageEntry(zh="⽔資源⾄少１２處。", en="Rivers at 13 places at least.")
    assert list(check_pair(right, glossary)) == []
    assert len(list(check_pair(wrong, glossary))) == 3


def test_what_is_read_otherwise_is_noted_at_its_line() -> None:
    source = Source("source.txt", "水資源。\n⽔資源，局⾧。\n", "")

    (note,) = note_radicals(source)
    assert note.line == 2
    assert "⽔ U+2F54 for 水, ⾧ U+2FA7 for 長" in note.message


def test_the_small_project_has_none(small: Path) -> None:
    records = load_archive(small).records.values()

    assert [note for record in records for note in note_radicals(record.source)] == []
