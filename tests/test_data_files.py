"""The published data are valid to the tools that others check them with; a planted fault is found."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from frictionless import Report, validate
from jsonschema import Draft202012Validator, FormatChecker
from ruamel.yaml import YAML

from conftest import ADDRESS
from dialogues.data.files import render_data
from dialogues.loading import load_archive
from dialogues.model.archive import Archive
from dialogues.rendering.site import Site
from projects import ROOT, SMALL

CITY = "data/cities/rzeszow.json"
Fault = Callable[[Any], object]


def find_faults(data: Mapping[str, Any], document: Any) -> list[str]:
    """Return what is wrong with a JSON file, by the schema whose address it gives."""
    validator = read_schema(data[document["$schema"].removeprefix(ADDRESS)])
    return [error.message for error in validator.iter_errors(document)]


@cache
def read_schema(text: str) -> Draft202012Validator:
    """Return what validates by a schema, which must be one."""
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def test_every_json_file_is_valid(data: Mapping[str, Any]) -> None:
    paths = [path for path in data if path.endswith(".json")]
    others = [path for path in paths if path.startswith("data/schema/")]
    documents = sorted({*paths} - {*others, "data/datapackage.json"})

    assert len(documents) > 90
    for path in documents:
        assert find_faults(data, json.loads(data[path])) == []


@pytest.mark.parametrize(
    "plant",
    [
        lambda city: city.pop("city"),
        lambda city: city["city"].update(latitude="50°"),
        lambda city: city["said"][0].update(state_en="perfect"),
        lambda city: city["said"][0].update(date="yesterday"),
        lambda city: city["said"][0].update(zh=""),
        lambda city: city["said"][0].update(proposed=["mobility"]),
        lambda city: city["said"][0]["lines"].append("14"),
    ],
)
def test_a_fault_in_a_json_file_is_found(data: Mapping[str, Any], plant: Fault) -> None:
    city = json.loads(data[CITY])
    plant(city)

    assert len(find_faults(data, city)) == 1


def test_a_fault_in_the_package_is_found(tmp_path: Path) -> None:
    """Plant faults of each kind, and look for each in its file; of the site, the package has none (test_data_site)."""
    for path, content in render_data(Site.of(load_archive(SMALL))):
        if path.endswith(".csv") or path == "data/datapackage.json":
            (tmp_path / Path(path).name).write_text(str(content), encoding="utf-8", newline="")
    faults = [
        ("passage_themes.csv", ",connectivity,", ",nowhere,", "foreign-key"),
        ("passages.csv", ",machine,", ",perfect,", "constraint-error"),
        ("cities.csv", ",PL,", ",,", "constraint-error"),
        ("cities.csv", ",50.0,", ",50°,", "type-error"),
        ("records.csv", "record,title_zh", "record,title", "incorrect-label"),
        ("themes.csv", "energy,", "connectivity,", "primary-key"),
    ]
    for file, was, now, _ in faults:
        text = (tmp_path / file).read_bytes().decode("utf-8")
        assert was in text
        (tmp_path / file).write_bytes(text.replace(was, now, 1).encode("utf-8"))

    report: Report = validate(str(tmp_path / "datapackage.json"))

    found = {(task.place, error.type) for task in report.tasks for error in task.errors}
    assert {(file, fault) for file, _, _, fault in faults} <= found


def test_the_descriptor_says_what_has_to_be_known(
    data: Mapping[str, Any], archive: Archive
) -> None:
    package = json.loads(data["data/datapackage.json"])

    for words in ("not verbatim", "unofficial machine translation", "Article 9", "apostrophe"):
        assert words in package["description"]
    assert package["version"] == "2026-11-21, 0123456789"
    assert [source["path"] for source in package["sources"]] == [
        f"{ADDRESS}records/{record}/source.txt" for record in archive.records
    ]


def test_the_citation_file_has_what_its_format_requires() -> None:
    cited = YAML(typ="safe").load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] in ("software", "dataset")
    assert all(author["name"] for author in cited["authors"])
    assert all(isinstance(word, str) for word in [cited["version"], *cited["keywords"]])
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{cited["version"]}"' in project
    assert f'license = "{cited["license"]}"' in project
    # A repository knows neither the address nor the day: both are filled in for a release, or none.
    released = {name: str(cited[name]) for name in ("url", "date-released") if name in cited}
    assert list(released) in ([], ["url", "date-released"])
    assert re.fullmatch(r"(https://\S+/data/\d{4}-\d\d-\d\d)?", "".join(released.values()))
    assert str(cited["authors"][0]["name"]) in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_citation_of_what_was_built_says_where_and_when(data: Mapping[str, Any]) -> None:
    kept = YAML(typ="safe").load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    built = YAML(typ="safe").load(data["data/CITATION.cff"])

    assert str(built["date-released"]) == "2026-11-21"
    assert (built["url"], built["version"]) == (f"{ADDRESS}data/", "2026-11-21, 0123456789")
    for name in ("cff-version", "type", "title", "authors", "license"):
        assert built[name] == kept[name]


def test_what_gets_a_doi_is_described_as_it_is_cited() -> None:
    kept = YAML(typ="safe").load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    told = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))

    assert (told["title"], told["license"]) == (kept["title"], kept["license"])
    assert (told["upload_type"], told["keywords"]) == (kept["type"], kept["keywords"])
    assert told["creators"] == kept["authors"]
    assert (told["access_right"], told["language"]) == ("open", "zho")
    for words in ("not verbatim", "unofficial translation", "並非逐字稿", "非官方譯文"):
        assert words in told["description"]


def test_who_made_the_positions_is_credited_wherever_they_go(
    data: Mapping[str, str | bytes],
) -> None:
    described = json.loads(data["data/datapackage.json"])
    cities = next(each for each in described["resources"] if each["name"] == "cities")
    assert [source["title"] for source in cities["sources"]] == ["GeoNames"]
    assert "GeoNames" in described["description"]
    for place in (described, cities):
        assert "CC-BY-4.0" in [licence["name"] for licence in place["licenses"]]
    texts = [str(data[f"data/{name}"]) for name in ("llms.txt", "city-dialogues.json")]
    texts += [(ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "README.md")]
    texts += [(ROOT / f"docs/{name}.md").read_text("utf-8") for name in ("zh/about", "en/about")]
    for text in texts:
        assert "GeoNames" in text
        assert re.search(r"CC BY 4\.0|Commons Attribution 4\.0", text)
