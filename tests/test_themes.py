"""What is said on each theme, and which cities spoke of the same ones."""

from collections import Counter
from pathlib import Path

import pytest

from dialogues.finding.crosslinks import find_crosslinks, find_silent
from dialogues.finding.mentions import Gazetteer
from dialogues.finding.themes import ThemeIndex, find_themes
from dialogues.loading import load_archive
from dialogues.model.archive import Archive
from dialogues.model.sessions import Question


@pytest.fixture(scope="module")
def index(archive: Archive) -> ThemeIndex:
    return find_themes(archive)


def test_there_are_as_many_themes_as_a_reader_can_survey(archive: Archive) -> None:
    assert 18 <= len(archive.themes) <= 26
    assert len(archive.initiatives) >= 60


def test_every_passage_with_a_theme_is_found_under_it_once(
    archive: Archive, index: ThemeIndex
) -> None:
    expected = Counter(
        theme
        for place in archive.places
        for passage in place.contribution.passages
        for theme in passage.themes
    )

    assert {theme: index.passages_on(theme) for theme in index.treatments} == expected


def test_what_is_said_on_a_theme_is_in_the_order_of_days(index: ThemeIndex) -> None:
    for treatments in index.treatments.values():
        dates = [treatment.place.event.dates for treatment in treatments]
        assert dates == sorted(dates)


def test_neither_captions_nor_doubtful_passages_are_counted_as_speech(
    archive: Archive, index: ThemeIndex
) -> None:
    counted = sum(counts.total() for counts in index.counts.values())
    said = sum(
        len(passage.themes) * len(place.contribution.cities) * (not passage.doubtful)
        for place in archive.places
        if place.contribution.speaker
        for passage in place.contribution.passages
    )

    assert counted == said


def test_near_cities_share_themes_and_the_nearest_comes_first(
    archive: Archive, index: ThemeIndex
) -> None:
    for city in archive.cities.values():
        own = set(index.counts.get(city, ()))
        ratios = []
        for neighbour in index.neighbours_of(city):
            other = set(index.counts[neighbour.city])
            assert set(neighbour.shared) == own & other
            assert neighbour.either == len(own | other)
            ratios.append(len(neighbour.shared) / neighbour.either)
        assert ratios == sorted(ratios, reverse=True)


def test_who_is_not_recorded_as_answering(small: Path) -> None:
    archive = load_archive(small)
    (session,) = archive.events["2030-harbour"].sessions
    (question,) = [part for part in session.parts if isinstance(part, Question)]

    assert [who.label for who in find_silent(session, question)] == ["Director, Harbour Office"]


def test_references_lead_both_ways(small: Path) -> None:
    archive = load_archive(small)

    links = find_crosslinks(archive, Gazetteer(archive.linked))

    record = "2030-harbour-talks"
    assert links.referring[record, "talk-1-2"] == ["q1-1-1"]
    assert links.places[record, "q1-1-1"].contribution.id == "q1-1"
    assert links.places[record, "talk-1-2"].contribution.id == "talk-1"
