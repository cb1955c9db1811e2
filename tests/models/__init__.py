"""The models behind the figures of this course."""
