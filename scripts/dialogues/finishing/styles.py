"""Take out of the theme's styles the parts that no page has: they are half of what a first view weighs."""

import re
from collections.abc import Iterator

ABSENT = re.compile(
    r"\[dir=rtl\]|\.(?:(?:abstract|bug|danger|example|failure|focus-visible|info|quote|success|tip|warning)\b"
    r"|admonition|arithmatex|critic|footnote|gemoji|giscus|headerlink|highlighttable|katex|key[s-]|linenos"
    r"|mermaid|tabbed-|task-list|twemoji|md-(?:annotation|author|banner|button|clipboard|code__|consent|draft"
    r"|feedback|input|meta|nav--integrated|option|pagination|path|pin|post|profile|progress|search|select"
    r"|social|source|status|tag|tooltip|version))"
)
"""What no page has: a direction of script, and classes that are or begin so."""
BRACE = re.compile(r"([{}])")
SIGN = re.compile(r"([(),])")
DECLARED = re.compile(r"""(?<=[{;])(--[\w-]+):(?:"[^"]*"|'[^']*'|[^;}"'])*;?""")
"""A custom property; its value may hold a picture."""


def drop_absent(styles: str) -> str:
    """Return styles without the selectors of `ABSENT` and blocks that this empties."""
    heads: list[str] = []
    kept, text = [""], ""
    for part in BRACE.split(styles):
        if part == "{":
            heads.append(text)
            kept.append("")
        elif part == "}":
            body = kept.pop() + text
            kept[-1] += _keep_block(heads.pop(), body)
        text = "" if part in ("{", "}") else part
    return kept[0] + text


def _keep_block(head: str, body: str) -> str:
    """Return a block with the selectors that pages have, or nothing."""
    before, end, head = head.rpartition(";")
    if head.lstrip().startswith("@"):
        return before + end + (f"{head}{{{body}}}" if body else "")
    kept = [selector for selector, outer in _list_selectors(head) if not ABSENT.search(outer)]
    return before + end + (f"{','.join(kept)}{{{body}}}" if kept else "")


def _list_selectors(head: str) -> Iterator[tuple[str, str]]:
    """Yield each selector, and it without what it says in brackets: of `:not(.x)` there need be no `.x`."""
    depth, whole, outer = 0, "", ""
    for part in SIGN.split(head):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part == "," and not depth:
            yield whole, outer
            whole = outer = ""
        else:
            whole += part
            outer += "" if depth else part
    yield whole, outer


def drop_unread(styles: str) -> str:
    """Return styles without the custom properties that none of them reads."""
    read = set(re.findall(r"var\(\s*(--[\w-]+)", styles))
    return DECLARED.sub(lambda one: one[0] if one[1] in read else "", styles)
