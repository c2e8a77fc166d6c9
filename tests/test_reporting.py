"""The report of a mistake: an address that is never too long, cut at a word, and a letter."""

import json
import subprocess
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from projects import ROOT

pytestmark = pytest.mark.slow
MODULE = (ROOT / "docs/assets/scripts/citing/reports.js").as_uri()
CALL = """
import {{ reportAddress, letterAddress }} from {module};
const session = {{ key: "2022-mayors-summit" }};
const made = JSON.parse(process.argv[1]).map((text) => {{
  const passage = {{ id: "eurasia-3-1", link: "https://example.org/en/#eurasia-3-1", text }};
  return [
    reportAddress("https://github.com/a/b", passage, session, "2026-11-26"),
    letterAddress("us@example.org", passage, session, "2026-11-26", ["Shown:", "Change:", "Name:"]),
  ];
}});
console.log(JSON.stringify(made));
"""
TEXTS = {
    "short": "短短一段。",
    "long in Chinese": "智慧城市" * 1_000,
    "long in English": "It hopes to keep people's data safe. " * 400,
    "beyond the first plane": "𠮷野家" * 900,
    "without spaces": "x" * 9_000,
}


@pytest.fixture(scope="module")
def made() -> dict[str, tuple[str, str]]:
    """Return the addresses of the form and of the letter for each text."""
    program = CALL.format(module=json.dumps(MODULE))
    command = ["node", "--input-type=module", "-e", program, json.dumps(list(TEXTS.values()))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(zip(TEXTS, map(tuple, json.loads(done.stdout)), strict=True))


@pytest.mark.parametrize("name", TEXTS)
def test_an_address_is_short_and_its_text_ends_at_a_word(
    made: dict[str, tuple[str, str]], name: str
) -> None:
    form, letter = made[name]
    fields = {key: value[0] for key, value in parse_qs(urlsplit(form).query).items()}
    text = fields["text"]

    assert len(form) <= 8_000
    assert len(letter) <= 1_900
    assert fields["title"] == "更正 Correction: 2022-mayors-summit#eurasia-3-1"
    assert "\ufffd" not in text + unquote(letter)
    if text.endswith("…"):
        whole, cut = TEXTS[name], text.removesuffix("…")
        assert whole.startswith(cut)
        assert len(form) > 7_900 or name == "without spaces"
        behind = whole[len(cut) :].lstrip()[:1]
        assert not (cut[-1:].isascii() and cut[-1:].isalnum() and whole[len(cut)].isalnum()), cut
        assert behind
    else:
        assert text == TEXTS[name].strip()


def test_a_letter_asks_what_the_form_asks(made: dict[str, tuple[str, str]]) -> None:
    letter = urlsplit(made["short"][1])
    fields = {key: value[0] for key, value in parse_qs(letter.query).items()}

    assert (letter.scheme, letter.path) == ("mailto", "us@example.org")
    assert fields["subject"] == "更正 Correction: 2022-mayors-summit#eurasia-3-1"
    for words in ("https://example.org/en/#eurasia-3-1", "2026-11-26", "短短一段。", "Change:"):
        assert words in fields["body"]
