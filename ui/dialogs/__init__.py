"""The few windows over the window."""
