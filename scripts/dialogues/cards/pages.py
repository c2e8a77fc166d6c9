"""Render the page of a card: a passage with who says it, when, and what has to be known of it.

It stands at an address of its own, `p/<record>/<passage>/`, and leads to the passage's place; for
searches it is that place (`canonical`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dialogues.model.addresses import card_address, event_path, session_address
from dialogues.model.archive import Record
from dialogues.model.sessions import Contribution, Part, Passage, Question, Session, passages_of
from dialogues.rendering.excerpts import shorten
from dialogues.rendering.site import Site
from dialogues.rendering.templating import render_file
from dialogues.rendering.view import View

LONGEST = {"zh": 110, "en": 155}
"""Characters that others show of a description."""


@dataclass(frozen=True)
class Card:
    """What a card says, in plain text of one language, and what it is made from."""

    address: str
    """Below the language."""
    who: str
    dates: str
    title: str
    """Of the event, with that of the session where there are several."""
    text: str
    label: str
    """What kind of text it is: a summary, no verbatim record; an unofficial translation."""
    session: Session
    part: Part
    passage: Passage

    @property
    def heading(self) -> str:
        """Who speaks and when: its title, short enough for others to show it whole."""
        return f"{self.who} · {self.dates}"


def list_cards(site: Site) -> Iterator[Card]:
    """Yield the card of each passage, in the language of the site's view."""
    for _, session in site.archive.sessions:
        record = site.archive.records[session.record]
        for part in session.parts:
            for passage in passages_of(part):
                yield _make(site.view, record, session, part, passage)


def render_card(site: Site, card: Card, style: str, picture: str) -> str:
    """Return the page of a card; `style` and `picture` are addresses below the site's root."""
    view = site.view_of(f"{card.address}index.md")
    event = site.archive.events[card.session.event]
    anchor = card.passage.id
    return render_file(
        "card.html",
        view=view,
        card=card,
        item=card.passage,
        contribution=card.part if isinstance(card.part, Contribution) else None,
        description=_describe(card, site.language),
        root="../" * (3 + (site.language == "en")),
        style=style,
        place=view.url_page(event_path(event, card.session), anchor),
        canonical=f"{site.home}{session_address(event, card.session)}#{anchor}",
        own=f"{site.home}{card.address}",
        picture=f"{site.address}{picture}",
    )


def _make(view: View, record: Record, session: Session, part: Part, passage: Passage) -> Card:
    marker = view.marker(passage.marker)
    text = passage.in_language(view.language)
    return Card(
        address=card_address(session, passage),
        who=_name(view, part, passage),
        dates=view.dates(session.dates),
        title=view.session_title(view.events[session.event], session),
        text=f"{marker} {text}" if marker else text,
        label=view.semicolon.join(_list_labels(view, record, passage)),
        session=session,
        part=part,
        passage=passage,
    )


def _list_labels(view: View, record: Record, passage: Passage) -> Iterator[str]:
    """Yield what must not be left out of a quotation, as it stands within a line."""
    yield view.plain(f"kind_{record.kind}")
    keys = [f"state_{passage.states.en}" if passage.en else "untranslated"]
    keys = keys * (view.language == "en") + ["is_corrected"] * bool(passage.corrections)
    yield from map(view.within, keys)


def _name(view: View, part: Part, passage: Passage) -> str:
    if isinstance(part, Contribution):
        return view.name_with_doubt(part, [passage])
    assert isinstance(part, Question)
    asked = view.plain("question")
    return view.plain("in_doubt", who=asked) if passage.doubtful else asked


def _describe(card: Card, language: str) -> str:
    """Return the words and what they are, as long as others show it."""
    behind = f"（{card.label}）" if language == "zh" else f" ({card.label})"
    return shorten(card.text, LONGEST[language] - len(behind)) + behind
