"""Our reader of PDF files against pdfplumber's plain table extraction on the same files, by turns in one run.

`python -m tests.bench.pdf [FOLDER] [ROUNDS]`: the PDF files of a folder; without one, those of ../shared/corpus, or the
one in tests/data where that is absent. Processor time is compared, for other programs run beside it.
"""

import json
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from statistics import median

import pdfplumber

from core.errors import UserError
from core.importers.pdf import reader as pdf
from core.importers.recogniser.answer import recognised_as_json
from core.importers.recogniser.recognise import recognise
from tests.bench.table import rows, say

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
GOAL = 0.10


def main() -> None:
    """Print the times of both for each file, their ratio, and how many of the cells ours brings to the recogniser."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS if CORPUS.is_dir() else ROOT / "tests" / "data" / "pdf"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    files = [path for path in sorted(folder.glob("*.pdf")) if _readable(path)]
    body: list[tuple[str, ...]] = []
    ours, theirs = [], []
    right = wanted = 0
    for path in files:
        mine, other = _by_turns(path, rounds)
        ours.append(mine)
        theirs.append(other)
        good, all_cells = _cells(path)
        right, wanted = right + good, wanted + all_cells
        body.append(
            (path.stem[:40], f"{mine * 1000:.1f}", f"{other * 1000:.0f}", f"{mine / other:.3f}", f"{good}/{all_cells}")
        )
    say(f"Reading {len(files)} PDF files, ms of processor time, median of {rounds} by turns (goal: ratio <= {GOAL})")
    rows(("file", "ours", "pdfplumber", "ratio", "cells"), body)
    share = f"{100 * right / wanted:.2f} %" if wanted else "no truth beside the files"
    say(f"all: {sum(ours) * 1000:.0f} / {sum(theirs) * 1000:.0f} ms = {sum(ours) / sum(theirs):.3f}; cells {share}")


def _readable(path: Path) -> bool:
    try:
        pdf.read(path)
    except UserError:
        return False
    return True


def _by_turns(path: Path, rounds: int) -> tuple[float, float]:
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_taken(lambda: pdf.read(path)))
        theirs.append(_taken(lambda: _plumbed(path)))
    return median(ours), median(theirs)


def _taken(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _plumbed(path: Path) -> int:
    with pdfplumber.open(path) as document:
        return sum(len(page.extract_tables()) for page in document.pages)


def _cells(path: Path) -> tuple[int, int]:
    """Return how many cells are recognised as the truth beside the file tells them, and how many it tells."""
    truth = path.with_name(path.name + ".truth.json")
    if not truth.is_file():
        return 0, 0
    want = json.loads(truth.read_text(encoding="utf-8"), parse_float=Decimal)["tables"]
    answer = json.dumps(recognised_as_json(recognise(pdf.read(path))), ensure_ascii=False)
    got = json.loads(answer, parse_float=Decimal)["tables"]
    pairs = [
        (value, got.get(table, {}).get(row, {}).get(column))
        for table, lines in want.items()
        for row, cells in lines.items()
        for column, value in cells.items()
    ]
    return sum(one == other for one, other in pairs), len(pairs)


if __name__ == "__main__":
    main()
