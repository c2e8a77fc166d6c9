"""A small site without fault, and the faults to plant in it, each with the rule that finds it."""

from pathlib import Path

from playwright.sync_api import Browser

from audits.files import check_pages
from audits.findings import Finding
from audits.layout import PHONE
from audits.links import read_pages
from audits.visiting import Visit, visit_pages

PAGE = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="canonical" href="{own}">
<link rel="alternate" hreflang="zh-Hant" href="{root}">
<link rel="alternate" hreflang="en" href="{root}en/">
<link rel="alternate" hreflang="x-default" href="{root}">
<link rel="icon" href="{up}picture.svg">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta property="og:image" content="{root}picture.svg">
<meta property="og:url" content="{own}">
<script type="application/ld+json">{{"name": "{title}"}}</script>
<style>
body {{ color: #000; background: #fff }}
@media (prefers-color-scheme: dark) {{ body {{ color: #fff; background: #000 }} }}
a {{ color: inherit }}
</style>
</head>
<body>
<main>
<h1 id="top">{title}</h1>
<p>{description} <a href="{root}en/#top">{link}</a></p>
</main>
</body>
</html>
"""
SITEMAP = """\
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>{root}</loc>{alternates}</url>
<url><loc>{root}en/</loc>{alternates}</url>
</urlset>
"""
ALTERNATES = """
<xhtml:link rel="alternate" hreflang="zh-Hant" href="{root}"/>
<xhtml:link rel="alternate" hreflang="en" href="{root}en/"/>
<xhtml:link rel="alternate" hreflang="x-default" href="{root}"/>
"""
PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="#888" d="M0 0h9v9H0z"/></svg>
"""
END = "</main>"


class Small:
    """A site of one page in two languages, served below a path, into which faults are planted."""

    def __init__(self, folder: Path, root: str) -> None:
        self.folder, self.root = folder, root
        (folder / "en").mkdir()
        zh = {"lang": "zh-Hant", "title": "首頁", "description": "一頁。", "own": root, "up": ""}
        en = {
            "lang": "en",
            "title": "Home",
            "description": "A page.",
            "own": f"{root}en/",
            "up": "../",
        }
        page = PAGE.format(**zh, root=root, link="<span lang='en'>English</span>")
        self.write("index.html", page.replace("'", '"'))
        self.write("en/index.html", PAGE.format(**en, root=root, link="English"))
        self.write(
            "sitemap.xml", SITEMAP.format(root=root, alternates=ALTERNATES.format(root=root))
        )
        self.write("picture.svg", PICTURE)

    def write(self, file: str, text: str) -> None:
        (self.folder / file).write_text(text, encoding="utf-8")

    def plant(self, old: str, new: str, file: str = "index.html") -> None:
        text = (self.folder / file).read_text(encoding="utf-8")
        assert old in text
        self.write(file, text.replace(old, new, 1))

    def copy(self, file: str, end: str) -> None:
        """Write a page beside the first one that has another end."""
        text = (self.folder / "index.html").read_text(encoding="utf-8")
        self.write(file, text.replace(END, end, 1))

    def visit(self, browser: Browser) -> list[Visit]:
        return visit_pages(browser, [""], self.root, (PHONE,))

    def check(self) -> list[Finding]:
        return check_pages(self.folder, read_pages(self.folder), self.root)


NIGHT = "<style>@media (prefers-color-scheme: dark) {{ p {{ color: {} }} }}</style>"
IN_BROWSER = {
    "a picture without words": ('<img src="picture.svg" width="9" height="9">', "axe image-alt"),
    "grey on white": ('<p style="color: #aaa; background: #fff">x y z</p>', "axe color-contrast"),
    "dark on dark": (NIGHT.format("#333"), "axe color-contrast"),
    "words on a picture": (
        '<p style="background: url(picture.svg)">x y z</p>',
        "axe color-contrast unclear",
    ),
    "night as bright as day": (
        "<style>body { background: #fff !important; color: #000 !important }</style>",
        "axe dark colours",
    ),
    "no room for a thumb": ("<button>x</button>" * 2, "axe target-size"),
    "a link only by its colour": (
        '<p>Many words and <a href="en/" style="text-decoration: none; color: #036">a link</a> and words.</p>',
        "axe link-in-text-block",
    ),
    "a heading left out": ("<h4>x</h4>", "axe heading-order"),
    "a foreign picture": ('<img src="http://elsewhere.invalid/x.png" alt="">', "request"),
    "a socket": ('<script>new WebSocket("ws://elsewhere.invalid/")</script>', "request"),
    "out of the project's path": ('<img src="/picture.svg" alt="">', "request"),
    "what is not there": ('<img src="nothing.png" alt="">', "response"),
    "a cookie": ('<script>document.cookie = "a=1"</script>', "cookie"),
    "a message": ('<script>console.debug("x")</script>', "console"),
    "an error": ('<script>throw new Error("x")</script>', "page error"),
    "too wide for a phone": ('<div style="width: 400px">x</div>', "sideways scroll"),
    "too wide at 400 %": ('<div style="width: 330px">x</div>', "sideways scroll"),
    "too wide with large text": ('<div style="width: 15em">x</div>', "sideways scroll"),
    "what comes late": (
        "<script>setTimeout(() => document.querySelector('main').prepend(Object.assign("
        "document.createElement('p'), {textContent: 'late'})), 50)</script>",
        "layout shift",
    ),
}


IN_FILES = {
    "another language": ('lang="zh-Hant">', 'lang="zh">', "metadata lang"),
    "another's address": (
        'rel="canonical" href="',
        'rel="canonical" href="/',
        "metadata canonical",
    ),
    "one language left out": ('hreflang="en"', 'hreflang="fr"', "metadata hreflang"),
    "a relative alternate": ('hreflang="en" href="', 'hreflang="en" href="./', "metadata hreflang"),
    "no title": ("<title>首頁", "<title>", "metadata title"),
    "a title in English": ("<title>首頁", "<title>Home", "metadata title"),
    "a title of many words": ("<title>首頁", "<title>" + "首頁" * 31, "metadata title"),
    "a description of many words": (
        'content="一頁。"',
        f'content="{"一頁。" * 54}"',
        "metadata description",
    ),
    "a description in English": ('content="一頁。"', 'content="A page."', "metadata description"),
    "two descriptions": (
        '<meta property="og:title"',
        '<meta name="description" content="二。"><meta property="og:title"',
        "metadata description",
    ),
    "no heading of the page": ("<h1", "<h2", "metadata h1"),
    "two headings of the page": (END, "<h1>二</h1>" + END, "metadata h1"),
    "no preview": ("og:title", "og:name", "metadata og:title"),
    "no words of a preview": ("og:description", "og:name", "metadata og:description"),
    "no picture of a preview": ("og:image", "og:name", "metadata og:image"),
    "a picture that is not there": (
        'picture.svg">\n<meta property="og:url',
        'no.png">\n<meta property="og:url',
        "metadata og:image",
    ),
    "another's preview": ('og:url" content="', 'og:url" content="x', "metadata og:url"),
    "broken data": ('{"name": "首頁"}', '{"name": }', "metadata json-ld"),
    "a broken link": (END, '<a href="no-such/">x</a>' + END, "link"),
    "a broken anchor": (END, '<a href="en/#no-such">x</a>' + END, "link"),
    "a link to no file": (END, '<a href="en/no-such.txt">x</a>' + END, "link"),
    "a link out of the project's path": (END, '<a href="/en/">x</a>' + END, "link"),
    "a foreign script": (END, '<script src="//elsewhere.invalid/x.js"></script>' + END, "request"),
    "a foreign frame": (END, '<iframe src="https://elsewhere.invalid/"></iframe>' + END, "request"),
    "a foreign style": (
        END,
        '<link rel="stylesheet" href="http://elsewhere.invalid/">' + END,
        "request",
    ),
}
