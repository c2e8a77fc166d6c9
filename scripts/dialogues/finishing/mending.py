"""Mend what the theme's templates have wrong and no block or partial reaches."""

import re

UNTITLED = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
SHAM = (
    re.compile(r'(<label class="md-nav__link[^<>]*) tabindex="0"'),
    re.compile(r'(<nav [^<>]*) aria-expanded="\w+"'),
)
"""A label is no button, nor can a list say that it is open: buttons come by navigation.js."""
ACTIVE = (
    re.compile(r'(md-(?:nav|tabs)__item--active">\s*<a href="([^"]*)")'),
    re.compile(r'(<a href="([^"]*)" class="md-nav__link md-nav__link--active")'),
)
"""Links to the page that a reader is on, or to the index that it belongs to."""
ATTRIBUTE = re.compile(r'\b(id|lang)="([^"]*)"')
HEADING = re.compile(r"<h[2-6]\b[^<>]*>")
CONTENTS = re.compile(r'(<a href="#([^"]+)" class="md-nav__link")')
UNREAD = re.compile(r' data-md-(?:component|scrollfix|type)(?:="[^"]*")?')
"""What only the theme's script would read."""
VOID = re.compile(r"(<(?:img|br|hr|input)\b[^<>]*?) />")
"""Elements without an end, as Markdown writes them."""
BLANKS = re.compile(r"<(pre|script)\b.*?(?:</\1>|\Z)|\n[ \t\n]+", re.DOTALL)
"""Indents, a tenth of what a page weighs, and what keeps its own, as they are shown or counted in the
hash of a page's policy."""


def mend(html: str) -> str:
    """Return a page without attributes that its elements cannot have, and with those that they lack."""
    html = html.replace(
        ' type="checkbox" id="__drawer" autocomplete="off"', ' type="checkbox" id="__drawer"'
    )
    html = html.replace(
        ' type="checkbox" id="__search" autocomplete="off"', ' type="checkbox" id="__search"'
    )
    html = UNREAD.sub("", html.replace(' tabindex=""', ""))
    html = VOID.sub(r"\1>", html)
    for pretence in SHAM:
        html = pretence.sub(r"\1", html)
    if 'id="__toc"' not in html:
        html = UNTITLED.sub(r'<span class="md-nav__title">\1</span>', html)
    for links in ACTIVE:
        html = links.sub(_mark_current, html)
    return drop_indents(mark_languages(html))


def _mark_current(link: "re.Match[str]") -> str:
    return f'{link[1]} aria-current="{"page" if link[2] in (".", "./") else "true"}"'


def mark_languages(html: str) -> str:
    """Return a page whose list of contents says of an entry what its heading says: its language."""
    headings = [dict(ATTRIBUTE.findall(heading)) for heading in HEADING.findall(html)]
    languages = {heading["id"]: heading["lang"] for heading in headings if len(heading) == 2}
    return CONTENTS.sub(
        lambda link: f'{link[1]} lang="{languages[link[2]]}"' if link[2] in languages else link[0],
        html,
    )


def drop_indents(html: str) -> str:
    """Return a page without blank lines and indents, but for those of `pre` and of scripts."""
    return BLANKS.sub(lambda found: found[0] if found[1] else "\n", html)
