"""What checks the workflows finds mistakes in them."""

import re
import subprocess
from pathlib import Path

import pytest

from projects import ROOT

LINT = ROOT / "tests/audit/lint_workflows.mjs"


MISTAKES = [
    ("needs: data", "needs: dat", 'needs job "dat"'),
    ("runs-on: ubuntu-24.04", "runs-on: ubuntu", 'label "ubuntu" is unknown'),
    ("${{ github.repository }}", "${{ github.repo }}", 'property "repo" is not defined'),
]


@pytest.mark.slow
def test_a_mistake_in_a_workflow_is_found(tmp_path: Path) -> None:
    workflow = (ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    paths = [tmp_path / f"check-{number}.yml" for number in range(len(MISTAKES))]
    for path, (old, new, _) in zip(paths, MISTAKES, strict=True):
        assert old in workflow
        path.write_text(workflow.replace(old, new, 1), encoding="utf-8")
    done = subprocess.run(["node", LINT, *paths], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    for path, (_, _, told) in zip(paths, MISTAKES, strict=True):
        assert re.search(rf"{path.name}:\d+: .*{re.escape(told)}", done.stdout)
