"""Readers of files, and the recogniser of what they contain."""
