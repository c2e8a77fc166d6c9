"""Guess the layout of a record: declare what the parser asks for, and ask it again."""

import itertools
import re
from collections.abc import Iterable, Sequence

from dialogues.checking.records import EVIDENT
from dialogues.drafting.answers import LONGEST_HEADING, bare_line, declare, find_name, split_head
from dialogues.drafting.dates import find_dates, find_year
from dialogues.drafting.drafted import Drafted
from dialogues.drafting.phrases import Phrases, split_count
from dialogues.drafting.reports import find_statements
from dialogues.finding.characters import HAN
from dialogues.model.kinds import RecordKind
from dialogues.model.sources import Source
from dialogues.parsing import parse
from dialogues.parsing.blocks import ends_sentence
from dialogues.parsing.columns import SHAPES
from dialogues.parsing.excerpts import Excerpt
from dialogues.parsing.lines import TableRow, Text, split_lines
from dialogues.parsing.names import CHINESE
from dialogues.parsing.offices import COLONS, LATIN_NAME, OFFICE, STOPS
from dialogues.parsing.structure import Element, Fact, Heading, Item, Parsed
from dialogues.reading.characters import is_unseen
from dialogues.receiving.files import is_masthead

ROUNDS = 8
"""How often the parser is asked again; each time something more is declared."""
LONGEST_COLUMN = 30
HEAD = 300
"""Characters at the head of a document, in which its year stands."""
BODY = re.compile(rf"[{HAN}]{{2,12}}(?:政府|局|處|署|部|委員會|議會)")
"""A line that names an office and nothing else."""
OPENING = re.compile(r"(?:主席|主持人)(?:致詞|致辭|開場|開場致詞|開場白)")
"""A heading of minutes that says who speaks."""
NAMED_ALONE = re.compile(rf"[^{STOPS}()（）]{{1,24}}?{OFFICE}(?:\s?{LATIN_NAME}|{CHINESE})?")
"""Who speaks, on a line of its own."""
DAY = re.compile(
    r"(?:中華民國|民國)?\s?\d{2,4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?(?:[(（][^()（）]{1,4}[)）])?"
)
"""A line that is a day and nothing else."""
DOCUMENT = re.compile(r"(?:會議|會談|座談|談話)?(?:[紀記]錄|摘要)|[Mm]inutes")
"""A line that says what the document is and nothing else."""


def draft_layout(source: Source, phrases: Phrases) -> tuple[Drafted, Parsed]:
    """Return what can be declared of a source, and how it is read then."""
    lines = [
        line for line in split_lines(Excerpt.of(source.text)) if isinstance(line, Text | TableRow)
    ]
    texts = [line.text.text.strip() for line in lines]
    kind = guess_kind(texts)
    title, name = find_title(lines)
    drafted = Drafted(kind, title, name, find_year(title) or find_year(source.text[:HEAD]))
    drafted.characters = sorted({c for c in {*source.text} if c not in "\n\r\t" and is_unseen(c)})
    for line in lines:
        if isinstance(line, TableRow):
            read_heading_row(line, phrases, drafted)
    if kind == "release":
        drafted.statements = find_statements(texts)
        drafted.labels = list(dict.fromkeys(label for _, label in drafted.statements))
    find_facts(texts, phrases, drafted)
    if kind == "minutes":
        find_headed(texts, drafted)
    find_sessions(lines, drafted)
    parsed = parse(source, kind, drafted.layout)
    for _ in range(ROUNDS):
        before = repr(drafted)
        declare_labels(parsed, drafted)
        for problem in parsed.problems:
            declare(problem.message, source.text.split("\n")[problem.line - 1].strip("\r"), drafted)
        if repr(drafted) == before:
            break
        parsed = parse(source, kind, drafted.layout)
    find_days(drafted)
    return drop_unused(drafted, parsed), parsed


def guess_kind(texts: Sequence[str]) -> RecordKind:
    """Return the kind of a record by what stands at its head."""
    if is_masthead("\n".join(texts[:12])):
        return "release"
    return "minutes" if re.search(r"[紀記]錄|[Mm]inutes", "\n".join(texts[:4])) else "summary"


def find_title(lines: Sequence[Text | TableRow]) -> tuple[str, str]:
    """Return the first lines as one title, and this without what it says of the document alone.

    They are those before any table, fact or sentence, but for the name of the office.
    """
    found: list[str] = []
    for line in lines[:4]:
        text = line.text.text.strip()
        colon = any(sign in text for sign in COLONS) and not text.startswith("【")
        if (
            isinstance(line, TableRow)
            or colon
            or DAY.fullmatch(text)
            or len(text) > LONGEST_HEADING
            or ends_sentence(text)
        ):
            break
        found.append(text)
    found = [text for text in found if not BODY.fullmatch(text)] or found
    named = [text for text in found[:3] if not DOCUMENT.fullmatch(text)]
    return bare_title("".join(found[:3])), bare_title("".join(named))


def bare_title(text: str) -> str:
    """Return a heading without brackets around it and a day behind it."""
    return (
        re.sub(r"(?<!\s)\s*+[(（]\d{1,2}/\d{1,2}[)）]\s*$", "", text)
        .replace("【", "")
        .replace("】", " ")
        .strip()
    )


def read_heading_row(row: TableRow, phrases: Phrases, drafted: Drafted) -> None:
    """Declare the columns that a row heads, where together they make a table.

    A column of which nobody knows what it is stands among them as one that nobody speaks.
    """
    texts = [text for text in row.texts if text]
    found = {text: phrases.find_column(text) or "unspoken" for text in texts}
    known = [column for column in found.values() if column != "unspoken"]
    short = all(len(text) <= LONGEST_COLUMN for text in texts)
    if short and len(known) == len(set(known)) and frozenset(known) in SHAPES:
        drafted.columns.update(found)


def find_facts(texts: Sequence[str], phrases: Phrases, drafted: Drafted) -> None:
    """Declare names and values at the head of a document, whose names are known."""
    for number, text in enumerate(texts[:20]):
        name, colon, value = split_head(bare_line(text))
        if not colon or not phrases.find_fact(name) or name in drafted.facts:
            continue
        after = texts[number + 1] if number + 1 < len(texts) else ""
        if value.endswith(("、", "，", "及")) and not any(sign in after for sign in COLONS):
            value += after
        if value and not ends_sentence(value):  # else somebody's words behind a label
            drafted.facts[name] = value


def find_headed(texts: Sequence[str], drafted: Drafted) -> None:
    """Declare a heading a label that says who speaks, where no other label stands behind it.

    These are 主席致詞, and an office or a name alone behind a number: （一）甲市王局長.
    """
    for text, after in itertools.pairwise(texts):
        number, bare = split_count(text)
        head, _, words = split_head(bare)
        said = words or after
        begins = not split_count(said)[0] and ends_sentence(said) and not find_name(said)
        named = OPENING.fullmatch(head) or (number and not words and NAMED_ALONE.fullmatch(bare))
        if named and begins and head not in drafted.labels:
            drafted.labels.append(head)


def find_sessions(lines: Sequence[Text | TableRow], drafted: Drafted) -> None:
    """Declare the sessions: each begins at a line with a day, or there is one alone."""
    for line in lines:
        text = line.text.text.strip()
        day = re.search(r"[(（](\d{1,2}/\d{1,2})[)）]$", text)
        known = drafted.kind != "release" and isinstance(line, Text)
        if known and day and len(text) <= LONGEST_HEADING:
            drafted.sessions.append((text, bare_title(text), find_dates(day[1], drafted.year)))
    if not drafted.sessions:
        drafted.sessions = [(None, drafted.name or drafted.title, [])]


def find_days(drafted: Drafted) -> None:
    """Date the one session that begins at no heading by the title or the facts."""
    ((heading, title, days), *more) = drafted.sessions
    if not (heading or days or more) and drafted.kind != "release":
        head = "\n".join([drafted.title, *drafted.facts.values()])
        drafted.year = drafted.year or find_year(head)
        drafted.sessions = [(heading, title, find_dates(head, drafted.year))]


def declare_labels(parsed: Parsed, drafted: Drafted) -> None:
    """Declare who stands in a column of labels."""
    for element in parsed.elements:
        if (
            isinstance(element, Item)
            and (label := element.label.text)
            and label not in drafted.labels
        ):
            drafted.labels.append(label)


def find_pictured(elements: Iterable[Element], labels: Iterable[str]) -> dict[str, list[str]]:
    """Return the labels that each caption has, but none that stands within another there."""
    found = {}
    for element in elements:
        if isinstance(element, Item) and element.kind == "caption":
            text = element.blocks[0].body.text
            own = sorted({label for label in labels if label in text}, key=text.index)
            found[element.id] = [
                label for label in own if not any(label in other != label for other in own)
            ]
    return {key: own for key, own in found.items() if own}


def drop_unused(drafted: Drafted, parsed: Parsed) -> Drafted:
    """Leave out what is declared and does not occur; name what no page shows."""
    elements = list(parsed.elements)
    headings = dict.fromkeys(each.text.text for each in elements if isinstance(each, Heading))
    facts = {element.name.text for element in elements if isinstance(element, Fact)}
    labels = dict.fromkeys(each.label.text for each in elements if isinstance(each, Item))
    drafted.headings = [heading for heading in headings if heading in drafted.headings]
    drafted.facts = {name: value for name, value in drafted.facts.items() if name in facts}
    drafted.labels = [label for label in labels if label in drafted.labels]
    if drafted.kind == "release" and (own := [h for h in drafted.headings if not is_masthead(h)]):
        drafted.title = f"新聞稿：{own[0]}"
        drafted.sessions = [(None, "新聞稿", days) for _, _, days in drafted.sessions]
    drafted.pictured = find_pictured(elements, drafted.labels)
    drafted.kinds = sorted({left.kind for left in parsed.left_out} - {"text"} - EVIDENT)
    return drafted
