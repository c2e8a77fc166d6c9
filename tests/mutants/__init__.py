"""Records damaged on purpose, and whether each word still stands under the one who said it.

`damage` makes the mutants, `truth` says whose each character is and whether the damaged source
still shows it, `judging` parses and compares. Run it with `python -m mutants 3000` in tests/.
"""
