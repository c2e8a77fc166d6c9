"""Quote a text in a summary or a log, so that it stays a text."""

from collections.abc import Sequence

from dialogues.rendering.escaping import escape_inline

MOST_BYTES = 1_000_000
"""GitHub shows a summary of 1 MiB and no longer one."""
LEFT = (
    "\n還有 {left} 項放不下（GitHub 最多顯示 1 MiB），在本機執行 `make review` 可全部列出。"
    " {left} more do not fit here (GitHub shows 1 MiB at most): `make review` prints all.\n"
)


def cut(parts: Sequence[str]) -> str:
    """Return parts of a summary joined, and where they are too many, how many are left out."""
    room = MOST_BYTES - len(LEFT) * 3
    for number, part in enumerate(parts):
        room -= len(part.encode("utf-8"))
        if room < 0:
            return "".join(parts[:number]) + LEFT.format(left=len(parts) - number)
    return "".join(parts)


def quote(text: str) -> str:
    """Return a text that neither Markdown nor HTML takes for its own."""
    return str(escape_inline(show_unseen(text)))


def show_unseen(text: str) -> str:
    """Return a text on one line, unseen characters and ends of lines by their codes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def tame(text: str) -> str:
    """Return a line of a log that the runner of a workflow takes for no command."""
    return show_unseen(text).replace("##[", "## [")
