"""An attack on the project, which counts itself: what was tried, what held, what broke."""
