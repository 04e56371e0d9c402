"""Our tagged PDF against LibreOffice converting our Word file and against naive platypus; and after one changed cell.

`python -m tests.bench.printing [ROUNDS]`. Cold is a whole process from its start to its end, by turns; warm is one more
file in a process that has written some. Wall time and processor time are both told, for other programs run beside it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

import pypdfium2

from core.cells import CellId, number
from core.exporters import docx
from core.exporters.pdf import compose, printed, write
from core.report import Report
from tests.bench import usual_pdf
from tests.bench.table import rows, say, spread
from tests.examples import TEXTS, filled

ROOT = Path(__file__).resolve().parents[2]
MANY = 10
GOALS = {"cold": 0.10, "warm": 0.10, "platypus": 0.45}
SCREEN = 1.5  # dots a point: a page 900 dots wide

_REPORT = "from dataclasses import replace; from tests.examples import TEXTS, filled;"
_REPORT += "report = replace(filled(), texts=TEXTS);"
_WRITE = "from pathlib import Path; import sys; Path(sys.argv[1]).write_bytes("
_PEAK = "; Path(sys.argv[2]).write_text(Path('/proc/self/status').read_text())"
_LEAVE = "; from main import leave; leave(0)"
OURS = f"{_REPORT} from core.exporters import EXPORTERS; {_WRITE}EXPORTERS[0].load()(report)[0]){_PEAK}{_LEAVE}"
USUAL = (
    f"{_REPORT} from tests.bench import usual_pdf as usual; {_WRITE}usual.written(report, usual.registered())){_PEAK}"
)


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds on the wall and of the processor, and its largest memory in MiB."""

    wall: float
    processor: float
    memory: float


def ran(command: Sequence[str], told: Path | None = None) -> Run:
    """Run a command to its end; raises where it fails.

    `told` is where it tells its own memory, for what the system tells is not less than that of the caller.
    """
    begun = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    taken = time.perf_counter() - begun
    lines = told.read_text().splitlines() if told else []
    peak = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), used.ru_maxrss)
    return Run(taken, used.ru_utime + used.ru_stime, peak / 1024)


def python(code: str, folder: Path) -> Run:
    """Run lines that write a file and tell their memory."""
    told = folder / "status"
    return ran([sys.executable, "-c", code, str(folder / "written.pdf"), str(told)], told)


class Office:
    """LibreOffice with a settled profile of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._start = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]

    def convert(self, files: Sequence[Path]) -> Run:
        """Convert Word files to PDF in one call."""
        out = ["--convert-to", "pdf", "--outdir", str(self._folder / "out")]
        return ran([*self._start, *out, *map(str, files)])


def county() -> Report:
    """Return the report of a county's office that is measured."""
    return replace(filled(), texts=TEXTS)


def changed(report: Report, at: int) -> Report:
    """Return the report with another number in one cell."""
    return replace(report, typed={**report.typed, CellId("t3.granted.natural"): number(1000 + at)})


# ---------------------------------------------------------------- cold


def cold(folder: Path, office: Office | None, rounds: int) -> None:
    """Whole processes by turns."""
    ways: dict[str, Callable[[], Run]] = {
        "ours": lambda: python(OURS, folder),
    }
    if usual_pdf.registered():
        ways["platypus"] = lambda: python(USUAL, folder)
    if office:
        file = folder / "report.docx"
        file.write_bytes(docx.write(county())[0])
        ways["LibreOffice"] = lambda: office.convert([file])
    taken: dict[str, list[Run]] = {name: [] for name in ways}
    for way in ways.values():
        way()  # so that files are in memory, and the profile is settled
    for _ in range(rounds):
        for name, way in ways.items():
            taken[name].append(way())
    say(f"Cold, median of {rounds} by turns; goal: ours / LibreOffice <= {GOALS['cold']}")
    ours = _middle(taken["ours"])
    body = []
    for name, runs in taken.items():
        each = _middle(runs)
        figures = (f"{each.wall * 1000:.0f}", f"{each.processor * 1000:.0f}", f"{each.memory:.0f}")
        body.append((name, *figures, f"{ours.wall / each.wall:.3f}", f"{ours.processor / each.processor:.3f}"))
    rows(("", "wall ms", "CPU ms", "MiB", "ours/wall", "ours/CPU"), body)


def _middle(runs: Sequence[Run]) -> Run:
    parts = ([run.wall for run in runs], [run.processor for run in runs], [run.memory for run in runs])
    return Run(*map(median, parts))


# ---------------------------------------------------------------- warm


def warm(folder: Path, office: Office | None, rounds: int) -> None:
    """One more file, a number changed each time."""
    report = county()
    names = usual_pdf.registered()
    ways: dict[str, Callable[[int], object]] = {
        "ours, a number changed": lambda at: write(changed(report, at)),
        "ours, all texts changed": lambda at: write(_rewritten(report, at)),
    }
    if names:
        ways["platypus"] = lambda at: usual_pdf.written(changed(report, at), names)
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for at in range(-3, rounds * 3):
        for name, way in ways.items():
            begun = time.process_time()
            way(at)
            if at >= 0:
                taken[name].append(time.process_time() - begun)
    ours = {name: median(times) for name, times in taken.items()}
    theirs = dict(ours)
    if office:
        theirs["LibreOffice"] = _one_more(folder, office, max(rounds // 3, 1))
    say(f"Warm, processor ms; goals: ours / platypus <= {GOALS['platypus']}, ours / LibreOffice <= {GOALS['warm']}")
    first, second = list(ours)[:2]
    body = [
        (name, f"{each * 1000:.1f}", f"{ours[first] / each:.3f}", f"{ours[second] / each:.3f}")
        for name, each in theirs.items()
    ]
    rows(("", "ms", "number changed /", "texts changed /"), body)


def _one_more(folder: Path, office: Office, rounds: int) -> float:
    """Return what one more file takes of the processor in a call that converts many."""
    files = []
    for at in range(MANY):
        file = folder / f"many-{at}.docx"
        file.write_bytes(docx.write(changed(county(), at))[0])
        files.append(file)
    pairs = [(office.convert(files), office.convert(files[:1])) for _ in range(rounds)]
    return median((many.processor - one.processor) / (MANY - 1) for many, one in pairs)


def _rewritten(report: Report, at: int) -> Report:
    """Return the report with a word more in each text: no line, no page and no subset is as before."""
    char = chr(0x4E00 + (7 * at) % 5000)
    texts = {key: f"{char}{at}年{text}" for key, text in report.texts.items()}
    return replace(changed(report, at), texts=texts)


# ---------------------------------------------------------------- preview


def preview(rounds: int) -> None:
    """From a changed number to the picture of its page, without the window."""
    report = county()
    parts: dict[str, list[float]] = {"composed": [], "printed": [], "drawn": [], "all": []}
    for at in range(-5, rounds * 10):
        times = _shown(changed(report, at))
        if at >= 0:
            for kept, seconds in zip(parts.values(), (*times, sum(times)), strict=True):
                kept.append(seconds)
    say("After one changed number, wall ms (goal: 50 for 95 of 100)")
    body = []
    for name, taken in parts.items():
        late = sorted(taken)[int(len(taken) * 0.95)]
        body.append((name, spread(taken)[0], f"{late * 1000:.2f}", *spread(taken)[1:]))
    rows(("", "median", "p95", "p99", "largest"), body)


def _shown(report: Report) -> tuple[float, float, float]:
    begun = time.perf_counter()
    composed = compose(report)
    set_at = time.perf_counter()
    data = printed(composed)
    written_at = time.perf_counter()
    page = next(spot.page for spot in composed.spots if spot.target == "t3.granted.natural")
    document = pypdfium2.PdfDocument(data)
    document[page].render(scale=SCREEN)
    document.close()
    return set_at - begun, written_at - set_at, time.perf_counter() - written_at


def main() -> None:
    """Measure all, what the machine has programs for."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = Office(folder) if shutil.which("soffice") else None
        cold(folder, office, rounds)
        warm(folder, office, rounds)
    preview(rounds)


if __name__ == "__main__":
    main()
