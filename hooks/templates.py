"""Keep the theme's compiled templates: each language is a build of its own and compiles them anew."""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates a folder for what they compile to; it spares a tenth of a build."""
    folder = Path(config.config_file_path).parent / ".cache/templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # nothing can be written here
        return env
    if os.access(folder, os.W_OK):
        env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env
