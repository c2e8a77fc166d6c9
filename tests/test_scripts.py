"""The scripts of the site: how they hang together, what they may not do, and the words they say."""

import json
import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

import publishing
from dialogues.finishing.scripts import strip_remarks
from projects import ROOT

SCRIPTS = ROOT / "docs/assets/scripts"
IMPORT = re.compile(r'^(?:import|export) .*?from "(\.[^"]+)";', re.MULTILINE | re.DOTALL)
MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    r"|createContextualFragment|setAttribute\(\"(?:style|on)"
)
"""What would make markup, a style or a script out of a string."""
NEWER = re.compile(
    r"\.(?:toSorted|toReversed|toSpliced|findLast|findLastIndex|with|groupBy|isWellFormed)\("
)
"""What came after ES2022, the rest of which browsers of 2022 know."""
INLINE = re.compile(r"<script(?![^>]*(?:src=|json))[^>]*>(.*?)</script>", re.DOTALL)
HANDLER = re.compile(r"<[^>]*\son[a-z]+=")


def read_imports(folder: Path) -> dict[Path, set[Path]]:
    """Return which modules each module of a folder loads together with itself."""
    return {
        path: {(path.parent / name).resolve() for name in IMPORT.findall(path.read_text("utf-8"))}
        for path in folder.rglob("*.js")
    }


def test_modules_import_what_is_there_and_never_each_other() -> None:
    imports = read_imports(SCRIPTS)

    assert set().union(*imports.values()) <= set(imports)
    TopologicalSorter(imports).prepare()


def test_modules_that_import_each_other_are_found(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text('import { a } from "./two.js";\n')
    (tmp_path / "two.js").write_text('import {\n  b,\n} from "./one.js";\n')

    with pytest.raises(CycleError):
        TopologicalSorter(read_imports(tmp_path)).prepare()


def test_no_module_makes_markup_of_a_string() -> None:
    found = {path.name: MARKUP.findall(path.read_text("utf-8")) for path in SCRIPTS.rglob("*.js")}

    assert len(found) > 1
    assert {name: signs for name, signs in found.items() if signs} == {}
    assert MARKUP.search("box.innerHTML = text")


def test_no_module_needs_a_newer_browser_than_the_rest() -> None:
    found = {path.name: NEWER.findall(path.read_text("utf-8")) for path in SCRIPTS.rglob("*.js")}

    assert {name: calls for name, calls in found.items() if calls} == {}
    assert NEWER.search("names.toSorted(byLength)")


def test_both_languages_have_the_same_words() -> None:
    for words in (read_words(), read_search_words()):
        assert shape(words["zh"]) == shape(words["en"])
    assert shape({"a": "b"}) != shape({"c": "b"})


def test_every_word_is_said_somewhere() -> None:
    """In a template as say.word, in a script as words.word."""
    files = [*SCRIPTS.rglob("*.js"), *(ROOT / "overrides/partials").glob("*.html")]
    texts = [path.read_text("utf-8") for path in files]
    text = "\n".join(t for t in texts if re.search(r"settings\.js|words\.html|wording\.js", t))
    said = set(re.findall(r"\b(?:say|words|frame)(?:\.page|\.search|\.citing)?\.(\w+)", text))

    known = {word for part in read_words()["zh"].values() for word in part}
    known |= {*read_search_words()["zh"]}
    assert known - said == set()
    assert said - known - {"citing", "get", "html", "zh"} == set()


def read_search_words() -> Mapping[str, Mapping[str, object]]:
    """Return the words of both languages that come with the search."""
    text = (SCRIPTS / "search/wording.js").read_text("utf-8")
    words: Mapping[str, Mapping[str, object]] = json.loads(
        text.split(" =", 1)[1].split(";\n", 1)[0]
    )
    return words


def read_words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the words of both languages, per feature, as the templates have them."""
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    words: Mapping[str, Mapping[str, Mapping[str, str]]] = vars(
        environment.get_template("partials/words.html").module
    )["words"]
    return words


def shape(words: object) -> object:
    """Return a mapping's keys, and what is to be filled in in its words."""
    if isinstance(words, Mapping):
        return {key: shape(value) for key, value in words.items()}
    return sorted(re.findall(r"\{\w+\}", str(words)))


def test_a_build_without_the_scripts_fails() -> None:
    with pytest.raises(Abort, match="the site needs the scripts in docs/assets/scripts"):
        publishing.on_files(Files([]), MkDocsConfig())


def test_the_site_has_the_scripts_of_the_project_and_no_other(site: Path) -> None:
    published = list(site.rglob("*.js"))
    folders = {path.relative_to(site).parts[1] for path in published}

    assert len(published) == len(list(SCRIPTS.rglob("*.js")))
    assert [folder.startswith("scripts-") for folder in folders] == [True]


def test_what_only_those_read_who_write_scripts_is_not_published(site: Path) -> None:
    (folder,) = (site / "assets").glob("scripts-*")
    remark = re.compile(r"^ |^(//|/\*)|[;{,] //", re.MULTILINE)
    for path in SCRIPTS.rglob("*.js"):
        own = path.read_text("utf-8").splitlines()
        published = (folder / path.relative_to(SCRIPTS)).read_text("utf-8")

        code = [
            re.sub(r"(?<=[;{,]) // .*", "", line.strip())
            for line in own
            if not re.match(r" *(//|/\*\*| \*)", line)
        ]
        joined = path.relative_to(SCRIPTS).as_posix() in ("search/worker.js", "search/box.js")
        assert published.splitlines() == code or joined
        assert not remark.search(published)
    assert all(map(remark.search, ("// why\n", "one; // why\n", "  one;\n")))


def test_what_is_part_of_a_string_stays() -> None:
    text = (
        "/** Why. */\nconst one = () => { // why\n  two('; // three'); // it's why\n  // why\n};\n"
    )

    assert strip_remarks(text) == "const one = () => {\ntwo('; // three');\n};\n"


def test_no_line_of_a_string_begins_with_a_space() -> None:
    """It would be taken for an indent."""
    for path in SCRIPTS.rglob("*.js"):
        strings = path.read_text("utf-8").split("`")[1::2]
        assert [string for string in strings if "\n " in string] == [], path
