"""Pages of themes, and their index with the grid of themes and cities."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dialogues.archive import Event, Session
from dialogues.entities import City, Theme
from dialogues.rendering.site import Page, Site
from dialogues.themes import Treatment

SHADES = 4
"""How many depths of colour the grid has."""
RELATED = 5


@dataclass(frozen=True)
class Row:
    """A city's line of the grid: how many of its passages are about each theme."""

    city: City
    cells: tuple[tuple[Theme, int, int], ...]
    """Each theme with the number and with the shade, from 0 for nothing."""


def render_themes(site: Site) -> Iterator[Page]:
    """Yield the index of themes and a page for each."""
    themes = list_themes(site)
    yield site.page("themes/index.md", "themes", themes=themes, rows=draw_grid(site))
    for theme, count in themes:
        yield _theme(site, theme, count)


def list_themes(site: Site) -> list[tuple[Theme, int]]:
    """Return all themes with the number of their passages, those of most passages first."""
    themes = [(theme, site.themes.passages_on(theme)) for theme in site.archive.themes.values()]
    return sorted(themes, key=lambda pair: -pair[1])


def draw_grid(site: Site) -> list[Row]:
    """Return a row for each city that spoke, those with the most passages first."""
    themes = [theme for theme, _ in list_themes(site)]
    counts = sorted(site.themes.counts.items(), key=lambda pair: (-pair[1].total(), pair[0].key))
    return [
        Row(city, tuple((theme, spoken[theme], _shade(spoken[theme])) for theme in themes))
        for city, spoken in counts
        if spoken
    ]


def _shade(count: int) -> int:
    """Return the shade of a cell: 1, 2, 3 to 4, and 5 or more passages."""
    return sum(count >= least for least in (1, 2, 3, 5))


def _theme(site: Site, theme: Theme, count: int) -> Page:
    treatments = site.themes.treatments.get(theme, ())
    together = site.themes.together.get(theme, Counter[Theme]())
    return site.page(
        theme.path,
        "theme",
        theme=theme,
        count=count,
        schemes=site.archive.schemes,
        occasions=list(_gather(treatments)),
        cities=site.themes.cities_on(theme),
        questions=site.themes.questions.get(theme, ()),
        related=together.most_common(RELATED),
    )


Occasion = tuple[Event, Session, list[tuple[list[str], Treatment]]]
"""A session with what is said there, each with the keys of the cities that speak first there."""


def _gather(treatments: Sequence[Treatment]) -> Iterator[Occasion]:
    """Yield what is said on a theme by session, and there by city."""
    met: set[str] = set()
    for _, group in groupby(treatments, lambda t: (t.place.event.key, t.place.session.id)):
        found = list(group)
        first = {_speaks(t): place for place, t in reversed(list(enumerate(found)))}
        found.sort(key=lambda treatment: first[_speaks(treatment)])
        marked = []
        for treatment in found:
            new = [key for key in _speaks(treatment) if key not in met]
            met.update(new)
            marked.append((new, treatment))
        yield found[0].place.event, found[0].place.session, marked


def _speaks(treatment: Treatment) -> tuple[str, ...]:
    """Return the keys of the cities that speak."""
    contribution = treatment.place.contribution
    return tuple(city.key for city in contribution.cities) if contribution.speaker else ()
