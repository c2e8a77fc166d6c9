"""Draft a record from its text: what can be known is written, what is a guess is marked so."""
