"""Leave out findings that a person has judged to be no fault, with the reason: `tests/audit/exceptions.yml`."""

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from audits.findings import Finding


class Exempt(BaseModel):
    """One entry: findings of a rule that are no fault, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: str
    """The rule, as it is printed."""
    found: str
    """An expression that what was found has to contain."""
    pages: str = ".*"
    """An expression for the whole addresses of the pages, below the root."""
    reason: str
    always: bool = True
    """Whether each run finds it; not so where it depends on the length of the site's address."""

    def covers(self, finding: Finding) -> bool:
        """Return whether this entry speaks of a finding."""
        return (
            self.rule == finding.rule
            and bool(re.fullmatch(self.pages, finding.page))
            and bool(re.search(self.found, finding.found))
        )


def read_exceptions(path: Path) -> list[Exempt]:
    """Return the entries of the file."""
    return [Exempt(**entry) for entry in YAML(typ="safe").load(path) or []]


def apply_exceptions(
    findings: Iterable[Finding], exceptions: list[Exempt]
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that no entry covers, and a finding for each entry that covers none."""
    kept, used = [], set()
    for finding in findings:
        covering = {entry for entry in exceptions if entry.covers(finding)}
        used |= covering
        if not covering:
            kept.append(finding)
    unused = [
        Finding("tests/audit/exceptions.yml", "exception", f"covers nothing any more: {entry}")
        for entry in exceptions
        if entry.always and entry not in used
    ]
    return kept, unused
