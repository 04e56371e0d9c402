"""Find and replace over the whole report."""
