"""Saved web pages (.html, .mht) and what the clipboard holds of them."""
