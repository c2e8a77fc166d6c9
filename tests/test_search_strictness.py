"""What the search says of what it found: all words first, guesses, phrases, filters, order, cuts."""

from dialogues.model.archive import Archive
from searching import Ask, ids


def test_no_word_is_found_by_a_stem_that_means_something_else(ask: Ask) -> None:
    for query, strange in (("police", "policy"), ("news", "new"), ("new", "news")):
        answer = ask("en", query)
        assert answer["guesses"] == []
        assert strange not in {mark for item in answer["items"] for mark in item["marks"]}


def test_what_is_nowhere_is_named_and_a_guess_is_told_with_a_way_to_the_word(ask: Ask) -> None:
    answer = ask("en", "homeless people")
    assert answer["unfound"] == ["homeless"]
    assert answer["whole"] == 0

    (guess,) = ask("en", "winter tires")["guesses"]
    assert (guess["word"], guess["exact"]) == ("tires", 'winter "tires"')
    assert "times" in guess["shown"]
    exact = ask("en", '"tires"')
    assert (exact["items"], exact["unfound"], exact["guesses"]) == ([], ["tires"], [])

    assert ask("zh", "flood")["guesses"] == []  # a synonym says what it means

    (guess,) = ask("zh", "在生能源")["guesses"]
    assert guess["shown"] == ["再生能源"]


def test_what_has_all_words_stands_first(ask: Ask) -> None:
    answer = ask("en", "open data")

    having = [item["all"] for item in answer["items"]]
    assert 0 < answer["whole"] < len(having)
    assert having == sorted(having, reverse=True)
    assert sum(having) == answer["whole"]
    for item in answer["items"][: answer["whole"]]:
        assert {"open", "data"} <= set(item["text"].lower().replace(".", " ").split())


def test_a_phrase_and_a_minus_are_strict(ask: Ask) -> None:
    assert ids(ask("en", '"garbage in garbage out"')) == ["q1-2-1"]
    assert ids(ask("en", '"garbage out garbage in out"')) == []
    assert len(ids(ask("zh", "「同島一命，同球一命」"))) == 1

    every, less = ask("en", "parking"), ask("en", "parking -Rzeszów")
    assert "eurasia-5" in {item["id"] for item in every["items"]}
    assert "eurasia-5" not in {item["id"] for item in less["items"]}
    assert ask("en", "parking -sensors")["items"]
    assert ask("en", "start -ups")["cut"] == 0


def test_filters_let_through_what_they_say_and_count_what_they_would(ask: Ask) -> None:
    every = ask("en", "data")
    chosen = every["facets"]["city"][0]
    less = ask("en", "data", filters={"city": [chosen["key"]]})

    assert len(less["items"]) == chosen["count"] < len(every["items"])
    assert less["facets"]["city"] == every["facets"]["city"]
    assert sum(one["count"] for one in less["facets"]["year"]) == chosen["count"]
    for sort in ("event", "year", "city", "speaker", "theme", "kind"):
        for facet in every["facets"][sort]:
            count = len(ask("en", "data", filters={sort: [facet["key"]]})["items"])
            assert count == facet["count"], facet

    all_of_year = ask("zh", "", filters={"year": ["2021"]})
    assert {item["date"][:4] for item in all_of_year["items"]} == {"2021"}
    assert all_of_year["whole"] == len(all_of_year["items"]) > 20


def test_results_can_be_ordered_by_date(ask: Ask) -> None:
    for order, newest_first in (("date", True), ("oldest", False)):
        answer = ask("zh", "", filters={"kind": ["summary"]}, order=order)
        dates = [item["date"] for item in answer["items"]]
        assert dates == sorted(dates, reverse=newest_first)
        assert len(set(dates)) > 1


def test_a_long_query_is_read_to_its_end_or_said_to_be_cut(ask: Ask, archive: Archive) -> None:
    text = next(p for _, p in archive.passages if len(p.zh) > 150)
    padding = "somebody somewhere once wrote to me about this and that " * 10
    assert ask("zh", padding + text.zh)["cut"] == 0
    assert ids(ask("zh", padding + text.zh))[0].startswith(text.id.rsplit("-", 1)[0])
    assert ask("zh", "x" * 2001)["cut"] == 2000
