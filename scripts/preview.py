"""Make of the built site one that opens from a disk, for a look at a change: `preview.py site preview`.

Pages alone: what takes a server (search, share, cite, the open data) is left out, and each page says so.
"""

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit

LINK = re.compile(
    r"""(<a\b[^>]*?\bhref=)(["']?)(?![a-z]+:|/|#)([^"'\s>#?]+)(?:\?[^"'\s>#]*)?(#[^"'\s>]*)?\2(?=[\s>])"""
)
UNUSABLE = re.compile(
    r"""<script\b.*?</script>|<meta http-equiv=["']?Content-Security-Policy\b[^>]*>""",
    re.DOTALL | re.IGNORECASE,
)
CANONICAL = re.compile(r"""<link\b[^>]*?\brel=["']?canonical["']?[^>]*?\bhref=["']?([^"'\s>]+)""")
BODY = re.compile(r"<body\b[^>]*>")
SAYS = (
    '<p style="margin:0;padding:.5rem 1rem;background:#fd6;color:#000">'
    "預覽：只看頁面；搜尋、分享等要正式發布才有。"
    ' <span lang="en">Preview: pages alone; search, share and the like work once it is published.</span></p>'
)


def main() -> int:
    """Copy the site and rewrite its pages."""
    site, preview = map(Path, sys.argv[1:])
    shutil.rmtree(preview, ignore_errors=True)
    shutil.copytree(site, preview, ignore=shutil.ignore_patterns("data", "search", "*.md", "*.gz"))
    pages = sorted(preview.rglob("*.html"))
    root = find_root((preview / "index.html").read_text(encoding="utf-8"))
    for page in pages:
        up = "../" * len(page.relative_to(preview).parts[:-1])
        html = page.read_text(encoding="utf-8")
        page.write_text(open_from_disk(html, root, up), encoding="utf-8")
    print(f"{len(pages)} pages in {preview}/; open {preview}/index.html")
    return 0


def find_root(html: str) -> str:
    """Return the path at which a site begins, with a final slash, from its home page."""
    canonical = CANONICAL.search(html)
    return urlsplit(canonical[1]).path if canonical else "/"


def open_from_disk(html: str, root: str = "/", up: str = "") -> str:
    """Return a page whose links name files, and which runs nothing; `up` leads to the site's root."""
    html = re.sub(rf"(<a\b[^>]*?\bhref=[\"']?){re.escape(root)}(?!/)", rf"\g<1>./{up}", html)
    html = LINK.sub(_name_file, UNUSABLE.sub("", html))
    return BODY.sub(lambda found: found[0] + SAYS, html, count=1)


def _name_file(found: "re.Match[str]") -> str:
    before, mark, path, anchor = found.groups()
    if path.endswith(("/", ".")):
        path = f"{path.rstrip('/')}/index.html"
    return f"{before}{mark}{path}{anchor or ''}{mark}"


if __name__ == "__main__":
    raise SystemExit(main())
