"""Read a file as an office sends it: the text of source.txt, and what a person has to look at."""
