"""A card for each passage: a small page to be sent to others, and a picture of it. Without MkDocs."""
