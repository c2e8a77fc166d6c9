"""Each mistake that a contributor can make, and the lines that say so: a module for each sort."""

from mistakes import files, passages, records, registry
from mistakes.planting import Mistakes

TABLES = (files.MISTAKES, records.MISTAKES, passages.MISTAKES, registry.MISTAKES)
MISTAKES: Mistakes = {name: found for table in TABLES for name, found in table.items()}
assert len(MISTAKES) == sum(map(len, TABLES)), "two mistakes have the same name"
