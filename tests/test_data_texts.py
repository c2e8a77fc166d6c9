"""The whole text of a language in one file: every passage once, under who says it, doubts and notes with it."""

from collections.abc import Mapping

import pytest

from dialogues.model.archive import Archive

Data = Mapping[str, str | bytes]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_passage_stands_once_on_a_line_of_its_own(
    data: Data, archive: Archive, language: str
) -> None:
    lines = str(data[f"data/city-dialogues.{language}.txt"]).splitlines()
    found = [line for line in lines if line.startswith("[")]
    passages = [passage for _, passage in archive.passages]

    assert [line[1 : line.index("]")] for line in found] == [passage.id for passage in passages]
    for line, passage in zip(found, passages, strict=True):
        assert line.endswith(passage.in_language(language))


def test_what_is_noted_doubted_or_corrected_is_said_with_the_words(
    data: Data, archive: Archive
) -> None:
    text = str(data["data/city-dialogues.zh.txt"])
    passages = [passage for _, passage in archive.passages]
    noted = [passage.note.zh for passage in passages if passage.note]
    corrected = [made.was for passage in passages for made in passage.corrections]

    assert noted
    assert [note for note in noted if f"：{note}" not in text] == []
    assert corrected
    assert [was for was in corrected if f"原文作「{was}」" not in text] == []
    assert text.count("（發言者存疑）") > 1
