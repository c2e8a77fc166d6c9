"""Publish scripts and styles under a hash of their content: no cache keeps an old one.

Data, in which every word stands, have the hash of the scripts that read them: a page changes only
with the scripts, and no script meets data of another shape. They are asked for again each time.
Both files of an index have a hash of both, so that one does not take the other of another build.
"""

import re
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.utils import write_file

from dialogues.finishing.scripts import finish_scripts
from dialogues.finishing.styles import drop_absent, drop_unread
from dialogues.rendering.hashes import hash_contents

SCRIPTS = "assets/scripts/"
STYLES = "assets/styles/"
CARD_STYLE = "assets/card.css"
THEME = ("assets/javascripts/", "assets/stylesheets/")
"""What the theme brings, which no page asks for: scripts, a palette, and styles, of which ours begin with a part."""
THEME_STYLES = "assets/stylesheets/main."
MAP = "/*# sourceMappingURL"
"""Begins the last line of the theme's styles, for those who look into them."""
COMMENT = re.compile(r"/\*.*?\*/\s*|(?<=\n)\s+|(?<=[:,;]) | (?=\{)", re.DOTALL)
"""What only those who write styles read; no string in ours has such signs, or a space behind them."""
JOINED: dict[str, str] = {}
"""All styles, by the name that they are published under."""
DATA = (
    "zh/search/index.json",
    "zh/search/other.json",
    "en/search/index.json",
    "en/search/other.json",
    "zh/citing/citations.json",
)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give the folder of scripts, which load each other, one hash, and data their addresses."""
    scripts = [file for file in files if file.src_uri.startswith(SCRIPTS)]
    if not scripts:
        raise Abort(f"the site needs the scripts in docs/{SCRIPTS}, and there are none")
    version = _digest(scripts)
    folder = f"{SCRIPTS.rstrip('/')}-{version}/"
    theme = read_theme(files)
    for file in [file for file in files if file.src_uri.startswith(THEME)]:
        files.remove(file)
    for file in scripts:
        file.dest_uri = folder + file.src_uri.removeprefix(SCRIPTS)
    config.extra["published"] = {"scripts": folder}
    for source in DATA:
        place_data(source, version, files, config)
    place_card_style(files, config)
    join_styles(files, theme, config)
    return files


def read_theme(files: Files) -> str:
    """Return the styles of the theme, which has one file of them for all that a page may have."""
    for file in files:
        if file.src_uri.startswith(THEME_STYLES) and file.src_uri.endswith(".css"):
            return Path(str(file.abs_src_path)).read_text(encoding="utf-8")
    raise Abort(f"the theme must bring a file {THEME_STYLES}*.css, and does not")


def place_data(source: str, version: str, files: Files, config: MkDocsConfig) -> None:
    """Give a file of data the address at which the scripts look for it."""
    data = files.get_file_from_path(source)
    if data is None:
        raise Abort(f"the site needs docs/{source}, which the conversion writes")
    data.dest_uri = source.replace(".json", f".{version}.json")
    config.extra["published"][source] = data.dest_uri.removeprefix("zh/")


def place_card_style(files: Files, config: MkDocsConfig) -> None:
    """Give the style of the cards, which no other page loads, an address of its own."""
    style = files.get_file_from_path(CARD_STYLE)
    if style is None:
        raise Abort(f"the site needs docs/{CARD_STYLE}, the style of the cards")
    style.dest_uri = CARD_STYLE.replace(".css", f"-{_digest([style])}.css")
    config.extra["published"][CARD_STYLE] = style.dest_uri


def join_styles(files: Files, theme: str, config: MkDocsConfig) -> None:
    """Publish what pages have of the theme's styles and ours, files by what they are for, as one."""
    styles = [file for file in files if file.src_uri.startswith(STYLES)]
    order = [name for name in config.extra_css if name.startswith(STYLES)]
    if order:  # the second language finds the name that the first one set
        texts = [Path(config.docs_dir, name).read_text(encoding="utf-8") for name in order]
        ours = COMMENT.sub("", "\n".join(texts))
        joined = drop_unread(drop_absent(theme.partition(MAP)[0]) + ours)
        config.extra_css = [f"{STYLES.rstrip('/')}-{hash_contents([joined.encode()])}.css"]
        JOINED[config.extra_css[0]] = joined
    for file in styles:
        files.remove(file)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the styles, of which MkDocs has no file that it could copy, and the scripts without remarks."""
    for name in config.extra_css:
        write_file(JOINED[name].encode("utf-8"), str(Path(config.site_dir, name)))
    folder = Path(config.site_dir, config.extra["published"]["scripts"])
    scripts = {PurePosixPath(p.relative_to(folder)): p for p in folder.rglob("*.js")}
    texts = {path: p.read_text(encoding="utf-8") for path, p in scripts.items()}
    for path, text in finish_scripts(texts).items():
        scripts[path].write_text(text, encoding="utf-8", newline="\n")
    # It holds the time of the build, and is asked for by nobody: servers pack what they send.
    Path(config.site_dir, "sitemap.xml.gz").unlink(missing_ok=True)


def _digest(files: list[File]) -> str:
    ordered = sorted(files, key=lambda file: file.src_uri)
    return hash_contents(Path(str(file.abs_src_path)).read_bytes() for file in ordered)
