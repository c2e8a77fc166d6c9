"""The worst that a text can do to an expression: what it repeats, as often as one likes, and no end."""
