"""Publish scripts and data under addresses with a hash of their content: no cache keeps an old one."""

import hashlib
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

SCRIPTS = "assets/scripts/"
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
    for file in scripts:
        file.dest_uri = folder + file.src_uri.removeprefix(SCRIPTS)
    for source in DATA:
        data = files.get_file_from_path(source)
        if data is None:
            raise Abort(f"the site needs docs/{source}, which the conversion writes")
        data.dest_uri = source.replace(".json", f".{_digest([data])}.json")
        addresses[source] = data.dest_uri.removeprefix("zh/")
    config.extra["published"] = addresses
    return files


def _digest(files: list[File]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.src_uri):
        digest.update(Path(str(file.abs_src_path)).read_bytes())
    return digest.hexdigest()[:12]
