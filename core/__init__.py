"""Everything the program knows about the annual report, in pure Python: no Qt, no window."""
