"""Find the slip of the pen at which a file stopped being YAML; the library names what came of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dialogues.problems import shorten
from dialogues.schemas import list_fields

Slip = tuple[int, str]
"""A line, from 1, and what must hold there."""
FIELD = re.compile(
    r"(?P<name>[^\s\"'{}\[\]|>&*!%@`#-][^:]*?|\"[^\"]*\"|-\S[^:]*?):(?: +(?P<value>\S(?:.*\S)?))? *$"
)
NAMES = re.compile(r"^ *(?:- +)*([a-z_]+):(?= |$)", re.MULTILINE)
BLOCK = re.compile(r"[|>][-+]?(?: +#.*)?$")
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
SPACES = re.compile(r"^ *([^\S \t\r\n])[^\S\r\n]*(?=(?:- )?\w+[:：])", re.MULTILINE)
MARK = re.compile(r"^\s*(?:<{7}|={7}|>{7})(?:\s.*)?$")
"""A line that git leaves where two changes meet."""
BELOW = "a line must begin below the one that it goes with, and has"
TEXT = "a text must be indented beneath its field"
ENDS = re.compile(r"^(?:<{7}|>{7})(?:\s.*)?$", re.MULTILINE)
"""Those of them that no official text has as a line of strokes."""


def find_marks(text: str, *, strokes: bool = True) -> Slip | None:
    """Return where two changes were put together without a choice, or None.

    Without `strokes` a line of `=======` alone is none: a text may have drawn it.
    """
    if not (ENDS.search(text) or (strokes and "=======" in text)):
        return None
    found = [n for n, line in enumerate(text.split("\n"), 1) if MARK.match(line)]
    if not found:
        return None
    lines = ", ".join(map(str, found))
    rule = "a conflict must be settled (keep one of the two versions, and no line of marks)"
    return found[0], f"{rule}, and marks are on lines {lines}"


def find_spaces(text: str) -> Slip | None:
    """Return where a field stands behind spaces of full width, or others that YAML takes for words."""
    found = SPACES.search(text)
    if found is None:
        return None
    rule = "the spaces at the beginning of a line must be plain ones, and here is"
    return text.count("\n", 0, found.start()) + 1, f"{rule} U+{ord(found[1]):04X}"


def find_slip(text: str, line: int) -> Slip | None:
    """Return the last slip that stands at a line or before it, or None."""
    found = [slip for slip in Walk(text).list_slips() if slip[0] <= line]
    while found[1:] and found[-1][1].startswith(BELOW) and found[-2][0] >= found[-1][0] - 2:
        found.pop()  # a line stands wrong after one that could not be read
    return found[-1] if found else None


@dataclass
class Walk:
    """A walk through the lines of a file, with what is open at each."""

    file: str
    columns: list[int] = field(default_factory=lambda: [0])
    """Where the lines begin that something stands beneath, from the outermost."""
    opened: bool = False
    """Whether the line before has a name or a dash alone, so that this one may stand deeper."""
    block: int | None = None
    """The column of the field whose text stands on the lines beneath it."""
    column: int = 0
    """Where the words of the line before begin, behind its dash."""
    text: int = 0
    """Where that text begins; 0 where none of it has come yet."""
    depth: int = 0
    """How many brackets are open."""

    def list_slips(self) -> Iterator[Slip]:
        """Yield each slip with its line."""
        names = list_fields() | {*NAMES.findall(self.file)}
        lines = self.file.split("\n")
        for number, line in enumerate(lines, 1):
            words = line.strip()
            column = len(line) - len(line.lstrip(" "))
            if not words or words.startswith("#"):
                continue
            if self._is_text(column, words):
                continue
            message = self._check_line(column, words, names, lines[number:])
            if message:
                yield number + message.startswith(TEXT), message

    def _is_text(self, column: int, words: str) -> bool:
        """Return whether a line goes on with a text or a bracket that an earlier one began."""
        if self.block is not None:
            self.text = self.text or column  # the first line of a text says where all begin
            if column >= max(self.text, self.block + 1):
                return True
            self.block = None
        if self.depth > 0 and not FIELD.match(words):
            self.depth += _depth_of(words)
            return True
        self.depth = 0
        plain = not (FIELD.match(words) or words.startswith("- "))
        return plain and column > self.column and not self.opened

    def _check_line(
        self, column: int, words: str, names: frozenset[str], following: list[str]
    ) -> str | None:
        indented = self._check_column(column, words)
        while words.startswith("- "):
            words, column = words[2:].lstrip(), column + 2
            self.columns.append(column)
        found = FIELD.match(words)
        self.opened, self.column = words.endswith((":", "：")), column
        if found is None:
            return _check_name(words, names) or (None if words[:1] in "-\"'{[" else indented)
        value = found["value"] or ""
        if BLOCK.match(value):
            self.block, self.text = column, 0
            return indented or _check_block(column, following)
        if value[:1] in ("{", "["):
            self.depth = _depth_of(value)
            following_field = next((x for x in following if x.strip()), "")
            is_open = self.depth > 0 and (
                FIELD.match(following_field.strip()) or not following_field
            )
            return indented or _check_brackets(value, names, is_open=bool(is_open))
        return indented or _check_value(value)

    def _check_column(self, column: int, words: str) -> str | None:
        if self.opened and words.startswith("- ") and column < self.column:
            return f"{BELOW} {column} spaces, not {self.column + 2}"
        while len(self.columns) > 1 and self.columns[-1] > column:
            self.columns.pop()
        beside = self.columns[-1]
        if column <= beside:
            return None
        self.columns.append(column)
        if self.opened:
            return None
        return f"{BELOW} {column} spaces, not {beside}"


def _depth_of(words: str) -> int:
    plain = QUOTED.sub("", words)
    return sum(map(plain.count, "{[")) - sum(map(plain.count, "}]"))


def _check_name(words: str, names: frozenset[str]) -> str | None:
    """Return what is wrong with a line that has no field, where one seems to be meant."""
    name = re.match(r"\w+", words)
    if "：" in words and (words.endswith("：") or words.partition("：")[0].strip() in names):
        return f"a colon behind a name must be of half width, with a space, and this is not: {shorten(words, 24)}"
    if name and name[0] in names:
        if words[name.end() :].startswith(":"):
            return f"a colon must have a space behind it, and this has none: {shorten(words, 24)}"
        return f"a name must have a colon behind it, and this has none: {shorten(words, 24)}"
    return None


def _check_block(column: int, following: list[str]) -> str | None:
    text = next((line for line in following if line.strip()), "")
    if len(text) - len(text.lstrip(" ")) > column or NAMES.match(text):
        return None
    return f"{TEXT}, and this is not: {shorten(text.strip(), 24)}"


def _check_value(value: str) -> str | None:
    """Return what is wrong with a text behind a colon."""
    if value[:1] in ("'", '"'):
        return _check_quoted(value)
    faults = {
        "signs between brackets must be of half width, and here is one that is not": value[:1]
        in ("｛", "［"),
        "a text that begins with a sign must stand between quotation marks": value.startswith(
            (*"*&!%@`", "- ")
        ),
        "fields behind a field must stand between { and }, and here is": re.match(
            r"[a-z][a-z_-]*: ", value
        ),
        "a text with a colon must stand between quotation marks": re.search(
            r":(?: |$)", value.partition(" #")[0]
        ),
    }
    return next((f"{rule}: {shorten(value, 24)}" for rule, is_so in faults.items() if is_so), None)


def _check_quoted(value: str) -> str | None:
    rest = QUOTED.sub("", value, count=1).strip()
    if rest == value.strip():
        rule = "a quotation mark must be closed on its line, and this is not"
        return f"{rule}: {shorten(value, 24)}"
    if rest and not rest.startswith("#"):
        rule = "nothing must stand behind a text between quotation marks, and here is"
        return f"{rule} {shorten(rest, 24)}"
    return None


def _check_brackets(value: str, names: frozenset[str], *, is_open: bool) -> str | None:
    """Return what is wrong with fields or items between brackets."""
    plain = QUOTED.sub("-", value)
    wide = re.search(r"[，：]\s*(?=(\w+)\s*[:：])|(?<=[{,])\s*\w+(?=：)", plain)
    if wide and (wide[1] in names or wide[1] is None or "：" not in wide[0]):
        return f"signs between brackets must be of half width, and here is one that is not: {shorten(value, 24)}"
    if any(len(re.findall(r":(?: |$)", part)) > 1 for part in re.split(r"[,{}\[\]]", plain)):
        return f"a text with a colon must stand between quotation marks: {shorten(value, 24)}"
    if re.search(r"[\"']", plain):
        return f"a quotation mark must be closed on its line, and this is not: {shorten(value, 24)}"
    if is_open:
        return f"a bracket must be closed, and this is not: {shorten(value, 24)}"
    return None
