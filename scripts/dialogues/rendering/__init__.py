"""The pages of each language, with their templates and words. Pure."""
