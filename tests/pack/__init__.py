"""The packages: made, opened, played and read back."""
