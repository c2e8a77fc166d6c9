"""What a reader, a screen reader, a search engine and a slow telephone find in the built site."""
