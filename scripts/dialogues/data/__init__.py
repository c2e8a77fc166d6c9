"""The archive as data to be reused: tables (CSV, JSON, SQLite) and a JSON file per page.

`shapes` says which tables and columns there are; from it come the columns of every format, the JSON
Schemas and the Frictionless descriptor. `words.yml` says what each means, in both languages.
"""
