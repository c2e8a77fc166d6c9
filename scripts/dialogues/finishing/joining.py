"""Join modules of JavaScript into one, so that a browser asks once and not module by module.

The modules stay as they are written; each becomes a function that is called once and returns what
the module exports, so that no name meets another. What they may hold is what ours do: imports of
names at their head, and exports of constants.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import PurePosixPath

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=const (\w+) =)", re.MULTILINE)
OTHER = re.compile(r"^(?:export|import)\b.*$", re.MULTILINE)
Modules = Mapping[PurePosixPath, str]
"""The texts of modules by their paths."""


def join_modules(
    modules: Modules, entry: PurePosixPath, is_joined: Callable[[PurePosixPath], bool]
) -> str:
    """Return a module that does what an entry does, with all those in it that are to be joined.

    What else these import is imported still, by its address from the entry. Raise ValueError where
    a module imports or exports in another way.
    """
    order = _order(modules, entry, is_joined)
    outside = dict.fromkeys(
        path for one in order for path, _ in _imports(modules, one) if not is_joined(path)
    )
    names = {path: f"_{number}" for number, path in enumerate([*outside, *order])}
    head = [f'import * as {names[path]} from "{_address(path, entry.parent)}";' for path in outside]
    body = [_wrap(modules, path, names) for path in order]
    exported = ", ".join(EXPORT.findall(modules[entry]))
    foot = [f"export const {{ {exported} }} = {names[entry]};"] if exported else []
    return "\n".join([*head, *body, *foot]) + "\n"


def _order(
    modules: Modules, entry: PurePosixPath, is_joined: Callable[[PurePosixPath], bool]
) -> list[PurePosixPath]:
    """Return the modules that are joined, each behind those that it imports."""
    needs: dict[PurePosixPath, list[PurePosixPath]] = {}
    waiting = [entry]
    while waiting:
        path = waiting.pop()
        if path not in needs:
            needs[path] = [one for one, _ in _imports(modules, path) if is_joined(one)]
            waiting += needs[path]
    return list(TopologicalSorter(needs).static_order())


def _imports(modules: Modules, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield what a module imports: the path of another, and the names."""
    for names, address in IMPORT.findall(modules[path]):
        yield _resolve(path.parent, address), " ".join(names.split()).rstrip(",")


def _resolve(folder: PurePosixPath, address: str) -> PurePosixPath:
    for step in PurePosixPath(address).parts:
        folder = folder.parent if step == ".." else folder / step
    return folder


def _address(path: PurePosixPath, folder: PurePosixPath) -> str:
    """Return the address of a module from a folder below its own."""
    depth = len(folder.relative_to(path.parent).parts)
    return "../" * depth + path.name if depth else f"./{path.name}"


def _wrap(modules: Modules, path: PurePosixPath, names: Mapping[PurePosixPath, str]) -> str:
    """Return a module as a constant with what it exports."""
    head = [
        f"const {{ {_as_pattern(imported)} }} = {names[one]};"
        for one, imported in _imports(modules, path)
    ]
    text = modules[path]
    exported = ", ".join(EXPORT.findall(text))
    body = EXPORT.sub("", IMPORT.sub("", text)).strip()
    if strange := OTHER.search(body):
        raise ValueError(
            f"{path}: a module imports {{ names }} and exports constants, not {strange[0]!r}"
        )
    lines = [f"const {names[path]} = (() => {{", *head, body, f"return {{ {exported} }};", "})();"]
    return "\n".join(lines)


def _as_pattern(imported: str) -> str:
    """Return imported names as they are taken out of an object."""
    return imported.replace(" as ", ": ")
