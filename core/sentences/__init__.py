"""Prose as the checks understand it: numbers, and what the words bind them to."""
