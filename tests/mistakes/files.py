"""Mistakes in a file as such, whatever it holds: its name, YAML, characters, bytes."""

import os
from pathlib import Path

from histories import git
from mistakes.planting import RECORD, REGISTRY, Change, Mistakes, put, replace

STANDS = "a file or folder must stand here itself, and this is a link to"
OF_ITS_OWN = "this must be a file as such, and is a folder or a device"
STRANGE = "docs must hold data, pages by hand and assets alone (README.md), and has"


def stray(*files: str) -> tuple[Change, str]:
    """Return a change that adds files, and the lines that refuse them."""

    def change(root: Path) -> None:
        for file in files:
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            put(root / file, b"x")

    return change, "\n".join(f"{f}:1: {STRANGE} {Path(f).name!r}" for f in sorted(files))


def fill(file: str, data: bytes, message: str) -> tuple[Change, str]:
    """Return a change that adds a file, and the message about it."""

    def change(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        put(root / file, data)

    return change, f"{file}:1: {message}"


def keep(file: str) -> Change:
    """Return a change that puts a file into the history, whatever git is told to leave out."""

    def change(root: Path) -> None:
        (root / file).parent.mkdir(parents=True)
        put(root / file, b"x")
        git(root, "init", "--quiet")
        git(root, "add", "--force", file)

    return change


def move(root: Path) -> None:
    """Put a link in the place of docs/."""
    (root / "docs").rename(root / "all")
    (root / "docs").symlink_to("all")


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
        f"{RECORD}/pay-now.docx",
        f"{RECORD}/original-2.pdf",
        f"{RECORD}/original.pdf.docx",
        "docs/registry/evil.yml",
        "docs/registry/evil.js",
        "docs/zh/evil.html",
        "docs/git/config",
    ),
    "original that is none": fill(
        f"{RECORD}/original.docx",
        b"%PDF-1.7",
        "the file that a record came in must be what its name says, and is no .docx",
    ),
    "original that is too large": fill(
        f"{RECORD}/original.pdf",
        b"%PDF-1.7" + bytes(20_000_000),
        "a file must have at most 20,000,000 bytes, and has 20,000,008",
    ),
    "picture that is too large": fill(
        "docs/assets/x.png",
        bytes(2_000_001),
        "a file must have at most 2,000,000 bytes, and has 2,000,001",
    ),
    "pipe in place of a file": (
        lambda root: os.mkfifo(root / f"{RECORD}/original.pdf"),
        f"{RECORD}/original.pdf:1: {OF_ITS_OWN}",
    ),
    "folder in place of a file": (
        lambda root: (root / "docs/addresses.txt").mkdir(),
        f"docs/addresses.txt:1: {OF_ITS_OWN}",
    ),
    "link in place of all": (
        move,
        f"docs:1: {STANDS} 'all'",
    ),
    "page that is kept in the history": (
        keep("docs/zh/events/index.md/x"),
        "docs/zh/events/index.md/x:1: what stands among generated pages must be made by the build",
    ),
    "device of Windows": (
        lambda root: (root / "docs/records/aux").mkdir(),
        "docs/records/aux:1: a folder must not have a name that Windows keeps for a device\n"
        "docs/records/aux/record.yml:1: the file must be there to read\n"
        "docs/records/aux/source.txt:1: the file must be there to read",
    ),
    "anchor behind a colon": (
        lambda root: put(root / f"{REGISTRY}/schemes.yml", b'{"iso":&x {}, "sdg":*x}'),
        f"{REGISTRY}/schemes.yml:1: anchors and aliases (& and *) are not used here",
    ),
    "tag": (
        replace(f"{REGISTRY}/cities.yml", "kind: county", "kind: !!str county"),
        f"{REGISTRY}/cities.yml:12: tags (!) are not used here",
    ),
    "directive": (
        lambda root: put(root / f"{REGISTRY}/synonyms.yml", b"%YAML 1.1\n---\n{}\n"),
        f"{REGISTRY}/synonyms.yml:2: directives (%) are not used here",
    ),
    "merged mapping": (
        replace(f"{REGISTRY}/cities.yml", "  kind: county", "  <<: {kind: county}"),
        f"{REGISTRY}/cities.yml:12: merged mappings (<<) are not used here",
    ),
    "lost characters": (
        replace(f"{RECORD}/passages.yml", "An innovative", "An innovative \ufffd"),
        f"{RECORD}/passages.yml:25: each character must be the one received, and this stands for one"
        " that was lost: U+FFFD",
    ),
    "carriage return within a text": (
        replace(
            f"{RECORD}/passages.yml",
            "|-\n    An innovative",
            '"An R&D centre\\r\\r# B"\n# An innovative',
        ),
        f"{RECORD}/passages.yml:24: characters must be visible, and has U+000D",
    ),
    "character of no Unicode": (
        replace(f"{RECORD}/passages.yml", "An innovative", "An innovative \u0378"),
        f"{RECORD}/passages.yml:25: characters must be visible, and has U+0378",
    ),
    "half of a character": (
        replace(f"{RECORD}/passages.yml", "|-\n    An innovative", '"\\ud800"\n# An innovative'),
        f"{RECORD}/passages.yml:24: characters must be visible, and has U+D800\n"
        f"{RECORD}/passages.yml:24: talk-1-4.en input should be a valid string",
    ),
    "heap of marks": (
        replace(
            f"{RECORD}/passages.yml", "An innovative", "An\u0301\u0301\u0301\u0301\u0301 innovative"
        ),
        f"{RECORD}/passages.yml:25: a letter must have at most 4 marks, and one has 5",
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
        f"{REGISTRY}/glossary.yml:3: a word must be of one alphabet, and has U+FF26 FULLWIDTH LATIN"
        " CAPITAL LETTER F: 'R\uff26ID'",
    ),
    "letters of two alphabets": (
        replace(f"{REGISTRY}/cities.yml", "en: Beta", "en: Be\u057d\u13a0ta"),
        f"{REGISTRY}/cities.yml:11: a word must be of one alphabet, and has U+057D ARMENIAN SMALL"
        " LETTER SEH, U+13A0 CHEROKEE LETTER A: 'Be\u057d\u13a0ta'",
    ),
}
