"""Two ways of reading the same files, by turns in one run; processor time, for other programs run beside it."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from core.errors import UserError
from core.importers import read
from tests.bench.table import rows, say

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
Work = Callable[[Path], object]


def files(suffix: str, otherwise: Path) -> list[Path]:
    """Return the files that can be read: of the folder named first on the command line, of the corpus, or one file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    return [path for path in sorted(folder.glob(f"*{suffix}")) if _readable(path)] or [otherwise]


def _readable(path: Path) -> bool:
    try:
        read(path)
    except UserError:
        return False
    return True


def compare(paths: Sequence[Path], ways: Sequence[tuple[str, Work]], title: str) -> None:
    """Print the time of each way for each file, and each as a share of the last, which is the one compared with."""
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    taken = {path: _by_turns(path, ways, rounds) for path in paths}
    say(f"{title}: {len(paths)} files, ms of processor time, median of {rounds} by turns")
    names = [name for name, _ in ways]
    rows(
        ("file", *names, *(f"{name}/{names[-1]}" for name in names[:-1])),
        [(path.stem[:40], *_figures(times)) for path, times in taken.items()]
        + [("all", *_figures([sum(column) for column in zip(*taken.values(), strict=True)]))],
    )


def _figures(times: Sequence[float]) -> list[str]:
    return [f"{each * 1000:.1f}" for each in times] + [f"{each / times[-1]:.3f}" for each in times[:-1]]


def _by_turns(path: Path, ways: Sequence[tuple[str, Work]], rounds: int) -> list[float]:
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for times, (_, work) in zip(taken, ways, strict=True):
            begun = time.process_time()
            work(path)
            times.append(time.process_time() - begun)
    return [median(times) for times in taken]
