"""Write record.yml from what was drafted: what is known plainly, what is a guess with its mark."""

import datetime
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialogues.drafting.cast import draft_cast
from dialogues.drafting.dates import find_dates, find_day_of_issue
from dialogues.drafting.drafted import Drafted
from dialogues.drafting.hosts import find_host, find_issuer, learn_government
from dialogues.drafting.known import NOWHERE, Known, Stub
from dialogues.drafting.layouts import bare_title
from dialogues.drafting.phrases import UNKNOWN, split_count
from dialogues.drafting.phrasing import write_both, write_english, write_heading, write_speaker
from dialogues.drafting.values import MISSING, PROPOSED, pair, quote, write_value
from dialogues.parsing.blocks import ends_sentence
from dialogues.reading.characters import is_private
from dialogues.reading.records import Folder

HEAD = """\
# One record: what its official text (source.txt) does not say of itself.
# 一份紀錄：官方原文（source.txt）以外的資料。欄位說明見 CONTRIBUTING.md。
# `# proposed` 是程式的建議：看過、改好之後刪去這兩個字。`# missing` 要由人填寫。
"""
ENDINGS = re.compile(
    r"(?:(?<=座談會|交流會|研討會|說明會|高峰會|博覽會|公聽會)|(?<=論壇|峰會|對談))\s*+(?:會議|會談|座談)[紀記]錄$"
    r"|(?<!\s)\s*+(?:貴賓)?(?:發表|發言|演講|致詞|談話)?(?:內容|重點|要點)?(?:[紀記]錄|摘要|新聞稿)$"
    r"|(?<!\s)\s*+(?:貴賓)?(?:發表|發言|演講|致詞|談話)(?:內容|重點|要點)$|^新聞稿[：:]?\s*"
)
"""What a title says of the document, and not of the event."""
TITLES = {"summary": "{}: summary of the talks", "minutes": "Minutes of the {}"}
"""The English of a title by that of the event; a release has a headline, which nobody can guess."""
RELEASE = ("新聞稿", "News release")
EVENT = re.compile(
    r"20\d\d[^\s，。、；：「」『』()（）]{2,24}?(?:論壇|高峰會|峰會|對談|會議|座談會|展覽|博覽會|研討會|交流會|說明會|圓桌會議|工作坊|大會)"
)
"""An event as a release names it."""
ISSUED = ("張貼日", "發布日期", "發稿日期", "發稿時間")
LIKE = 0.8
"""How alike the titles of two records of one event are."""
CONTACT = (
    "承辦人員的聯絡方式，與紀錄內容無關。",
    "Contact details of staff, no part of what was said.",
)
UNSEEN = ("看不見的字元", "A character that nobody can see")
OWN_FONT = ("自造字", "A character of an office's own font")
SOMEDAY = datetime.date(1900, 1, 1)
"""What stands for a day that nobody knows yet."""


def name_event(title: str) -> str:
    """Return a title without what it says of the document, and the day before that."""
    return bare_title(ENDINGS.sub("", title))


@dataclass(frozen=True)
class Given:
    """What is known beside the text: the key, the digests, the day, and the event's English name."""

    key: str
    digest: str
    original: tuple[str, str] | None
    """The name and the digest of the file as received, where source.txt is another."""
    today: datetime.date
    title: str
    folders: Sequence[Folder]


class Writer:
    """Writes one record.yml, and gathers the entries that the registry lacks."""

    def __init__(self, drafted: Drafted, text: str, known: Known, given: Given) -> None:
        self.drafted, self.text, self.given = drafted, text, given
        self.stubs: list[Stub] = []
        self.host = find_host(drafted, text, known)
        self.known = replace(learn_government(known, self.host), text=text)
        self.stubs += [self.host.stub] if self.host.stub else []

    def write(self) -> str:
        """Return the text of record.yml."""
        parts = [self._head(), self._sessions(), self._columns(), self._headings(), self._facts()]
        parts += [self._lists(), self._statements(), self._labels(), self._left_out()]
        return HEAD + "".join(f"{line}\n" for part in parts for line in part)

    def _head(self) -> Iterator[str]:
        drafted, given = self.drafted, self.given
        english = self._write_title()
        yield f"title: {write_both(drafted.title or UNKNOWN, english)}"
        yield f"kind: {drafted.kind}{PROPOSED}"
        issuer, body = find_issuer(drafted, self.host, self.known, given.folders)
        self.stubs += [body] if body else []
        yield f"issuer: {issuer}{MISSING if issuer == NOWHERE else PROPOSED}"
        if published := self._find_published():
            yield f"published: {published}{PROPOSED}"
        yield f"added: {given.today}"
        yield "source:"
        yield f"  sha256: {given.digest}"
        if given.original:
            name, digest = given.original
            yield f"  original: {{file: {name}, sha256: {digest}}}"

    def _write_title(self) -> str:
        """Return the English of the title, by that of the event."""
        form = TITLES.get(self.drafted.kind)
        return form.format(self.given.title) if form and self.given.title else UNKNOWN

    def _find_published(self) -> datetime.date | None:
        facts = self.drafted.facts
        found = [
            day
            for name, value in facts.items()
            if split_count(name)[1] in ISSUED
            for day in find_dates(value, None)
        ]
        return found[0] if found else None

    def _sessions(self) -> Iterator[str]:
        drafted = self.drafted
        several = len(drafted.sessions) > 1
        event, taken = self._find_event()
        yield "sessions:"
        for number, (heading, title, known) in enumerate(drafted.sessions, 1):
            days = known or self._guess_days()
            own = drafted.name_session(number)
            yield f"  - event: {event}{PROPOSED}"
            yield f"    id: {own if own not in taken else f'{own}-{self.given.today:%Y%m%d}'}"
            if heading:
                yield f"    heading: {quote(heading)}"
            english = UNKNOWN if several else self.given.title or UNKNOWN
            both = (name_event(title) or title or UNKNOWN, english)
            both = RELEASE if drafted.kind == "release" else both
            yield f"    title: {write_both(*both, mark='')}"
            dates = ", ".join(str(day) for day in days) or str(SOMEDAY)
            yield f"    dates: [{dates}]{'' if days else MISSING}"

    def _guess_days(self) -> list[datetime.date]:
        """Return the days of which a release speaks first."""
        published = self._find_published()
        year = self.drafted.year or (published.year if published else None)
        for line in self.text.split("\n"):
            if ends_sentence(line) and line.strip() not in self.drafted.left_out:
                today = find_day_of_issue(line, published) if published else None
                return [today] if today else find_dates(line, year)[:3]
        return []

    def _find_event(self) -> tuple[str, set[str]]:
        """Return the event, and the ids of its sessions that are taken; a new one where none is alike."""
        name = self._name_event()
        alike = {
            key: difflib.SequenceMatcher(None, name, event.title.zh).ratio()
            for key, event in self.known.registry.events.items()
            if str(self.drafted.year or "") in event.title.zh and event.city == self.host.key
        }
        key = max(alike, key=lambda each: alike[each], default="")
        if key and alike[key] >= LIKE:
            sessions = [s for folder in self.given.folders for s in folder.entry.sessions]
            return key, {session.id for session in sessions if session.event == key}
        fields = {"title": (name, self.given.title or UNKNOWN), "city": self.host.key}
        self.stubs.append(Stub("events", self.given.key, fields))
        return self.given.key, set()

    def _name_event(self) -> str:
        """Return the event's name: the title without what it says of the document."""
        if self.drafted.kind == "release":
            found = EVENT.search(self.text)
            return found[0] if found else UNKNOWN
        name = self.drafted.name or self.drafted.title
        return name_event(name).strip() or name or UNKNOWN

    def _columns(self) -> Iterator[str]:
        if self.drafted.columns:
            yield f"columns:{PROPOSED}"
            yield from (f"  {quote(h)}: {column}" for h, column in self.drafted.columns.items())

    def _headings(self) -> Iterator[str]:
        own = {heading for heading, _, _ in self.drafted.sessions}
        headings = [heading for heading in self.drafted.headings if heading not in own]
        if headings:
            yield "headings:"
            yield from (f"  - {write_both(each, self._translate(each))}" for each in headings)

    def _translate(self, heading: str) -> str:
        """Return the English of a heading: that of the event or the title, else what is known of it."""
        if self.given.title and heading == self._name_event():
            return self.given.title
        if heading == self.drafted.title and (title := self._write_title()) != UNKNOWN:
            return title
        return write_heading(heading, self.known)

    def _facts(self) -> Iterator[str]:
        if self.drafted.facts:
            yield "facts:"
        for name, value in self.drafted.facts.items():
            name_en = self.known.phrases.find_fact(name) or UNKNOWN
            value_en = write_english(value, self.known)
            mark = MISSING if UNKNOWN in (name_en, value_en) else PROPOSED
            yield f"  - name: {pair(name, name_en)}{mark}"
            yield f"    value: {pair(value, value_en)}"

    def _lists(self) -> Iterator[str]:
        if self.drafted.unspoken:
            yield f"unspoken: {write_value(self.drafted.unspoken)}{PROPOSED}"
        if self.drafted.characters:
            yield "characters:"
        for char in self.drafted.characters:
            own = is_private(char)
            why = pair(*(OWN_FONT if own else UNSEEN))
            reading = UNKNOWN if own else ""
            entry = f"{{code: U+{ord(char):04X}, reading: {quote(reading)}, why: {why}}}"
            yield f"  - {entry}{MISSING if own else PROPOSED}"

    def _statements(self) -> Iterator[str]:
        if self.drafted.statements:
            yield "statements:"
        for begins, label in self.drafted.statements:
            yield f"  - begins: {quote(begins)}{PROPOSED}"
            yield f"    label: {quote(label)}"
        if self.drafted.pictured:
            yield f"pictured:{PROPOSED}"
        for caption, labels in self.drafted.pictured.items():
            yield f"  {caption}: {write_value(labels)}"

    def _labels(self) -> Iterator[str]:
        if self.drafted.labels:
            yield "labels:"
        for label, speaker in draft_cast(self.drafted, self.host, self.known).items():
            self.stubs += speaker.stubs
            yield f"  {quote(label)}:{PROPOSED}"
            yield from write_speaker(speaker)

    def _left_out(self) -> Iterator[str]:
        yield "left_out:"
        yield f"  kinds: {write_value(self.drafted.kinds)}"
        if self.drafted.left_out:
            yield "  texts:"
        for text in self.drafted.left_out:
            yield f"    - text: {quote(text)}{PROPOSED}"
            yield f"      why: {pair(*CONTACT)}"
