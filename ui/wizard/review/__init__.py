"""The parts of the review page: what was read, its doubts, its values."""
