"""Our writers against others that write the same, by turns in one run.

`python -m tests.bench.exports [ROUNDS]`. Processor time is compared, for other programs run beside it; memory is the
peak of what Python allocates during one writing.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from tests.bench.table import rows, say

Write = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Part:
    """Two ways to write one thing: `prepare` returns ours and theirs, ready to be timed; `goal` is ours over theirs."""

    name: str
    theirs: str
    goal: float
    prepare: Callable[[], tuple[Write, Write]]


def _xlsx() -> tuple[Write, Write]:
    """Ours from the report on; openpyxl in its usual style from cells and looks that are prepared."""
    from core.exporters.xlsx import write
    from tests.core.exporters.invented import full_report
    from tests.core.exporters.usual_workbook import content, written

    report = full_report()
    given = content(write(report)[0])
    return lambda: write(report), lambda: written(given)


PARTS = (Part("xlsx", "openpyxl, usual style", 0.4, _xlsx),)


def main() -> None:
    """Print the times of each pair, their ratio, and what each takes of memory."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    body = [_measured(part, rounds) for part in PARTS]
    say(f"Writing the report of the tests: ms of processor time, median of {rounds} by turns; MiB at the peak")
    rows(("part", "against", "ours", "theirs", "ratio", "goal", "MiB ours", "MiB theirs"), body)


def _measured(part: Part, rounds: int) -> tuple[str, ...]:
    ways = part.prepare()
    taken: tuple[list[float], list[float]] = ([], [])
    for way in ways:
        way()  # so that both are warm
    for _ in range(rounds):
        for way, times in zip(ways, taken, strict=True):
            begun = time.process_time()
            way()
            times.append(time.process_time() - begun)
    ours, theirs = map(median, taken)
    figures = (f"{ours * 1000:.1f}", f"{theirs * 1000:.1f}", f"{ours / theirs:.3f}", f"{part.goal}")
    return (part.name, part.theirs, *figures, *map(_peak, ways))


def _peak(way: Write) -> str:
    tracemalloc.start()
    way()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return f"{peak / 2**20:.1f}"


if __name__ == "__main__":
    main()
