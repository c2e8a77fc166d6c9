"""Check that no value is still that of an example in the instructions."""

from collections.abc import Iterator

from dialogues.problems import Problem
from dialogues.reading.documents import YamlFile, list_texts, name_place

EXAMPLES = frozenset(
    {
        "原文作 what the source has",
        "應作 what should be read",
        "理由",
        "reason",
        "依據，可省略 evidence, optional",
        "您的名字，公開 your name, public",
        "您的名字",
        "your name",
        "疑義",
        "what is doubtful",
        "The English, on one line.",
        "數字為何不同 why the numbers differ",
        "為何另譯 why it is put otherwise",
        "為何不稱其名 why it is called otherwise",
        "編註為何不引這一段的字 why a note quotes no words of the passage",
        "為何有中文字 why Chinese characters stand there",
        "為何尚無英文 why there is no English yet",
    }
)
"""What stands in examples of CONTRIBUTING.md and of the page “How to correct” for words of one's own."""


def find_examples(document: YamlFile) -> Iterator[Problem]:
    """Yield a problem for each value that is."""
    for location, text in list_texts(document.content):
        if text.strip() in EXAMPLES:
            rule = f"{name_place(location)} must be your own words, and is that of the example"
            yield document.problem(f"{rule}: {text.strip()!r}", *location)
