"""From the files on disk to checked entries, with the line of every mistake."""
