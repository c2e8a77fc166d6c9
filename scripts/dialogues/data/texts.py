"""Write the whole text of a language in one file, in which any editor or browser can look something up."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialogues.data.words import statements
from dialogues.model.addresses import session_address
from dialogues.model.sessions import Contribution, Passage, Question, Session
from dialogues.rendering.site import Site
from dialogues.rendering.templating import render_file

STATEMENTS = ("not_verbatim", "unofficial", "cite")


@dataclass(frozen=True)
class Turn:
    """Who speaks, or what is asked, and the passages of it."""

    heading: str
    passages: tuple[Passage, ...]


def render_text(site: Site) -> str:
    """Return the text of all sessions: a line for each passage, and one for each of its notes."""
    said = {name: text.in_language(site.language) for name, text in statements().items()}
    sessions = [
        (
            site.view.session_title(event, session),
            site.view.dates(session.dates),
            site.home + session_address(event, session),
            list(list_turns(site, session)),
        )
        for event, session in site.archive.sessions
    ]
    return render_file("whole.txt", said=said, names=STATEMENTS, view=site.view, sessions=sessions)


def list_turns(site: Site, session: Session) -> Iterator[Turn]:
    """Yield what is asked and said in a session, in the order of the record."""
    for part in session.parts:
        if isinstance(part, Question):
            yield Turn(site.view.plain("question"), (part.passage,))
        elif isinstance(part, Contribution):
            heading = site.view.name_with_doubt(part, part.passages)
            yield Turn(" ".join(filter(None, (part.number, heading))), part.passages)
