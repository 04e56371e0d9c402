"""Printing what was measured."""

import sys
from collections.abc import Sequence
from statistics import median


def say(*lines: str) -> None:
    """Print lines."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def rows(head: Sequence[str], body: Sequence[Sequence[str]]) -> None:
    """Print a table: words to the left, figures to the right."""
    widths = [max(len(line[i]) for line in (head, *body)) for i in range(len(head))]
    for line in (head, *body):
        figures = (word.rjust(width) for word, width in zip(line[1:], widths[1:], strict=True))
        say("  ".join((line[0].ljust(widths[0]), *figures)))


def spread(seconds: Sequence[float], unit: float = 1000.0) -> tuple[str, str, str]:
    """Return median, 99th percentile and largest, in thousandths of a second unless told otherwise."""
    ordered = sorted(seconds)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"{median(ordered) * unit:.2f}", f"{late * unit:.2f}", f"{ordered[-1] * unit:.2f}"
