"""What is made of the built HTML. Pure, and without MkDocs."""
