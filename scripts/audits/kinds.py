"""Tell kinds of pages apart: a kind is what one template makes."""

from collections.abc import Callable, Iterable


def kind_of(address: str) -> str:
    """Return what a page is made as, without its language: `events`, `events/*` for those in it."""
    first, *rest = address.removeprefix("en/").rstrip("/").split("/")
    return "/".join([first, *("*" for _ in rest)])


def kind_in_language(address: str) -> str:
    """Return what a page is made as, with its language."""
    return ("en " if address.startswith("en/") else "zh ") + kind_of(address)


def choose_worst(
    pages: Iterable[str], measure: Callable[[str], float], kind: Callable[[str], str] = kind_of
) -> dict[str, str]:
    """Return the page with the largest measure of each kind, sorted by kinds."""
    worst: dict[str, str] = {}
    for page in pages:
        known = worst.get(kind(page))
        if known is None or measure(page) > measure(known):
            worst[kind(page)] = page
    return dict(sorted(worst.items()))
