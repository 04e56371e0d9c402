"""The window: a thin shell of Qt around `core`. No rule, no arithmetic, no file format stands here."""

PROGRAM = "年报编制"
"""What the program is called."""
