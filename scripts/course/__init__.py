"""Builds and checks the course."""
