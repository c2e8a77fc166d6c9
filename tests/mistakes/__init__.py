"""Each mistake that a contributor can make, and the lines that say so: a module for each sort."""

from mistakes import files, passages, records, registry
from mistakes.planting import Mistakes

LISTS = (files.MISTAKES, records.MISTAKES, passages.MISTAKES, registry.MISTAKES)
MISTAKES: Mistakes = {name: found for some in LISTS for name, found in some.items()}
assert len(MISTAKES) == sum(map(len, LISTS)), "two mistakes have the same name"
