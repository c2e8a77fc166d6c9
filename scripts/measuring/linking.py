"""Print how long it takes to find names in all passages, with 1, 10 and 100 times the names."""

import random
import time
from pathlib import Path
from statistics import median

from dialogues.finding.mentions import Gazetteer
from dialogues.loading import load_archive
from dialogues.model.entities import Bilingual, Entity, Initiative

ROOT = Path(__file__).parents[2]
RUNS = 5


def main() -> int:
    """Measure and print; return 0 whatever the figures are."""
    archive = load_archive(ROOT)
    texts = [text for _, passage in archive.passages for text in passage.texts]
    names = [name for entity in archive.linked for name in entity.names]
    alone = None
    for times in (1, 10, 100):
        gazetteer = Gazetteer([*archive.linked, *invent(names, times - 1)])
        taken = median(measure(gazetteer, texts) for _ in range(RUNS))
        alone = alone or taken
        found = f"{len(gazetteer.owners):6d} names"
        print(f"links in {len(texts)} texts, {found}  {taken * 1000:6.1f} ms, {taken / alone:.2f}")
    return 0


def invent(names: list[str], times: int) -> list[Entity]:
    """Return entities with names made of halves of the real ones, so that they begin alike."""
    chance = random.Random(1)  # noqa: S311 - the same names at every run
    made = set[str]()
    while len(made) < len(names) * times:
        one, other = chance.choice(names), chance.choice(names)
        made.add(
            one[: len(one) // 2 + 1]
            + other[len(other) // 2 :]
            + chr(chance.randrange(0x4E00, 0x9FFF))
        )
    return [
        Initiative(key=f"made-{number}", name=Bilingual(name, name), kind="project")
        for number, name in enumerate(sorted(made))
    ]


def measure(gazetteer: Gazetteer, texts: list[str]) -> float:
    """Return how many seconds it takes to go through all texts, none remembered."""
    start = time.perf_counter()
    for text in texts:
        tuple(gazetteer.find(text))
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
