"""Write a review, for the page of a pull request or for a terminal; whatever it quotes stays a text."""

from collections.abc import Callable, Iterator, Sequence

from dialogues.contributing.differences import Difference
from dialogues.contributing.quoting import cut, quote, tame
from dialogues.contributing.reviewing import Change, Review
from dialogues.problems import shorten

MOST_PAGES = 60
"""Pages that are named with one change."""
MOST_LINES = 20
"""Lines of one official text, or of one page, that are shown."""
HEADINGS = {
    "speaker": "誰說的 Who says it",
    "passage": "段落 Passages",
    "session": "場次 Sessions",
    "record": "紀錄 Records",
    "event": "活動 Events",
    "name": "名稱 Names",
    "redirect": "轉址 Redirects",
    "voice": "首頁的發言 Voices on Home",
    "term": "詞彙 Glossary",
    "synonym": "同義詞 Synonyms",
}
SAME = "沒有頁面改變。No page is shown differently.\n"
ALARM = "原文被改了！原文從不修改。An official text was changed, which is never edited"
REST = "其他有變的頁面 Other pages that differ"


def write_summary(review: Review) -> str:
    """Return a summary in Markdown; where it does not fit, it says how much is left out."""
    return cut([*_list_parts(review, _write_change, _write_lines)]) or SAME


def write_report(review: Review) -> str:
    """Return the same for a terminal, where nothing can be taken for a command."""
    return "".join(_list_parts(review, _print_change, _print_lines)) or SAME


WriteChange = Callable[[Change], str]
WriteLines = Callable[[str, Sequence[str]], str]


def _list_parts(review: Review, change: WriteChange, lines: WriteLines) -> Iterator[str]:
    """Yield a review in parts; an official text that was changed comes before all else."""
    if review.sources:
        yield f"## ⚠ {ALARM}\n\n"
        yield from (lines(path, diff) for path, diff in review.sources.items())
    if review.pages:
        yield f"{len(review.pages)} 頁會不同 pages differ.\n\n"
    for sort in dict.fromkeys(found.sort for found in review.changes):
        found = [found for found in review.changes if found.sort == sort]
        yield f"## {HEADINGS.get(sort, sort)} ({len(found)})\n\n"
        yield from map(change, found)
    if review.unclaimed:
        yield f"## {REST} ({len(review.unclaimed)})\n\n"
        yield from (lines(page.address, _mark(page)) for page in review.unclaimed)


def _mark(page: Difference) -> list[str]:
    return [*(f"-{line}" for line in page.lost), *(f"+{line}" for line in page.gained)]


def _name_pages(change: Change) -> list[str]:
    """Return the addresses of the pages of a change, the first ones, and how many more there are."""
    addresses = [page.address for page in change.pages]
    more = len(addresses) - MOST_PAGES
    return [*addresses[:MOST_PAGES], *([f"+{more}"] if more > 0 else [])]


def _write_change(change: Change) -> str:
    rows = "".join(
        f"<tr><th>{row.field}</th><td>{quote(row.before)}</td><td>{quote(row.after)}</td></tr>"
        for row in change.fields
    )
    head = "<tr><th></th><th>原 before</th><th>新 after</th></tr>"
    pages = " ".join(f"`{page}`" for page in _name_pages(change))
    pages = f"頁面 Pages: {pages}\n\n" if pages else ""
    return f"### {quote(change.subject)}\n\n<table>{head}{rows}</table>\n\n{pages}"


def _write_lines(name: str, lines: Sequence[str]) -> str:
    shown = "<br>".join(quote(shorten(line, 200)[1:-1]) for line in lines[:MOST_LINES])
    more = f"<br>+{len(lines) - MOST_LINES}" if len(lines) > MOST_LINES else ""
    return f"### {quote(name)}\n\n<p>{shown}{more}</p>\n\n"


def _print_change(change: Change) -> str:
    lines = [f"* {change.subject}"]
    for row in change.fields:
        lines.append(f"  {row.field}")
        lines += [
            f"    {sign} {text}" for sign, text in (("-", row.before), ("+", row.after)) if text
        ]
    if change.pages:
        lines.append(f"  = {' '.join(_name_pages(change))}")
    return _print(lines)


def _print_lines(name: str, lines: Sequence[str]) -> str:
    return _print([f"* {name}", *(f"    {line[:200]}" for line in lines[:MOST_LINES])])


def _print(lines: Sequence[str]) -> str:
    return "".join(f"{tame(line)}\n" for line in lines)
