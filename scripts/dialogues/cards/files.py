"""List the files of all cards, by their places on the site."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dialogues.cards.pages import Card, list_cards, render_card
from dialogues.model.entities import LANGUAGES
from dialogues.rendering.site import Site

GENERAL = "assets/card-{language}.png"
"""The picture of the whole site, for a card that has none of its own."""
FindPicture = Callable[[Card, str], bytes]
"""Returns the picture of a card as PNG, given the name of the site."""


def list_files(
    site: Site, style: str, find_picture: FindPicture | None = None
) -> Iterator[tuple[str, str | bytes]]:
    """Yield page and picture of each card in both languages; `style` is the address of its style.

    Where one page only is asked for, the cards of all others are left out.
    """
    for language in LANGUAGES:
        seen = replace(site, language=language)
        folder = "en/" if language == "en" else ""
        for card in list_cards(seen):
            page = f"{folder}{card.address}index.html"
            if site.only not in ("", page):
                continue
            picture = GENERAL.format(language=language)
            if find_picture:
                picture = f"{folder}{card.address}card.png"
                yield picture, find_picture(card, seen.view.plain("site_name"))
            yield page, render_card(seen, card, style, picture)
