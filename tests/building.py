"""Build sites, as a build of MkDocs or as `make build`: those that tests share, and any project."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from browsing import Served
from projects import FROZEN, copy_project, copy_small_project, share_templates
from proposing import NAMES, add_layouts, propose

REPOSITORY = "https://github.com/example/dialogues"
BUILT = {
    "REPOSITORY_URL": REPOSITORY,
    "NO_MKDOCS_2_WARNING": "1",
    "SITE_VERSION": "test",
    "SOURCE_DATE_EPOCH": "1790000000",
    "TZ": "Asia/Taipei",
    "PYTHONHASHSEED": "1",
    "LC_ALL": "C.UTF-8",
}
"""Variables of the environment of a build."""
SCRIPT = "<script>window.hurt = 1</script>"
BY_HAND = {
    "zh": f"# Evil\n\none\n\n---\n\n{SCRIPT}\n",
    "en": f'---\ntitle: "Evil</title>{SCRIPT}"\n---\n\n# Evil\n',
}
"""A page with a script in its content, and one in its front matter, which stands in the frame."""


def build_site(
    project: Path, site: Path, address: str = "http://localhost:8000/", **settings: str
) -> str:
    """Build a project with all warnings as errors; return what the build printed.

    Where, when and how it is built is always the same, but for what the settings say.
    """
    assert not os.environ.get("WITHOUT_BUILDS"), "a test that builds must be marked so: builds"
    share_templates(project)
    settings = BUILT | {"SITE_URL": address} | settings
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        command, cwd=project, env=os.environ | settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr, done.stderr
    return done.stderr


def run_build(
    project: Path, *, umask: int = -1, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run `make build` in a project, as it is set here but for what the settings say."""
    assert not os.environ.get("WITHOUT_BUILDS"), "a test that builds must be marked so: builds"
    command = [sys.executable, "scripts/build.py"]
    environment = os.environ | BUILT | settings
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(
        command, cwd=project, env=environment, umask=umask, encoding="utf-8", check=False, **pipes
    )


def build_frozen(workshop: Path, served: Served) -> None:
    project = copy_project(workshop / "project", FROZEN)
    memory = str(memory_of(served))
    build_site(project, served.folder, served.address, BUILD_MEMORY=memory)


def memory_of(served: Served) -> Path:
    """Return the place beside a shared site where its build remembers pages, with ".next" behind it."""
    return served.folder.parent / "pages"


def build_small(workshop: Path, served: Served) -> None:
    """Build the small project, of which a page leads to a place on another page by hand."""
    project = copy_small_project(workshop / "project")
    share_templates(project)
    with (project / "docs/en/correct.md").open("a", encoding="utf-8") as page:
        page.write("\n## Here { #here }\n")
    (project / "docs/en/about.md").write_text("# About\n\n[x](correct.md#here)\n", "utf-8")
    done = run_build(project, SITE_URL=served.address)
    assert done.returncode == 0, done.stdout
    (project / "site").rename(served.folder)


def build_proposed(workshop: Path, served: Served) -> None:
    project = copy_small_project(workshop / "project")
    (workshop / "summary.md").write_text(propose(project), encoding="utf-8")
    add_layouts(project, *NAMES)
    for language, text in BY_HAND.items():
        (project / f"docs/{language}/about.md").write_text(text, encoding="utf-8")
    build_site(project, served.folder, served.address)
