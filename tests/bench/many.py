"""500 mixed files in one `read`: `python -m tests.bench.many`. Goals: under 30 s on two cores, memory flat.

The files are those of tests/fuzz/seeds.py (with the shared corpus where it is there), each format as often as offices
send it, and invented reports with other numbers each. Memory is watched from outside (Linux), parent and reading
processes apart; "first" and "second half" show whether it grows.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from core.cells import CellId
from tests.bench.table import rows, say
from tests.core.importers import papers
from tests.examples import TYPED
from tests.fuzz.seeds import Seed, seeds

ROOT = Path(__file__).resolve().parents[2]
MIX = {"docx": 30, "doc": 15, "pdf": 20, "xlsx": 10, "xls": 3, "html": 10, "mht": 1, "rtf": 1, "csv": 2, "txt": 8}
"""Of a hundred files so many of each format; formats of which there is no file are left to .docx."""

WATCH_SECONDS = 0.05


@dataclass
class Watch:
    """Memory in bytes over the run: of the parent, and of all reading processes together."""

    parent: list[int] = field(default_factory=list)
    children: list[int] = field(default_factory=list)


def invented(number: int) -> bytes:
    """A Word file with numbers of its own."""
    chance = random.Random(number)
    cells = {CellId(cell): str(chance.randrange(50)) for cell in TYPED}
    return papers.docx(papers.word_body(papers.Paper(dict(papers.paper().cells) | cells)))


def write_files(folder: Path, many: int) -> list[Path]:
    """Write the files, mixed, and return them in order."""
    whole, chance = seeds(), random.Random(1)
    kinds = [kind for kind, share in MIX.items() for _ in range(share)]
    paths: list[Path] = []
    for number in range(many):
        kind = chance.choice(kinds)
        found: list[Seed] = whole[kind]
        kind = kind if found else "docx"
        data = found[number % len(found)].data if found and (kind != "docx" or number % 2) else invented(number)
        paths.append(folder / f"{number:03}.{kind}")
        paths[-1].write_bytes(data)
    return paths


def memory(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * 4096
    except (OSError, IndexError):
        return 0


def children(pid: int) -> list[int]:
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    try:
        return [int(child) for some in lists for child in some.read_text(encoding="ascii").split()]
    except OSError:
        return []


def watch(process: "subprocess.Popen[bytes]", seen: Watch) -> None:
    while process.poll() is None:
        seen.parent.append(memory(process.pid))
        seen.children.append(sum(map(memory, children(process.pid))))
        time.sleep(WATCH_SECONDS)


def measure(many: int, jobs: int, folder: Path) -> float:
    """Read the files once and print what it took; return the seconds."""
    paths = write_files(folder, many)
    before, cpu = time.perf_counter(), _processor()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "read", "--jobs", str(jobs), *map(str, paths)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    seen = Watch()
    watcher = threading.Thread(target=watch, args=(process, seen))
    watcher.start()
    answers = [json.loads(line) for line in process.communicate()[0].splitlines()]
    seconds = time.perf_counter() - before
    watcher.join()
    assert [Path(answer["file"]) for answer in answers] == paths
    say(f"{many} files, {jobs} processes: {seconds:.1f} s, of the processors {_processor() - cpu:.1f} s")
    _say(answers, seen)
    return seconds


def _processor() -> float:
    """Seconds of the processors that ended child processes took, and theirs."""
    if sys.platform == "win32":
        return 0.0
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _say(answers: list[dict[str, str]], seen: Watch) -> None:
    total = Counter(Path(answer["file"]).suffix for answer in answers)
    bad = Counter(Path(answer["file"]).suffix for answer in answers if "error" in answer)
    rows(("format", "files", "not read"), [(kind, str(total[kind]), str(bad[kind])) for kind in sorted(total)])
    half = len(seen.parent) // 2
    body = []
    for name, bytes_ in (("parent", seen.parent), ("reading processes", seen.children)):
        peaks = (max(part, default=0) >> 20 for part in (bytes_[:half], bytes_[half:]))
        body.append((name, *map(str, peaks)))
    rows(("peak MiB", "first half", "second half"), body)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--files", type=int, default=500)
    ask.add_argument("--jobs", type=int, default=2)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="nianbao-") as name:
        measure(given.files, given.jobs, Path(name))


if __name__ == "__main__":
    main()
