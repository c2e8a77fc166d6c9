"""Gather what the pages of one language are made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from dialogues.finding.finds import Finds, find_all
from dialogues.model.archive import Archive
from dialogues.model.sessions import Session
from dialogues.rendering.linked_data import Crumb, LinkedData, Node, write_script
from dialogues.rendering.templating import render
from dialogues.rendering.view import View

PageText = tuple[str, str]
"""A path under docs/, and the text of the page."""


@dataclass(frozen=True)
class Page:
    """A page of a language; what stands on it is gathered when it is rendered."""

    path: str
    """Below the language."""
    template: str
    fill: Callable[[], Mapping[str, Any]]
    """Returns what the template shows; `linked` and `steps` are for machines (`Site.render`)."""


@dataclass(frozen=True)
class Site(Finds):
    """An archive with all that was found in it, seen in one language."""

    language: str
    repository: str
    """The address of the repository's web interface; empty where it is not known."""
    address: str
    """The address of the site, with a final slash."""
    version: str
    """The day and the commit that the pages are made from."""
    only: str = ""
    """The path of the one page that is asked for, where not all are: others stay empty."""
    guides: Mapping[str, str] = field(default_factory=dict)
    """The texts of the pages that are written by hand, by their paths: the search finds them."""

    @classmethod
    def of(
        cls,
        archive: Archive,
        repository: str = "",
        address: str = "",
        version: str = "",
        guides: Mapping[str, str] = MappingProxyType({}),
    ) -> "Site":
        """Return what the Chinese pages are made from."""
        return cls(
            **vars(find_all(archive)),
            language="zh",
            repository=repository,
            address=address,
            version=version,
            guides=guides,
        )

    @property
    def home(self) -> str:
        """The address of the language's home page."""
        return self.address + ("en/" if self.language == "en" else "")

    def view_of(self, path: str) -> View:
        """Return what the templates of a page can call; the path is below the language."""
        return View(
            self.language,
            f"{self.language}/{path}",
            self.archive.events,
            self.repository.rstrip("/"),
            self.gazetteer,
            self.crosslinks,
        )

    def render(self, page: Page) -> str:
        """Return the text of a page."""
        return self._render(page.path, page.template, **page.fill())

    def _render(
        self,
        path: str,
        template: str,
        linked: Sequence[Node] = (),
        steps: Sequence[Crumb] = (),
        **values: object,
    ) -> str:
        """Return a page, rendered from a template, with what it is about for machines.

        `steps` lead from the index of its folder to the page itself.
        """
        folder = path.partition("/")[0]
        index = (self.view.plain(folder), f"{folder}/index.md")
        trail = [(self.view.plain("site_name"), "index.md"), index, *steps]
        nodes = [*linked, self.linked_data.describe_trail(trail)]
        return render(template, view=self.view_of(path), **values) + write_script(nodes)

    def folders(self, sessions: Iterable[Session]) -> list[str]:
        """Return the folders of the records that tell of sessions."""
        return sorted({f"docs/records/{session.record}" for session in sessions})

    @cached_property
    def linked_data(self) -> LinkedData:
        """What describes its pages for machines."""
        return LinkedData(self.view, self.home)

    @cached_property
    def view(self) -> View:
        """What templates can call where no page is concerned: names, dates, their order."""
        return self.view_of("")
