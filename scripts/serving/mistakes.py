"""Collect what goes wrong as pages are built, as Problems with file and line, and show it."""

import logging
import re
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

from jinja2 import TemplateSyntaxError

from dialogues.contributing.explaining import count, explain, tell
from dialogues.problems import Problem

STOPS = "a build stops here"
OWN = Path(__file__).parent
MENDED = "沒有問題 no problem"


class Warnings(logging.Handler):
    """Keeps what MkDocs warns of, at which a build stops."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno == logging.WARNING:  # an error is raised too
            self.said.append(record.getMessage())


@contextmanager
def collect_warnings() -> Iterator[list[str]]:
    """Return what MkDocs warns of meanwhile; nothing of it is printed."""
    logger, handler = logging.getLogger("mkdocs"), Warnings()
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield handler.said
    finally:
        logger.removeHandler(handler)


def describe_warning(message: str, root: Path, path: str) -> Problem:
    """Return what MkDocs says of a page, with the line that has the words it quotes."""
    return Problem(path, _find_line(root / path, message), f"{STOPS}: {message}")


def describe_error(error: BaseException, root: Path, path: str) -> Problem:
    """Return what an exception says, and where: in a template, in the project's code, in a page."""
    said = f"{STOPS}: {' '.join(str(error).split()) or type(error).__name__}"
    if isinstance(error, SyntaxError | TemplateSyntaxError) and error.filename:
        return Problem(_shorten(root, error.filename), error.lineno or 1, said)
    for step in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(step.filename)
        if file.is_relative_to(root) and ".venv" not in file.parts and file.parent != OWN:
            return Problem(_shorten(root, step.filename), step.lineno or 1, said)
    return Problem(path, _find_line(root / path, str(error)), said)


def _find_line(file: Path, message: str) -> int:
    """Return the line that a message names, or the first one that has words which it quotes."""
    if named := re.search(r"\bline (\d+)", message):
        return int(named[1])
    quoted = [
        words for words in re.findall(r"['\"](.+?)['\"]", message) if words not in file.as_posix()
    ]
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return next((n for n, line in enumerate(lines, 1) if any(q in line for q in quoted)), 1)


def _shorten(root: Path, filename: str) -> str:
    file = Path(filename)
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name


def write_report(problems: Sequence[Problem]) -> str:
    """Return all problems in both languages, for a terminal."""
    return f"\n{tell(problems)}" if problems else MENDED


def write_box(problems: Sequence[Problem]) -> str:
    """Return all problems in both languages, as what stands above a page."""
    items = "".join(
        f"<li><code>{escape(problem.path)}:{problem.line}</code>"
        f'<p lang="zh-Hant">{escape(explain(problem.message))}</p>'
        f'<p lang="en">{escape(problem.message)}</p></li>'
        for problem in problems
    )
    return f'<div class="problems" role="alert"><p>{count(problems)}</p><ol>{items}</ol></div>'
