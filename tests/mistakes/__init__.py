"""Mistakes that authors make, a row each: what is written, and the one line that it deserves."""
