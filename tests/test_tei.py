"""Sessions as TEI are valid, and have every passage under its own speaker, once."""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from lxml import etree

from dialogues.data.tei import render_tei, tei_path
from dialogues.model.archive import Archive
from dialogues.rendering.site import Site
from projects import ROOT
from test_pages import hostile_archive

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTERS = ("who", "corresp", "ana", "ref", "target")
Files = Mapping[str, str]


@cache
def read_schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(ROOT / "tests/schemas/tei.rng"))


def find_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with a file: by the schema, and each pointer that leads nowhere."""
    schema = read_schema()
    try:
        tree = parse(text)
    except etree.XMLSyntaxError as error:  # an id that is there twice, too
        yield str(error)
        return
    if not schema.validate(tree):
        yield str(schema.error_log)
    there = {str(element.get(ID)) for element in tree.iter() if element.get(ID)}
    for element in tree.iter():
        for name in POINTERS:
            for pointer in str(element.get(name, "")).split():
                if pointer.startswith("#") and pointer[1:] not in there:
                    yield f"{pointer} leads nowhere"


def parse(text: str) -> etree._Element:
    return etree.fromstring(text.encode("utf-8"))


@pytest.fixture(scope="module")
def files(whole: Site) -> Files:
    return dict(render_tei(whole))


def test_every_session_is_valid_tei(archive: Archive, files: Files) -> None:
    assert set(files) == {tei_path(event, session) for event, session in archive.sessions}
    assert {path: found for path, text in files.items() if (found := [*find_faults(text)])} == {}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('who="#person', 'who="#nobody'),
        (' who="#', ' by="#'),
        ('xml:lang="zh-Hant"><seg', 'xml:lang="fr"><seg'),
        ("</seg>", "<b>x</b></seg>"),
        ('xml:id="p.eurasia-1-1"', 'xml:id="p.eurasia-1-2"'),
        ("<availability", "<unknown/><availability"),
        ('when="2022-03-22"', 'when="yesterday"'),
        ("<sourceDesc>", "<sourceDesc><p/>"),
        ("#theme.", "#subject."),
        ('<country key="CZ"/>', '<country key="Czechia"/>'),
    ],
)
def test_a_fault_in_a_file_is_found(files: Files, was: str, now: str) -> None:
    text = files["data/tei/2022-mayors-summit-eurasia.xml"].replace("\n<seg", "<seg")
    assert was in text

    assert [*find_faults(text.replace(was, now, 1))]


def test_every_passage_is_there_once_under_its_own_speaker(archive: Archive, files: Files) -> None:
    for event, session in archive.sessions:
        tree = parse(files[tei_path(event, session)])
        by_id = {str(element.get(ID)): element for element in tree.iter() if element.get(ID)}
        for passage in session.passages:
            assert read(by_id[f"p.{passage.id}"], "corr") == passage.original
            assert read(by_id[f"p.{passage.id}"], "sic") == passage.zh
            assert (f"p.{passage.id}.en" in by_id) == (passage.en is not None)
            if passage.en:
                assert by_id[f"p.{passage.id}.en"].text == passage.en
        for part in session.contributions:
            if part.speaker is None:
                continue
            u = by_id[f"u.{part.id}"]
            ids = [str(seg.get(ID)) for seg in u.iterfind("t:seg", TEI)]
            assert ids == [f"p.{passage.id}" for passage in part.passages]
            assert (u.get("cert") == "low") == part.speaker.doubtful
            person = by_id[str(u.get("who"))[1:]]
            labels = [str(note.text) for note in person.iterfind("t:note[@type='label']", TEI)]
            assert part.speaker.label in labels
            names = [str(name.text) for name in person.iterfind("t:persName", TEI)]
            known = part.speaker.person
            assert names == ([known.name.zh, known.name.en] if known else [])


def read(element: etree._Element, without: str) -> str:
    """Return a text as the record has it (without `corr`), or as it should be (without `sic`)."""
    text = element.text or ""
    for choice in element:
        text += "".join(str(one.text) for one in choice if not str(one.tag).endswith(without))
        text += choice.tail or ""
    return text


def test_text_in_a_file_is_text(archive: Archive) -> None:
    files = dict(render_tei(Site.of(hostile_archive(archive))))

    assert {path: found for path, text in files.items() if (found := [*find_faults(text)])} == {}
