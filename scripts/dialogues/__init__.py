"""City Dialogues: official records turned into data that pages are rendered from.

Nothing in this package knows MkDocs; parsing, joining and rendering are pure.
"""
