"""Mistakes in a file as such, whatever it holds: its name, YAML, characters, bytes."""

from pathlib import Path

from mistakes.planting import RECORD, REGISTRY, Change, Mistakes, put, replace

STANDS = "a file or folder must stand here itself, and this is a link to"
STRANGE = "docs must hold data, pages by hand and assets alone (README.md), and has"


def stray(*files: str) -> tuple[Change, str]:
    """Return a change that adds files, and the lines that refuse them."""

    def change(root: Path) -> None:
        for file in files:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            put(root / file, b"x")

    return change, "\n".join(f"{f}:1: {STRANGE} {Path(f).name!r}" for f in sorted(files))


def link(file: str, target: str) -> tuple[Change, str]:
    """Return a change that adds a symbolic link, and the line that refuses it."""

    def change(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).symlink_to(target)

    return (
        change,
        f"{file}:1: {STANDS} {target!r}",
    )


MISTAKES: Mistakes = {
    "files that are none of ours": stray(
        "docs/evil.html",
        "docs/assets/evil.svg",
        "docs/assets/a..%2Fx.js",
        "docs/evil.js",
        f"{RECORD}/evil.html",
        f"{RECORD}/deep/source.txt",
        "docs/registry/evil.js",
        "docs/zh/evil.html",
        "docs/git/config",
    ),
    "link to a file outside": link("docs/passwd", "/etc/passwd"),
    "link within a record": link(f"{RECORD}/original.pdf", "/etc/passwd"),
    "link in place of a folder": link("docs/zh/events", "../../.."),
    "link to nothing": link("docs/assets/x.css", "nowhere"),
    "duplicate key": (
        replace(f"{RECORD}/passages.yml", "talk-1-4:", "talk-1-3:"),
        f'{RECORD}/passages.yml:21: the file must be valid YAML: found duplicate key "talk-1-3"',
    ),
    "source changed": (
        replace(f"{RECORD}/source.txt", "整個港", "全港"),
        f"{RECORD}/record.yml:5: source.sha256 must be that of source.txt, which is never edited,"
        " and the file's is",
    ),
    "unseen characters, escaped": (
        replace(
            f"{RECORD}/passages.yml",
            "    與乙市合作。\n",
            '    與乙市合作。\n  note: {zh: "a\\u202Eb", en: x}\n',
        ),
        f"{RECORD}/passages.yml:19: characters must be visible, and has U+202E",
    ),
    "folder with a name for no address": (
        lambda root: (root / RECORD).rename(root / "docs/records/2030 Harbour"),
        "docs/records/2030 Harbour:1: a folder's name must be lower-case words joined by hyphens,"
        " and is '2030 Harbour'",
    ),
    "stray file": (
        lambda root: put(root / "docs/records/notes.txt", b"x"),
        "docs/records/notes.txt:1: docs/records must hold a folder for each record, and no files",
    ),
    "invalid YAML": (
        replace(f"{RECORD}/record.yml", "kind: summary", "kind: [summary"),
        f"{RECORD}/record.yml:2: a bracket must be closed, and this is not: '[summary'",
    ),
    "unseen characters": (
        replace(f"{RECORD}/passages.yml", "與乙市合作", "與乙市\u200b合作"),
        f"{RECORD}/passages.yml:17: talk-1-3.zh must quote the source; from character 4 on\n"
        f"{RECORD}/passages.yml:18: characters must be visible, and has U+200B",
    ),
    "letter of another alphabet": (
        replace(f"{RECORD}/passages.yml", "An innovative", "An inn\u043evative"),
        f"{RECORD}/passages.yml:25: a word must be of one alphabet, and has U+043E CYRILLIC SMALL"
        " LETTER O: 'inn\u043evative'",
    ),
    "letter of another alphabet, escaped": (
        replace(f"{RECORD}/record.yml", "2030 Harbour Talks, summary", "2030 \\u0397arbour Talks"),
        f"{RECORD}/record.yml:1: a word must be of one alphabet, and has U+0397 GREEK CAPITAL LETTER"
        " ETA: '\u0397arbour'",
    ),
    "letter of another alphabet in a key": (
        replace(f"{REGISTRY}/glossary.yml", "港口:", "R\uff26ID:"),
        f"{REGISTRY}/glossary.yml:3: a name must occur in a record exactly so, and this does not:"
        " 'R\uff26ID'\n"
        f"{REGISTRY}/glossary.yml:3: a word must be of one alphabet, and has U+FF26 FULLWIDTH LATIN"
        " CAPITAL LETTER F: 'R\uff26ID'",
    ),
    "letters of two alphabets": (
        replace(f"{REGISTRY}/cities.yml", "en: Beta", "en: Be\u057d\u13a0ta"),
        f"{REGISTRY}/cities.yml:11: a word must be of one alphabet, and has U+057D ARMENIAN SMALL"
        " LETTER SEH, U+13A0 CHEROKEE LETTER A: 'Be\u057d\u13a0ta'",
    ),
}
