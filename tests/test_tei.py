"""Sessions as TEI are valid, also by ParlaMint's rules, and have every passage under its speaker, once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from lxml import etree

from conftest import ADDRESS
from dialogues.data.tei import divide, render_tei, tei_path
from dialogues.model.archive import Archive
from dialogues.model.sessions import Heading, Question
from dialogues.rendering.site import Site
from projects import ROOT
from test_pages import hostile_archive

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTERS = ("who", "corresp", "ana", "ref", "target")
BESIDE = ("classDecl", "langUsage", "particDesc", "listPlace", "respStmt")
"""Elements that ParlaMint has not, has in the file of a whole corpus, or wants a person's name in."""
MORE = {
    "seg": ("ana", "cert", "type", "subtype"),
    "u": ("cert",),
    "head": ("ana", "corresp"),
    "note": ("ana", "corresp", "subtype", "target"),
}
"""Attributes that ParlaMint has not there: themes, doubts, states, what belongs to what."""
LICENCE = "http://creativecommons.org/licenses/by/4.0/"
"""The one licence that ParlaMint allows, and not ours."""
Files = Mapping[str, str]


@cache
def read_schema(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(ROOT / f"tests/schemas/{name}.rng"))


def find_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with a file: by the schemas, and each pointer that leads nowhere."""
    try:
        tree = parse(text)
    except etree.XMLSyntaxError as error:  # an id that is there twice, too
        yield str(error)
        return
    for name, file in (("tei", tree), ("parlamint", without_what_is_beside(parse(text)))):
        schema = read_schema(name)
        if not schema.validate(file):
            yield str(schema.error_log)
    there = {str(element.get(ID)) for element in tree.iter() if element.get(ID)}
    for element in tree.iter():
        for name in POINTERS:
            for pointer in str(element.get(name, "")).split():
                if pointer.startswith("#") and pointer[1:] not in there:
                    yield f"{pointer} leads nowhere"


def without_what_is_beside(tree: etree._Element) -> etree._Element:
    """Take away what ParlaMint has no place for, and return what is left: all that it asks for."""
    tei = f"{{{TEI['t']}}}"
    etree.strip_elements(tree, *(tei + name for name in (*BESIDE, "corr")), with_tail=False)
    etree.strip_tags(tree, tei + "choice", tei + "sic")
    for element, names in MORE.items():
        for one in tree.iter(tei + element):
            for name in set(names) & set(map(str, one.attrib)):
                del one.attrib[name]
    for licence in tree.iter(tei + "licence"):
        licence.attrib.clear()
        licence.text = LICENCE
    return tree


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
        (' ana="#kind.summary"><teiHeader', "><teiHeader"),
        (' ana="#kind.talk"', ""),
        ("#kind.talk", "#kind.speech"),
        ('<meeting ana="#kind.event" xml:lang="zh-Hant">', '<title xml:lang="zh-Hant">'),
        ('unit="speeches"', 'unit="turns"'),
        ('<div type="debateSection"', '<div type="commentSection"'),
        ("<setting>", '<setting><date when="2022-03-22"/>'),
        (' occurs="1"', ' occurs="0"'),
    ],
)
def test_a_fault_in_a_file_is_found(files: Files, was: str, now: str) -> None:
    text = files["data/tei/2022-mayors-summit-eurasia.xml"]
    for begin in ("<seg", "<teiHeader"):
        text = text.replace(f"\n{begin}", begin)
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


def test_tags_are_counted_as_they_stand(files: Files) -> None:
    for text in files.values():
        tree = parse(text)
        there = Counter(etree.QName(e).localname for e in tree.iterfind("t:text//*", TEI))
        told = {e.get("gi"): e.get("occurs") for e in tree.iterfind(".//t:tagUsage", TEI)}
        assert told == {name: str(count) for name, count in {**there, "text": 1}.items()}


def test_headings_with_nothing_between_them_head_one_division(archive: Archive) -> None:
    for _, session in archive.sessions:
        divisions = divide(session.parts)
        heads = [head for division in divisions for head in division.heads]
        assert heads == [part for part in session.parts if isinstance(part, Heading | Question)]
        assert [len(division.parts) > 0 for division in divisions] == [True] * len(divisions)
        for division in divisions:
            assert not any(isinstance(head, Question) for head in division.heads[:-1])


def read(element: etree._Element, without: str) -> str:
    """Return a text as the record has it (without `corr`), or as it should be (without `sic`)."""
    text = element.text or ""
    for choice in element:
        text += "".join(str(one.text) for one in choice if not str(one.tag).endswith(without))
        text += choice.tail or ""
    return text


def test_text_in_a_file_is_text(archive: Archive) -> None:
    hostile = Site.of(hostile_archive(archive), address=ADDRESS, version="2026-11-21, 0123456789")
    files = dict(render_tei(hostile))

    assert {path: found for path, text in files.items() if (found := [*find_faults(text)])} == {}
