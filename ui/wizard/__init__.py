"""The guide: start page, what was read from a file, the list of steps, the last page."""
