"""The recogniser: turns what any reader gives into a report, labels first (domain.md E.6)."""
