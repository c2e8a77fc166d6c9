"""Keep what templates compile to: each language is a build of its own and compiles them anew.

The same for the templates of our pages, which each build would compile. It spares a tenth of a build
of five records, a fifth of that of one.
"""

import hashlib
import os
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from dialogues.rendering import templating


def on_config(config: MkDocsConfig) -> None:
    """Have our own templates kept, with what their functions return for constants compiled in."""
    code = [path.read_bytes() for path in sorted(Path(templating.__file__).parent.glob("*.py"))]
    digest = hashlib.sha256(b"".join(code)).hexdigest()[:12]
    for own in (templating.environment(), templating.xml_environment()):
        keep(own, config, f"{digest}_%s.cache")


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Have the theme's templates kept, and what a page tells its scripts written as it is read."""
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    keep(env, config)


def keep(env: Environment, config: MkDocsConfig, names: str = "__jinja2_%s.cache") -> None:
    """Give templates a folder for what they compile to, if anything can be written there."""
    folder = Path(config.config_file_path).parent / ".cache/templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    if os.access(folder, os.W_OK):
        env.bytecode_cache = FileSystemBytecodeCache(str(folder), names)
