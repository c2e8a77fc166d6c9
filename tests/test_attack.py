"""A sample of the attack (`make attack` is all of it): nothing breaks, and what breaks is counted."""

from functools import partial

import pytest

from attack.attempts import Area, Attempt, attempt, tabulate
from attack.engines import judge
from attack.fields import FILES, give_value, raw_in, read_small, try_fields
from attack.kills import try_swaps, try_sync
from attack.shapes import list_places
from attack.texts import refuse, try_files, try_mutants
from dialogues.schemas.registry import Cities
from mistakes.planting import RECORD

SAMPLE: dict[str, tuple[Area, int]] = {
    "swaps": (try_swaps, 1),
    "sync": (try_sync, 20),
    "fields": (try_fields, 1_499),
    "files": (try_files, 9),
    "mutants": (try_mutants, 40),
}


@pytest.mark.slow
@pytest.mark.parametrize("area", SAMPLE)
def test_nothing_breaks(area: str) -> None:
    tried, each = SAMPLE[area]
    found = [(area, each) for each in tried(each)]

    assert len(found) >= 2
    assert [each for _, each in found if each.fault] == [], tabulate(found)


def test_what_breaks_is_counted() -> None:
    table = tabulate(
        [("a", Attempt("x")), ("a", Attempt("y", "torn")), ("b", attempt("z", lambda: str(1 / 0)))]
    )

    assert [line.split()[-3:] for line in table.splitlines()[1:4]] == [
        ["2", "1", "1"],
        ["1", "0", "1"],
        ["3", "1", "2"],
    ]
    assert "broken: a: y: torn" in table


def test_a_file_that_is_taken_and_an_exception_are_found() -> None:
    assert refuse(f"{RECORD}/original.txt", b"x")
    assert attempt("x", lambda: str(1 / 0)).fault.startswith("ZeroDivisionError")


def test_every_field_has_a_place() -> None:
    places = {
        (file, ".".join(map(str, place)))
        for file, model in FILES.items()
        for place in list_places(model.model_json_schema(), read_small(file))
    }

    assert len(places) > 100
    for place in ("alpha.latitude", "alpha.sources.0.url", "alpha.note.zh", "alpha.wikidata"):
        assert ("docs/registry/cities.yml", place) in places
    assert (f"{RECORD}/passages.yml", "talk-1-1.corrections.0.was") in places


def test_a_value_without_a_line_is_a_fault() -> None:
    give = partial(give_value, "docs/registry/cities.yml", Cities, ("alpha", "zh"), render=True)
    assert give("甲市") == ""
    assert give(5) == ""


@pytest.mark.parametrize(
    ("page", "raw"),
    [
        ('---\ntitle: "[x](javascript:1)"\n---\n', ""),
        ('<script type="application/ld+json">{"name": "[x](javascript:1)"}</script>', ""),
        ("---\ntitle: x\n---\n\n[x](javascript:1)\n", "](javascript:"),
        ('---\ntitle: "<script>__hurt=1"\n---\n', "<script>__hurt"),
    ],
)
def test_what_stands_raw_where_it_would_be_read_is_found(page: str, raw: str) -> None:
    assert raw_in(page) == raw


def test_a_page_that_is_bare_in_an_engine_is_found() -> None:
    good = '{"missing": false, "styled": true, "lively": true, "home": "http://x/en/"}'

    assert judge(good, "http://x/", "en/") == ""
    assert judge(good, "http://x/", "no") == good
    assert judge(good.replace('led": true', 'led": false'), "http://x/", "en/")
    assert judge("", "http://x/", "en/") == "nothing"
