"""Publish scripts and data under addresses with a hash of their content: no cache keeps an old one."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.utils import write_file

from dialogues.finishing.hashes import hash_contents

SCRIPTS = "assets/scripts/"
STYLES = "assets/styles/"
THEME = ("assets/javascripts/", "assets/stylesheets/palette")
"""The theme's scripts and its palette, which no page asks for."""
JOINED: dict[str, str] = {}
"""All styles, by the name that they are published under."""
DATA = (
    *("zh/search/index.json", "zh/search/other.json", "en/search/index.json"),
    *("en/search/other.json", "zh/citing/citations.json"),
)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give the folder of scripts, which load each other, one hash, and each file of data its own."""
    scripts = [file for file in files if file.src_uri.startswith(SCRIPTS)]
    if not scripts:
        raise Abort(f"the site needs the scripts in docs/{SCRIPTS}, and there are none")
    folder = f"{SCRIPTS.rstrip('/')}-{_digest(scripts)}/"
    addresses = {"scripts": folder}
    for file in [file for file in files if file.src_uri.startswith(THEME)]:
        files.remove(file)
    for file in scripts:
        file.dest_uri = folder + file.src_uri.removeprefix(SCRIPTS)
    for source in DATA:
        data = files.get_file_from_path(source)
        if data is None:
            raise Abort(f"the site needs docs/{source}, which the conversion writes")
        data.dest_uri = source.replace(".json", f".{_digest([data])}.json")
        addresses[source] = data.dest_uri.removeprefix("zh/")
    config.extra["published"] = addresses
    join_styles(files, config)
    return files


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Publish the styles, which are files by what they are for, as one that is fetched at once."""
    styles = [file for file in files if file.src_uri.startswith(STYLES)]
    order = [name for name in config.extra_css if name.startswith(STYLES)]
    if order:  # the second language finds the name that the first one set
        texts = [Path(config.docs_dir, name).read_text(encoding="utf-8") for name in order]
        config.extra_css = [f"{STYLES.rstrip('/')}-{_digest(styles)}.css"]
        JOINED[config.extra_css[0]] = "\n".join(texts)
    for file in styles:
        files.remove(file)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the styles; MkDocs has no file that it could copy."""
    for name in config.extra_css:
        write_file(JOINED[name].encode("utf-8"), str(Path(config.site_dir, name)))


def _digest(files: list[File]) -> str:
    ordered = sorted(files, key=lambda file: file.src_uri)
    return hash_contents(Path(str(file.abs_src_path)).read_bytes() for file in ordered)
