"""Modules joined into one do what they did apart."""

import subprocess
from pathlib import Path, PurePosixPath

import pytest

from dialogues.finishing.joining import join_modules

MODULES = {
    "search/box.js": 'import { twice } from "./words.js";\nimport { said } from "../said.js";\n'
    "const NAME = 1;\nexport const begin = () => twice(NAME) + said;\n",
    "search/words.js": 'import {\n  one,\n} from "./one.js";\nconst NAME = 20;\n'
    "export const twice = (number) => number + one + NAME;\n",
    "search/one.js": "const twice = 300;\nexport const one = twice;\n",
    "said.js": "export const said = 4000;\n",
}


def paths(modules: dict[str, str]) -> dict[PurePosixPath, str]:
    return {PurePosixPath(path): text for path, text in modules.items()}


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "imports"), [("search", 1), ("", 0)])
def test_a_joined_module_does_what_its_parts_do(tmp_path: Path, folder: str, imports: int) -> None:
    entry = PurePosixPath("search/box.js")
    text = join_modules(paths(MODULES), entry, lambda path: path.as_posix().startswith(folder))
    (tmp_path / "search").mkdir()
    (tmp_path / "search/box.mjs").write_text(text.replace("said.js", "said.mjs"))
    (tmp_path / "said.mjs").write_text(MODULES["said.js"])
    program = 'import("./search/box.mjs").then(({ begin }) => console.log(begin()))'
    done = subprocess.run(
        ["node", "-e", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert done.stdout == "4321\n"
    assert text.count("import") == imports


@pytest.mark.parametrize(
    ("module", "text", "said"),
    [
        ("search/words.js", "export default 1;", r"search/words\.js: a module imports"),
        ("search/words.js", "export { one };", r"search/words\.js: a module imports"),
        ("search/words.js", 'import "./one.js";', r"search/words\.js: a module imports"),
        ("search/one.js", "export const one = 1;\nexport const twice = 2;", "the name 'twice'"),
        ("search/one.js", "export const one = 1;\nexport const said = 2;", "the name 'said'"),
        ("search/words.js", 'import { one as two } from "./one.js";', "keeps its name"),
    ],
)
def test_what_cannot_be_joined_is_said(module: str, text: str, said: str) -> None:
    modules = paths(MODULES | {module: text + "\n"})

    with pytest.raises(ValueError, match=said):
        join_modules(modules, PurePosixPath("search/box.js"), lambda path: path.name != "said.js")
