"""Tell Chinese characters from others."""

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""All Chinese characters in use, as a part of a class of an expression: `[{HAN}]`."""
EVERY_HAN = HAN + "\u2e80-\u2fdf\U00020000-\U0003fffd"
"""These, radicals, and those that dictionaries alone have."""
