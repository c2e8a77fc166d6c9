"""Hash the content of files that are published: an address with it never needs to be asked again."""

import hashlib
from collections.abc import Iterable

LENGTH = 12
"""Characters of a hash in an address."""


def hash_contents(contents: Iterable[bytes]) -> str:
    """Return one hash of the contents of some files, in their order."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:LENGTH]
