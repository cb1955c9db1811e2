"""Makes the built site into the printed editions."""
