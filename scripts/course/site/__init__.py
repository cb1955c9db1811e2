"""What is found in a built site and done to it, whichever tool built it."""
