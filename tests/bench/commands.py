"""Time and peak memory of the commands without a window, each a process of its own: `python -m tests.bench.commands`.

Also proves what each command loads: never Qt, and heavy libraries only where the file format needs them.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from core import commands
from tests.bench.table import rows, say

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
HEAVY = ("PySide6", "shiboken6", "openpyxl", "reportlab", "lxml", "uharfbuzz", "fontTools", "numpy", "PIL")

WATCHED = """
import sys
if sys.argv[1:]:
    import main
    assert main.main(sys.argv[1:]) < 2
names = sorted({name.split(".")[0] for name in sys.modules})
status = open("/proc/self/status").read()
peak = status.partition("VmHWM:")[2].split()[0]
sys.stderr.write("LOADED " + peak + " " + " ".join(names))
"""


def once(arguments: list[str]) -> float:
    """Run a Python process and return its seconds."""
    _clear(arguments)
    before = time.perf_counter()
    run = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False)
    if run.returncode not in {0, 1}:
        raise RuntimeError(f"{arguments} ended with {run.returncode}")
    return time.perf_counter() - before


def watched(arguments: list[str]) -> tuple[str, str]:
    """Return the peak memory of a command in MiB and the heavy libraries that it loads.

    The process tells its own peak: what the system tells of a child counts the parent that it was copied from.
    """
    _clear(arguments)
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    peak, *names = run.stderr.rpartition("LOADED ")[2].split()
    return f"{int(peak) / 1024:.0f}", " ".join(name for name in HEAVY if name in names) or "none"


def _clear(arguments: list[str]) -> None:
    """Take away what the command wrote before: it may refuse to write over it."""
    if "-o" in arguments:
        Path(arguments[-1]).unlink(missing_ok=True)


def measure(times: int, folder: Path) -> None:
    project, report = next(SAMPLE.glob("*.nianbao")), next(SAMPLE.glob("*.docx"))
    xlsx = folder / "年报.xlsx"
    commands.export(project, xlsx)
    wanted = {
        "read .nianbao": ["read", str(project)],
        "read .docx": ["read", str(report)],
        "read .xlsx": ["read", str(xlsx)],
        "check .nianbao": ["check", str(project)],
        "check .docx, last year .xlsx": ["check", str(report), "--last-year", str(xlsx)],
        "new-year .docx": ["new-year", str(report), "-o", str(folder / "新.nianbao")],
        "export .xlsx": ["export", str(project), "-o", str(folder / "出.xlsx")],
        "export .pdf": ["export", str(project), "-o", str(folder / "出.pdf")],
    }
    floor = [once(["-c", "pass"]) for _ in range(times)]
    body = [("python -c pass", *_figures(floor, floor), *watched([]))]
    for name, arguments in wanted.items():
        taken = [once(["main.py", *arguments]) for _ in range(times + 1)][1:]
        body.append((name, *_figures(taken, floor), *watched(arguments)))
    say(f"commands as processes, {times} times each:")
    rows(("", "median ms", "max ms", "x python", "peak MiB", "heavy libraries"), body)


def _figures(taken: list[float], floor: list[float]) -> tuple[str, str, str]:
    middle = median(taken)
    return f"{middle * 1000:.0f}", f"{max(taken) * 1000:.0f}", f"{middle / median(floor):.1f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=7)
    with tempfile.TemporaryDirectory(prefix="nianbao-") as name:
        measure(arguments.parse_args().times, Path(name))


if __name__ == "__main__":
    main()
