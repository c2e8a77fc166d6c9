"""The site as it is while somebody edits it: `make serve`. One process, which renders what is asked for."""
