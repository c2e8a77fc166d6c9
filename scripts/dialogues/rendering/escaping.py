"""Escape texts from records and YAML: each is shown as it is and can carry no markup."""

import json
import re

from markupsafe import Markup, escape

SPECIAL = re.compile(r"""[&<>"\\`*_{}\[\]#|~^$=]""")
STARTER = re.compile(r"^(?:[-+](?=\s|-)|:|!(?=!!)|\?(?=\?\?)|%|\d(?=\d*[.)](?:\s|$)))")
"""Signs that begin a list, a rule or a block where they begin a paragraph."""


def escape_markdown(value: object) -> Markup:
    """Return a text that Markdown, and then HTML, shows as it stands, as one paragraph.

    Signs with a meaning become character references, which Markdown leaves alone.
    """
    return value if isinstance(value, Markup) else begin_paragraph(escape_inline(value))


def begin_paragraph(text: Markup) -> Markup:
    """Return an escaped text that no sign at its beginning makes a list or a block."""
    return Markup(STARTER.sub(_refer, text.strip()))  # noqa: S704 - escaped before


def escape_inline(value: object) -> Markup:
    """Return a text that Markdown shows as it stands within a paragraph that has begun."""
    if isinstance(value, Markup):
        return value
    text = " ".join(str(value).split("\n"))
    return Markup(SPECIAL.sub(_refer, text))  # noqa: S704 - escaped here


def escape_html(value: object) -> Markup:
    """Return a text for a raw HTML block, in which Markdown only makes spaces of tabs."""
    return escape(str(value)).replace("\t", Markup("&#9;"))


def quote_front_matter(value: object) -> Markup:
    """Return a text as a quoted YAML value, safe for the theme, which puts it into HTML as it is."""
    safe = str(escape(str(value))).replace("&#39;", "'")
    return Markup(json.dumps(safe, ensure_ascii=False))  # noqa: S704 - escaped


def _refer(sign: "re.Match[str]") -> str:
    return f"&#{ord(sign[0])};"
