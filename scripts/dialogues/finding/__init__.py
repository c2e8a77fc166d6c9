"""What texts and the archive hold: numbers, names, who speaks where, themes."""
