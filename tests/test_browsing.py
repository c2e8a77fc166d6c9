"""The server of the tests answers as GitHub Pages does."""

import gzip
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from browsing import serve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "talks").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "talks/index.html").write_text("talks")
    (tmp_path / "page.js").write_text("export {};")
    (tmp_path / "404.html").write_text("not here")
    return tmp_path


def fetch(address: str) -> tuple[int, str, str]:
    """Return what an address answers: status, kind, text."""
    try:
        with urlopen(address) as answer:  # noqa: S310 - an address of this machine
            return answer.status, answer.headers.get_content_type(), answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.headers.get_content_type(), error.read().decode()


@pytest.mark.parametrize("prefix", ["/", "/name/"])
def test_a_folder_stands_under_its_prefix(folder: Path, prefix: str) -> None:
    with serve(folder, prefix) as server:
        assert server.address.endswith(prefix)
        assert fetch(f"{server.address}talks/") == (200, "text/html", "talks")
        assert fetch(f"{server.address}talks") == (200, "text/html", "talks")
        assert fetch(f"{server.address}page.js")[:2] == (200, "text/javascript")


@pytest.mark.parametrize(
    "address", ["name/nothing", "name/talks/nothing.css", "name/empty/", "talks/"]
)
def test_an_unknown_address_shows_the_page_for_it(folder: Path, address: str) -> None:
    with serve(folder, "/name/") as server:
        root = server.address.removesuffix("name/")
        assert fetch(root + address) == (404, "text/html", "not here")


def test_without_such_a_page_the_status_is_the_same(folder: Path) -> None:
    (folder / "404.html").unlink()
    with serve(folder) as server:
        assert fetch(f"{server.address}nothing")[0] == 404


def test_files_are_compressed_and_kept_for_ten_minutes(folder: Path) -> None:
    with serve(folder, "/name/") as server:
        asked = Request(f"{server.address}talks/", headers={"Accept-Encoding": "gzip"})  # noqa: S310
        with urlopen(asked) as answer:  # noqa: S310 - an address of this machine
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Cache-Control"] == "max-age=600"
            assert gzip.decompress(answer.read()) == b"talks"
