"""The rules of domain.md part D: each family in a file of its own, each rule a pure generator."""
