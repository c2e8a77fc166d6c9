"""Published addresses, which are permanent: none may vanish without saying where it went.

docs/addresses.txt lists every page and anchor that was ever published, without the language, one on
a line. docs/registry/redirects.yml says of one that is no more where it went (`to`), or why nothing
took its place (`why`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dialogues.model.addresses import BY_HAND, INDEXES, address_of, session_address
from dialogues.model.archive import Archive, Redirect
from dialogues.model.entities import Bilingual
from dialogues.problems import Problem
from dialogues.reading.yaml_files import read_model
from dialogues.schemas.registry import Redirects

LIST = "docs/addresses.txt"
REDIRECTS = "docs/registry/redirects.yml"


def list_addresses(archive: Archive) -> list[str]:
    """Return the addresses of all pages, and of all passages and contributions on their pages."""
    return sorted({*BY_HAND, *INDEXES.values(), *_list_pages(archive), *_list_anchors(archive)})


def _list_pages(archive: Archive) -> Iterator[str]:
    yield from (f"events/{event}/" for event in archive.events)
    yield from (session_address(event, session) for event, session in archive.sessions)
    yield from (address_of(entity.path) for entity in archive.entities)
    yield from (f"records/{record}/" for record in archive.records)


def _list_anchors(archive: Archive) -> Iterator[str]:
    for event, session in archive.sessions:
        page = session_address(event, session)
        yield from (f"{page}#{passage.id}" for passage in session.passages)
        yield from (f"{page}#{contribution.id}" for contribution in session.contributions)


def read_redirects(root: Path) -> tuple[list[Redirect], list[Problem]]:
    """Return what is known of addresses that are no more, and what is wrong with that."""
    if not (root / REDIRECTS).exists():
        return [], []
    found, _, problems = read_model(root, REDIRECTS, Redirects)
    entries = found.root.items() if found else ()
    return [Redirect(a, e.to, Bilingual(e.why.zh, e.why.en)) for a, e in entries], problems


def read_published(root: Path) -> list[str]:
    """Return every address that was ever published; none where the list is a link elsewhere."""
    path = root / LIST
    if path.is_symlink() or not path.is_file():
        return []
    return path.read_bytes().decode("utf-8", "replace").splitlines()


def check_list(published: Iterable[str], root: Path) -> Iterator[Problem]:
    """Yield a problem for each address of an earlier list that is no longer in the list."""
    for address in sorted(set(published) - set(read_published(root))):
        rule = "the list must keep every address that was ever published, and lacks"
        yield Problem(LIST, 1, f"{rule} {address!r}")


def check_addresses(root: Path, archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each address that vanished, is not listed, or leads to nothing."""
    published, present = read_published(root), set(list_addresses(archive))
    if not published:
        return
    redirects = {redirect.address: redirect.to for redirect in archive.redirects}
    for line, address in enumerate(published, 1):
        if address not in present and address not in redirects:
            rule = f"a published address must stay, or be in {REDIRECTS}, and is gone"
            yield Problem(LIST, line, f"{rule}: {address!r}")
    if missing := sorted(present - set(published)):
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        rule = "must have every address (`make sync` adds it), and lacks"
        yield Problem(LIST, 1, f"{rule} {missing[0]!r}{more}")
    for address, target in redirects.items():
        if address in present or address not in published:
            rule = "must be of published addresses that are gone"
            yield Problem(REDIRECTS, 1, f"{rule}, and {address!r} is not")
        if target is not None and target not in present:
            yield Problem(REDIRECTS, 1, f"{address}.to must be an address, and is {target!r}")


def add_addresses(root: Path, archive: Archive) -> int:
    """Write new addresses into the list; return how many."""
    published = read_published(root)
    added = sorted(set(list_addresses(archive)) - set(published))
    if added:
        text = "".join(f"{address}\n" for address in sorted([*published, *added]))
        (root / LIST).write_text(text, encoding="utf-8", newline="\n")
    return len(added)
