"""Packs a document as an e-book."""
