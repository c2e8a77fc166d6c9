"""Make what many rows have: words in both languages, keys, and the addresses of both pages."""

from dataclasses import dataclass
from typing import Any

from dialogues.model.addresses import address_of, session_address
from dialogues.model.archive import Event
from dialogues.model.entities import Bilingual, Entity
from dialogues.model.sessions import Session

Pair = dict[str, Any]
"""Two columns and what they hold: `url_zh` and `url_en`."""


def both(name: str, words: Bilingual | None) -> Pair:
    """Return words in both languages as two columns; None where there are none."""
    return {f"{name}_zh": words and words.zh, f"{name}_en": words and words.en}


def key_of(entity: Entity | None) -> str | None:
    """Return the key of something; None where there is none."""
    return entity.key if entity else None


@dataclass(frozen=True)
class Addresses:
    """Makes addresses absolute where that of the site is known; else they begin at its home page."""

    site: str
    """With a final slash, or empty."""

    def file(self, path: str) -> str:
        """Return the address of a file of both languages."""
        return f"{self.site}{path}"

    def page(self, address: str) -> Pair:
        """Return a page, or a place on it, in both languages."""
        return {"url_zh": f"{self.site}{address}", "url_en": f"{self.site}en/{address}"}

    def entity(self, entity: Entity) -> Pair:
        """Return the page of a theme, city, person, organization or initiative."""
        return self.page(address_of(entity.path))

    def session(self, event: Event, session: Session, anchor: str = "") -> Pair:
        """Return the page of a session, or a passage or contribution on it."""
        return self.page(session_address(event, session) + (f"#{anchor}" if anchor else ""))
