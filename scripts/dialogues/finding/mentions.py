"""Find the names of known cities, people, organizations and initiatives in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dialogues.model.countries import country_endings
from dialogues.model.entities import City, Entity, Organization
from dialogues.parsing.folding import fold

LATIN = re.compile(r"[A-Za-z0-9À-ɏ]")
TRANSCRIBING = frozenset(
    "亞伊伏伐佛佩倫克力勒匹卡吉哈喬圖坎埃堡塔塞墨士夫奇奈奎姆威娜尼巴布帕庫廷弗恩戈托拉拿提敦斯曼朗果柏格桑梅森歐沃波泰"
    "洛溫漢烏爾特珀瑞瑟瓦皮科米納絲維聖興艾芬茨荷莉莎莫萊葉蒂蓋薩蘇蘭裏訥諾貝費賓赫迪道達邁鄧里阿隆雅雷霍頓魯鮑麥黎默"
)
"""Characters that write the sounds of foreign names, without those that often stand for words."""
LONGEST_OF_SOUNDS = 3
BODY = re.compile(r".{2,6}(?:局|處|署|室|中心)|(?:Department|Bureau|Office)\b.*|\w+['’]s Office")
"""The name of a body that many cities have."""
LONGEST_BEFORE = 40
BEHIND_CITY = re.compile(r"(?:市?政府|府|的|(?: City(?: Government)?)?(?:['’]s)? )$")
"""What may stand between a city and one of its bodies."""
OTHER_CITY = re.compile(r"[\u3400-\u9fff][^本我該][市縣]$")
"""A city or several before a body, by the last characters: 各縣市教育局."""
OF = re.compile(r"(?:,| of| of the|, City of| in) (?=[A-Z])")
"""What stands between a body and its city in English."""


@dataclass(frozen=True)
class Segment:
    """A piece of a text, and what it names, if it names something."""

    text: str
    entity: Entity | None


class Gazetteer:
    """All names, ready to be looked for in any text, however many there are.

    At each place of a text its next characters are looked up, in each length that a name beginning
    with the next two has, the longest first. A name is found where

    - one that begins or ends in Latin letters stands as whole words, in its own case: `Bath`,
      never `bath` or `Bathurst`;
    - a short one in characters that write foreign sounds has no such character beside it, unless
      that ends the name of a country: 巴斯, never within 巴斯克 or 哥倫巴斯, but 捷克布拉格;
    - no longer name is there that means something else (`exclude` of an entry);
    - a body without the name of its city is not that of another: 福岡市教育局 is none of Taipei's.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        entities = tuple(entities)
        self.owners: dict[str, Entity | None] = {
            name: None for entity in entities for name in entity.exclude
        }
        self.owners.update({name: entity for entity in entities for name in entity.names})
        self.cities = {name: e for e in entities if isinstance(e, City) for name in e.names}
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self.owners:
            lengths[name[:2]].add(len(name))
        self.lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}
        self._found: dict[str, tuple[Segment, ...]] = {}

    def split(self, text: str) -> tuple[Segment, ...]:
        """Return the whole text in pieces, those that name something with what they name."""
        if text not in self._found:
            self._found[text] = tuple(self._split(text))
        return self._found[text]

    def entities_in(self, text: str) -> set[Entity]:
        """Return what a text names."""
        return {segment.entity for segment in self.split(text) if segment.entity}

    def find_first(self, text: str, entity: Entity) -> int:
        """Return the place at which a text names something first; 0 where it does not."""
        place = 0
        for segment in self.split(text):
            if segment.entity == entity:
                return place
            place += len(segment.text)
        return 0

    def _split(self, text: str) -> Iterator[Segment]:
        start = 0
        for place, name in self.find(text):
            entity = self.owners[name]
            if entity is None:
                continue
            if start < place:
                yield Segment(text[start:place], None)
            start = place + len(name)
            yield Segment(text[place:start], entity)
        if start < len(text):
            yield Segment(text[start:], None)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield each name with its place, from left to right, none within another."""
        place, usual = 0, fold(text)
        while place < len(text):
            name = self._name_at(usual, place)
            if name and not self._is_of_another(name, usual, place):
                yield place, name
            place += len(name) or 1

    def _name_at(self, text: str, place: int) -> str:
        """Return the longest name that stands at a place; the empty text where none does."""
        for length in self.lengths.get(text[place : place + 2], ()):
            name = text[place : place + length]
            if name in self.owners and _stands_alone(name, text, place):
                return name
        return ""

    def _is_of_another(self, name: str, text: str, place: int) -> bool:
        """Return whether a body that is named without its city is that of another one."""
        body = self.owners[name]
        if not (isinstance(body, Organization) and body.city and BODY.fullmatch(name)):
            return False
        before = BEHIND_CITY.sub("", text[max(0, place - LONGEST_BEFORE) : place])
        ends = (before[start:] for start in range(len(before)))
        if city := next(filter(None, map(self.cities.get, ends)), None):
            return city != body.city
        if OTHER_CITY.search(before) and not before.endswith(body.city.name.zh[-2:]):  # 北市
            return True
        of = OF.match(text, place + len(name))
        owner = self.owners.get(self._name_at(text, of.end())) if of else None
        where = owner.city if isinstance(owner, Organization) else owner
        return isinstance(where, City) and where != body.city


@lru_cache(maxsize=1)
def gather_names(entities: tuple[Entity, ...]) -> Gazetteer:
    """Return all names; as long as they stay the same, one gazetteer, which knows what it found."""
    return Gazetteer(entities)


def _stands_alone(name: str, text: str, place: int) -> bool:
    """Return whether a name stands at a place of a text as a name, and not within another word."""
    before, after = text[max(0, place - 1) : place], text[place + len(name) : place + len(name) + 1]
    if _run_together(after, name[-1], name):
        return False
    return not _run_together(before, name[0], name) or text.endswith(country_endings(), 0, place)


def _run_together(neighbour: str, edge: str, name: str) -> bool:
    """Return whether the character beside a name continues the word that the name is."""
    if LATIN.match(edge):
        return bool(LATIN.match(neighbour))
    return len(name) <= LONGEST_OF_SOUNDS and edge in TRANSCRIBING and neighbour in TRANSCRIBING
