"""Measures of the build and the search, each a command: `python -m measuring.builds`."""
