"""Render the pages of themes, and their index with the grid of themes and cities."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dialogues.finding.themes import Treatment, group_by_session
from dialogues.model.addresses import country_path
from dialogues.model.archive import Event
from dialogues.model.entities import City, Theme
from dialogues.model.sessions import Passage, Session
from dialogues.rendering.occasions import Said, gather_occasions
from dialogues.rendering.parts import count_events, list_parts
from dialogues.rendering.site import Page, Site

RELATED = 5
"""Themes named as related at most."""
ROWS = 40
"""Lines of the grid on the index where countries have pages: those of most passages."""


@dataclass(frozen=True)
class GridRow:
    """A city's line of the grid: how many of its passages are about each theme."""

    city: City
    cells: tuple[tuple[Theme, int, int], ...]
    """Each theme with the number and with the shade, from 0 for nothing."""


def list_pages(site: Site) -> Iterator[Page]:
    """Yield the index of themes, a page for each, and their parts."""
    yield Page("themes/index.md", "themes", partial(_index, site))
    for code in site.parts.countries:
        path = country_path("themes", code)
        yield Page(path, "themes_country", partial(_country, site, code))
    for theme in site.archive.themes.values():
        yield Page(theme.path, "theme", partial(_theme, site, theme))
        yield from list_parts(site, theme, partial(_gather_part, site, theme))


def _index(site: Site) -> Mapping[str, object]:
    years, by_year = count_years(site)
    rows = draw_grid(site)
    countries = order_countries(site)
    return {
        "themes": list_themes(site),
        "rows": rows[:ROWS] if countries else rows,
        "countries": countries,
        "years": years,
        "by_year": by_year,
    }


def list_themes(site: Site) -> list[tuple[Theme, int]]:
    """Return all themes with the number of their passages, those of most passages first."""
    themes = [(theme, site.themes.passages_on(theme)) for theme in site.archive.themes.values()]
    return sorted(themes, key=lambda pair: -pair[1])


YearRow = tuple[Theme, list[int], int | None]
"""A theme, its passages in each year, and the change from the year before to the last; None: new."""


def count_years(site: Site) -> tuple[list[int], list[YearRow]]:
    """Return all years, and a row for each theme, those that grew most first."""
    counts: dict[Theme, Counter[int]] = {theme: Counter() for theme in site.archive.themes.values()}
    for theme, treatments in site.themes.treatments.items():
        for treatment in treatments:
            counts[theme][treatment.place.session.dates[0].year] += len(treatment.passages)
    years = sorted({event.dates[0].year for event in site.archive.events.values()})
    rows = [
        _compare_years(theme, [found[year] for year in years]) for theme, found in counts.items()
    ]
    return years, sorted(rows, key=lambda row: (row[2] is not None, -(row[2] or 0)))


def _compare_years(theme: Theme, counts: list[int]) -> YearRow:
    is_new = len(counts) > 1 and not any(counts[:-1])
    return theme, counts, None if is_new else counts[-1] - sum(counts[-2:-1])


def draw_grid(site: Site, country: str = "") -> list[GridRow]:
    """Return a row for each city that spoke, of a country or of all; those with the most passages first."""
    themes = [theme for theme, _ in list_themes(site)]
    counts = sorted(site.themes.counts.items(), key=lambda pair: (-pair[1].total(), pair[0].key))
    return [
        GridRow(city, tuple((theme, spoken[theme], _shade(spoken[theme])) for theme in themes))
        for city, spoken in counts
        if spoken and country in ("", city.country)
    ]


def _shade(count: int) -> int:
    """Return the shade of a cell: 1, 2, 3 to 4, and 5 or more passages."""
    return sum(count >= least for least in (1, 2, 3, 5))


def order_countries(site: Site) -> list[str]:
    """Return the countries that have pages of their own, in the order of their names."""
    view = site.view
    return sorted(site.parts.countries, key=lambda code: view.order(view.country(code)))


def _country(site: Site, code: str) -> Mapping[str, object]:
    """Return the lines of the grid that are of a country's cities, where the index has parts."""
    return {
        "steps": [(site.view.country(code), country_path("themes", code))],
        "code": code,
        "themes": list_themes(site),
        "rows": draw_grid(site, code),
    }


def _gather_part(site: Site, theme: Theme, event: Event) -> dict[str, object]:
    """Return what is said on a theme at an event, where its page has parts."""
    treatments = [t for t in site.themes.treatments[theme] if t.place.event.key == event.key]
    spoken = Counter(
        city
        for treatment in treatments
        for city in _speaks(treatment)
        for passage in treatment.passages
        if not passage.doubtful
    )
    questions = site.themes.questions.get(theme, ())
    return {
        "occasions": list(_gather(treatments)),
        "cities": spoken.most_common(),
        "questions": [found for found in questions if found[0].key == event.key],
    }


def _theme(site: Site, theme: Theme) -> Mapping[str, object]:
    treatments = site.themes.treatments.get(theme, ())
    together = site.themes.together.get(theme, Counter[Theme]())
    return {
        "linked": [site.linked_data.describe_entity(theme)],
        "steps": [(site.view.pick(theme.name), theme.path)],
        "made_from": site.folders(treatment.place.session for treatment in treatments),
        "theme": theme,
        "count": site.themes.passages_on(theme),
        "parted": theme in site.parts.events,
        "count_events": count_events,
        "schemes": site.archive.schemes,
        "occasions": list(_gather(treatments)),
        "cities": site.themes.cities_on(theme),
        "questions": site.themes.questions.get(theme, ()),
        "related": together.most_common(RELATED),
    }


@dataclass(frozen=True)
class Step:
    """From what a city says on a theme to what it says there next."""

    city: City
    number: int
    count: int
    anchor: str


@dataclass(frozen=True)
class Spoken:
    """What one contribution says on a theme, among what is said in a session."""

    begin: list[str]
    """The keys of the cities that speak first there."""
    turn: Said
    passages: tuple[Passage, ...]
    number: int
    """The how-manieth turn of its speaker in the session."""
    steps: list[Step]
    """Where its cities speak next."""


def _gather(treatments: Sequence[Treatment]) -> Iterator[tuple[Event, Session, list[Spoken]]]:
    """Yield what is said on a theme by session, and there by city."""
    ordered = [treatment for group in _by_session(treatments) for treatment in group]
    of_city: dict[City, list[Treatment]] = defaultdict(list)
    for treatment in ordered:
        for city in _speaks(treatment):
            of_city[city].append(treatment)
    for group in _by_session(treatments):
        (event, session, turns), *_ = gather_occasions(treatment.place for treatment in group)
        number = 0
        parts = []
        for treatment, turn in zip(group, turns, strict=True):
            number = number + 1 if turn.is_introduced else 1
            begin, steps = _begins(treatment, of_city), list(_steps(treatment, of_city))
            parts.append(Spoken(begin, turn, treatment.passages, number, steps))
        yield event, session, parts


def _by_session(treatments: Sequence[Treatment]) -> Iterator[list[Treatment]]:
    """Yield what is said in each session; what a city says there stands together."""
    for found in group_by_session(treatments):
        first = {_speaks(t): place for place, t in reversed(list(enumerate(found)))}
        yield sorted(found, key=lambda treatment: first[_speaks(treatment)])


def _begins(treatment: Treatment, of_city: Mapping[City, list[Treatment]]) -> list[str]:
    return [city.key for city in _speaks(treatment) if of_city[city][0] is treatment]


def _steps(treatment: Treatment, of_city: Mapping[City, list[Treatment]]) -> Iterator[Step]:
    for city in _speaks(treatment):
        all_of_city = of_city[city]
        number = all_of_city.index(treatment) + 1
        if number < len(all_of_city):
            place = all_of_city[number].place
            anchor = f"{place.session.record}--{place.contribution.id}"
            yield Step(city, number, len(all_of_city), anchor)


def _speaks(treatment: Treatment) -> tuple[City, ...]:
    """Return the cities that speak."""
    contribution = treatment.place.contribution
    return contribution.cities if contribution.speaker else ()
