"""Where projects live: one file each, written so that it is never half there."""
