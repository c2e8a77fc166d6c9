"""A file as an office sends it, read as the text of source.txt, and what a person has to look at."""
