"""Tell Chinese characters from others."""

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""All Chinese characters, as a part of a class of an expression: `[{HAN}]`."""
