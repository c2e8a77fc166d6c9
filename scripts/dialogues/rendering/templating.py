"""Set up the templates: what they show is escaped, and an undefined name is an error."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from dialogues.model.entities import host_of
from dialogues.model.sessions import Fact, Heading, Question
from dialogues.rendering.escaping import (
    escape_html,
    escape_inline,
    escape_markdown,
    quote_front_matter,
)
from dialogues.rendering.excerpts import fit_description, fit_title


@cache
def environment() -> Environment:
    """Return the templates; every expression in them is escaped for Markdown."""
    templates = Environment(
        loader=PackageLoader("dialogues.rendering"),
        autoescape=True,
        finalize=escape_markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["inline"] = escape_inline
    templates.filters["html"] = escape_html
    templates.filters["host"] = host_of
    templates.filters["front_matter"] = quote_front_matter
    templates.filters["fit_title"] = fit_title
    templates.filters["fit_description"] = fit_description
    templates.tests["heading"] = lambda part: isinstance(part, Heading)
    templates.tests["fact"] = lambda part: isinstance(part, Fact)
    templates.tests["question"] = lambda part: isinstance(part, Question)
    return templates


def render(template: str, **values: object) -> str:
    """Return a page; blank lines that the template's own tags leave are made one."""
    text = environment().get_template(f"{template}.md.jinja").render(**values)
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"


@cache
def xml_environment() -> Environment:
    """Return the templates of XML and HTML files; every expression in them is escaped."""
    return Environment(
        loader=PackageLoader("dialogues.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render_file(template: str, **values: object) -> str:
    """Return a file that is not written in Markdown: `feed.xml`, `redirect.html`."""
    return xml_environment().get_template(f"{template}.jinja").render(**values)
