"""Join modules of JavaScript into one, so that a browser asks once and not module by module.

The modules stay as they are written; each becomes a block, in which its own names meet no others.
What modules export stands before the blocks, for all of them. What they may hold is what ours do:
imports of names at their head, and exports of constants, of which no two have one name.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import PurePosixPath

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export const (?=(\w+) =)", re.MULTILINE)
OTHER = re.compile(r"^(?:export|import)\b.*$", re.MULTILINE)
Modules = Mapping[PurePosixPath, str]
"""The texts of modules by their paths."""


def join_modules(
    modules: Modules, entry: PurePosixPath, is_joined: Callable[[PurePosixPath], bool]
) -> str:
    """Return a module that does what an entry does, with all those in it that are to be joined.

    What else these import is imported still, by its address from the entry. Raise ValueError where
    a module imports or exports in another way, or two export one name.
    """
    order = _order(modules, entry, is_joined)
    outside: dict[PurePosixPath, dict[str, None]] = {}
    for one in order:
        for path, names in _imports(modules, one):
            if not is_joined(path):
                outside.setdefault(path, {}).update(dict.fromkeys(names))
            elif renamed := [name for name in names if " as " in name]:
                raise ValueError(f"{one}: what is joined keeps its name, not {renamed[0]!r}")
    shared = [name for path in order for name in EXPORT.findall(modules[path])]
    _check_names(
        entry, [*shared, *(name.split()[-1] for names in outside.values() for name in names)]
    )
    lines = [
        *(
            f'import {{ {", ".join(names)} }} from "{_address(path, entry.parent)}";'
            for path, names in outside.items()
        ),
        *([f"let {', '.join(shared)};"] if shared else []),
        *(f"{{\n{_strip(modules, path)}\n}}" for path in order),
        f"export {{ {', '.join(EXPORT.findall(modules[entry]))} }};",
    ]
    return "\n".join(lines) + "\n"


def _check_names(entry: PurePosixPath, names: list[str]) -> None:
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        raise ValueError(f"{entry}: of modules that are joined no two share the name {twice[0]!r}")


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


def _imports(modules: Modules, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, list[str]]]:
    """Yield what a module imports: the path of another, and the names."""
    for names, address in IMPORT.findall(modules[path]):
        yield _resolve(path.parent, address), re.findall(r"\w+(?: as \w+)?", names)


def _resolve(folder: PurePosixPath, address: str) -> PurePosixPath:
    for step in PurePosixPath(address).parts:
        folder = folder.parent if step == ".." else folder / step
    return folder


def _address(path: PurePosixPath, folder: PurePosixPath) -> str:
    """Return the address of a module from a folder below its own."""
    depth = len(folder.relative_to(path.parent).parts)
    return "../" * depth + path.name if depth else f"./{path.name}"


def _strip(modules: Modules, path: PurePosixPath) -> str:
    """Return what a module does, without what it imports; what it exports is set, not declared."""
    body = EXPORT.sub("", IMPORT.sub("", modules[path])).strip()
    if strange := OTHER.search(body):
        raise ValueError(
            f"{path}: a module imports {{ names }} and exports constants, not {strange[0]!r}"
        )
    return body
