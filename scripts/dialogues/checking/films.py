"""Check that a film is one that the record or its publisher gives, of something that is there."""

import re
from collections.abc import Iterator

from dialogues.parsing.structure import Item
from dialogues.problems import Problem
from dialogues.reading.records import Folder


def check_films(folder: Folder) -> Iterator[Problem]:
    """Yield a problem for each film that neither gives, or whose contribution is not there."""
    sections = {section.session: section.elements for section in folder.parsed.sections}
    for number, session in enumerate(folder.entry.sessions):
        items = {each.id for each in sections.get(session.id, ()) if isinstance(each, Item)}
        for place, film in enumerate(session.films):
            path = f"sessions.{number}.films.{place}"
            where = ("sessions", number, "films", place)
            if film.given_at is None and not is_printed(film.url, folder.source.text):
                rule = f"{path} must stand in the source, or say where its publisher gives it"
                message = f"{rule} (given_at), and does not: {film.url!r}"
                yield folder.document.problem(message, *where, "url")
            if film.of is not None and film.of not in items:
                rule = f"{path}.of must be the id of a contribution of the session, and is"
                yield folder.document.problem(f"{rule} {film.of!r}", *where, "of")


def is_printed(address: str, text: str) -> bool:
    """Return whether a text has an address, and not only a longer one that begins so."""
    return re.search(rf"{re.escape(address)}(?![\w/?#&=%-])", text) is not None
