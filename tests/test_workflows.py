"""What checks the workflows finds mistakes in them."""

import re
import subprocess
from pathlib import Path

import pytest

from projects import ROOT

LINT = ROOT / "tests/audit/lint_workflows.mjs"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("needs: data", "needs: dat", 'needs job "dat"'),
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu", 'label "ubuntu" is unknown'),
        ("${{ github.repository }}", "${{ github.repo }}", 'property "repo" is not defined'),
    ],
)
def test_a_mistake_in_a_workflow_is_found(tmp_path: Path, old: str, new: str, told: str) -> None:
    workflow = (ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    assert old in workflow
    path = tmp_path / "check.yml"
    path.write_text(workflow.replace(old, new, 1), encoding="utf-8")
    done = subprocess.run(["node", LINT, path], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert re.search(rf"check\.yml:\d+: .*{re.escape(told)}", done.stdout)
