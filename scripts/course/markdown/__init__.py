"""The vocabulary an author writes: Python-Markdown extensions, each local to its page."""
