"""Turns the pages of a built site into the documents of the editions: HTML to HTML."""
