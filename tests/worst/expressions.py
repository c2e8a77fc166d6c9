"""All expressions of the code: those that a module holds, and those that stand within a function."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import dialogues
from dialogues.reading.yaml_nodes import read_plain

HOOKS = ("conversion", "copies", "dates", "markup", "navigation", "publishing", "remembering")
USES = ("fullmatch", "match")
"""Uses that begin at one place; all others look for an expression at each."""
Expression = tuple[str, re.Pattern[str], str]
"""Where it stands, the expression, how it is used."""


def list_expressions() -> Iterator[Expression]:
    """Yield all expressions of texts."""
    modules = list(list_modules())
    for module in modules:
        for name, value in vars(module).items():
            for pattern in _list_patterns(value):
                using = [each for each in modules if vars(each).get(name) is value]
                yield f"{module.__name__}.{name}", pattern, _find_use(name, map(_read, using))
        for line, expression, use in _list_calls(module):
            yield f"{module.__name__}:{line}", expression, use
    text = files("dialogues.contributing").joinpath("explanations.yml").read_text(encoding="utf-8")
    for number, entry in enumerate(read_plain(text), 1):
        yield f"explanations.yml, {number}", re.compile(entry["match"]), "search"


def list_modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(dialogues.__path__, "dialogues."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)
    yield from map(importlib.import_module, HOOKS)


@cache
def _read(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def _list_patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        yield from (each for part in (*value, *value.values()) for each in _list_patterns(part))
    elif isinstance(value, tuple):
        yield from (each for part in value for each in _list_patterns(part))


def _find_use(name: str, sources: Iterable[str]) -> str:
    """Return how an expression is used where it has this name: as the one that looks at most."""
    uses = {use for source in sources for use in re.findall(rf"\b{name}\.(\w+)\(", source)}
    return uses.pop() if len(uses) == 1 and uses <= {*USES} else "search"


def _list_calls(module: ModuleType) -> Iterator[tuple[int, re.Pattern[str], str]]:
    """Yield the expressions that a call of `re` has, but for those made of what is given."""
    for node in ast.walk(ast.parse(_read(module))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        if node.func.attr not in ("escape", "compile"):
            try:
                text = eval(  # noqa: S307 - a part of the project itself
                    compile(ast.Expression(node.args[0]), "", "eval"), vars(module)
                )
            except NameError:  # of a name of its function: tried with what calls it
                continue
            yield node.lineno, re.compile(text), node.func.attr
