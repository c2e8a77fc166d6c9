"""The kinds of records and of their parts."""

from typing import Literal

RecordKind = Literal["summary", "minutes", "release"]
ItemKind = Literal["talk", "answer", "statement", "narration", "links", "caption", "note"]
