"""The trainer's kit: what a session needs, made from the blocks that trainers' pages have."""
