"""From a key press to the fresh picture of the year (图解) beside the table, and what writing it as a file takes.

`python -m tests.bench.picture`: goal 100 ms for 95 of 100 keys. As `tests.bench.preview` otherwise.
"""

import time
from collections.abc import Callable
from functools import partial

from core import depicting, edits
from core.exporters.ink import printed
from core.exporters.picture.page import compose
from tests.bench.preview import CELL, KEYS, _line, _wait, in_table, sample
from tests.bench.table import rows, say
from tests.bench.window import opened

GOAL = 100.0
FILES = 5


def in_core() -> list[tuple[str, ...]]:
    """Measure composing after an edit, printing, and each kind of file, without a window."""
    report = sample()
    edited = [edits.set_cell(report, CELL, str(number)) for number in range(100, 100 + KEYS // 2)]
    composed = [compose(each) for each in edited[:5]]
    parts = [
        _line("compose", [_taken(partial(compose, each)) for each in edited[5:]]),
        _line("print", [_taken(partial(printed, each)) for each in composed * 10][5:]),
    ]
    for suffix, write in depicting.FORMATS.items():
        parts.append(_line(f"write {suffix}", [_taken(partial(write, each)) for each in composed[:FILES]]))
    return parts


def _taken(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Print all figures."""
    body = in_core()
    with opened(sample()) as program:
        begun = time.perf_counter()
        program.previewing.toggle_picture()
        _wait(program)
        first = time.perf_counter() - begun
        program.previewing.pane.bar.beside_asked.emit()
        _wait(program)
        body.append(_line("Enter in table 3 to the fresh picture", in_table(program)))
    say(f"the picture after a key, ms (goal: {GOAL:.0f} at 95 %); the first look took {first * 1000:.0f}:")
    rows(("", "median", "95 %", "max"), body)


if __name__ == "__main__":
    main()
