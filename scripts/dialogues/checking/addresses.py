"""Check that no published address vanishes without saying where it went.

docs/addresses.txt lists every page and anchor that was ever published, without the language, one on
a line. docs/registry/redirects.yml says of one that is gone where it went (`to`), or why nothing took
its place (`why`).
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from dialogues.model.addresses import address_of
from dialogues.model.archive import Archive, Redirect
from dialogues.model.entities import LANGUAGES
from dialogues.problems import Problem, shorten
from dialogues.publishing import GROUPS
from dialogues.reading.addresses import LIST, REDIRECTS, read_defended, read_published
from dialogues.rendering.addresses import list_addresses

PAGES = "scripts/dialogues/rendering/pages.py"


def check_list(published: Iterable[str], root: Path) -> Iterator[Problem]:
    """Yield a problem for each address of an earlier list that is no longer in the list."""
    for address in sorted(set(published) - set(read_published(root))):
        rule = "the list must keep every address that was ever published, and lacks"
        yield Problem(LIST, 1, f"{rule} {address!r}")


def check_addresses(root: Path, archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each address that vanished, is not listed, or leads to nothing."""
    published, present = read_published(root), set(list_addresses(archive))
    yield from _check_redirects(archive.redirects, set(published), present)
    if not published:
        return
    redirects = {redirect.address for redirect in archive.redirects}
    defended = set(read_defended(root))
    for line, address in enumerate(published, 1):
        if address not in present and address not in redirects:
            rule = f"a published address must stay, or be in {REDIRECTS}, and is gone"
            if address not in defended:
                rule = (
                    "the list must have what is or was published (`make sync` takes out the rest)"
                )
                rule += ", and has"
            yield Problem(LIST, line, f"{rule}: {shorten(address)}")
    if missing := sorted(present - set(published)):
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        rule = "must have every address (`make sync` adds it), and lacks"
        yield Problem(LIST, 1, f"{rule} {missing[0]!r}{more}")


def _check_redirects(
    redirects: Iterable[Redirect], published: Collection[str], present: Collection[str]
) -> Iterator[Problem]:
    for redirect in redirects:
        address, target = redirect.address, redirect.to
        if address in present or (published and address not in published):
            rule = "must be of published addresses that are gone"
            yield Problem(REDIRECTS, redirect.line, f"{rule}, and {address!r} is not")
        elif address.partition("/")[0] not in GROUPS:
            rule = "must be of pages that the data make (a page by hand leads on itself)"
            yield Problem(REDIRECTS, redirect.line, f"{rule}, and {address!r} is not")
        if target is not None and target not in present:
            rule = f"{address}.to must be an address, and is"
            yield Problem(REDIRECTS, redirect.line, f"{rule} {target!r}")


def check_pages(paths: Iterable[str], archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each page, by its path under docs/, that would have no permanent address."""
    present = set(list_addresses(archive))
    for path in paths:
        language, _, file = path.partition("/")
        is_page = language in LANGUAGES and file.endswith(".md") and "/_" not in path
        if is_page and address_of(file) not in present:
            rule = "every page that is written must be listed, and one is not"
            yield Problem(PAGES, 1, f"{rule}: {address_of(file)!r}")


def check_sessions(archive: Archive) -> Iterator[Problem]:
    """Yield a problem for each two sessions that would have the same address."""
    for event in archive.events.values():
        met: dict[str, str] = {}
        for session in event.sessions:
            if session.id in met:
                rule = f"sessions of one event must have ids of their own, and {session.id!r} is in"
                path = f"docs/records/{session.record}/record.yml"
                yield Problem(path, 1, f"{rule} {met[session.id]} too")
            met[session.id] = session.record
