"""The commands of a course, and `line`, which reads what was typed and runs one of them."""
