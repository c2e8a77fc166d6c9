"""Recordings that somebody else has published: a page only leads to them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from dialogues.model.entities import Bilingual

YOUTUBE = ("youtu.be", "youtube.com", "www.youtube.com")
"""Hosts that take the second to begin at as a field of the query."""


@dataclass(frozen=True, kw_only=True)
class Film:
    """A recording of a session, or of one contribution within it."""

    url: str
    what: Bilingual
    of: str | None = None
    """The id of the contribution that it shows; None where it shows the session."""
    seconds: int | None = None
    """Where it begins in the recording; None where nobody says."""
    given_at: str | None = None
    """The page on which its publisher gives the address; None where the record does."""

    @property
    def address(self) -> str:
        """The address at which the recording begins where it should."""
        if self.seconds is None:
            return self.url
        parts = urlsplit(self.url)
        if parts.netloc in YOUTUBE:
            query = f"{parts.query}&t={self.seconds}s".removeprefix("&")
            return parts._replace(query=query).geturl()
        return parts._replace(fragment=f"t={self.seconds}").geturl()  # W3C's media fragments

    @property
    def time(self) -> str:
        """The same as a clock shows it: 12:30, 1:02:03; empty where nobody says."""
        if self.seconds is None:
            return ""
        hours, rest = divmod(self.seconds, 3600)
        minutes, seconds = divmod(rest, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
