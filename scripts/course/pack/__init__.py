"""Packs a finished site: to open from a folder, for learning management systems, and for Anki."""
