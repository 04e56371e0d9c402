"""Break real files in many ways and have them read: `python -m tests.fuzz.run --inputs 20000 --seed 1`.

Every input must end as a report or as a sentence, within the bounds of a reading process. What does not is a fault of
ours: it is listed, and kept in tests/data/fuzz where it is small and was made of a file of ours (others: --others).
"""

import argparse
import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.isolation import wire
from core.isolation.pool import Pool
from tests.bench.table import rows, say
from tests.fuzz.mutations import broken
from tests.fuzz.seeds import DATA, Seed, seeds

KEPT = DATA / "fuzz"
MOST_KEPT_BYTES = 20_000
PASSED = "读到", "拒绝", "太深", "内存", "超时"
"""How an input may end: as a report, or as one of the sentences that readers and bounds have."""

FAULTS = {"没有料到": "意外", "出了故障": "中断", "Traceback": "意外", "没有启动": "没启动"}
BOUNDS = {"还没有读完": "超时", "层层嵌套": "太深", "要用的内存": "内存"}


@dataclass
class Tally:
    """What became of the inputs of one format."""

    ends: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    slowest_input: int = 0
    peak: int = 0
    faults: dict[str, list[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Input:
    """A broken file; `number` and the seed of the run make it again."""

    number: int
    kind: str
    data: bytes
    ours: bool


@dataclass(frozen=True)
class Outcome:
    """How an input ended, with what sentence, and what it took: seconds of the processor, peak of memory in bytes."""

    end: str
    sentence: str
    seconds: float
    peak: int


def inputs(kind: str, whole: list[Seed], numbers: range, seed: str) -> Iterator[Input]:
    """Yield broken files of a format; each depends on its number alone."""
    contents = [one.data for one in whole]
    for number in numbers:
        chance = random.Random(f"{seed}:{kind}:{number}")
        one = chance.choice(whole)
        others = [two.data for two in whole if two.ours] if one.ours else contents
        yield Input(number, kind, broken(kind, one.data, chance, others), one.ours)


def outcome(desk: Pool, path: Path) -> Outcome:
    """Have a file read; a second and third time where the clock ran out, for a busy machine is no fault of ours."""
    for _ in range(3):
        became = _outcome(desk, path)
        if became.end != "超时":
            break
    return became


def _outcome(desk: Pool, path: Path) -> Outcome:
    try:
        reply = desk.ask({"do": "file", "path": str(path)}, path.name).content
        seconds, peak = float(reply["seconds"]), int(reply["peak"])
        if "good" in reply:
            wire.recognised_in(reply["good"])
            return Outcome("读到", "", seconds, peak)
        error = wire.error_in(reply["error"])
    except UserError as problem:
        error, seconds, peak = problem, 0.0, 0
    sentence = str(error)
    end = next((end for sign, end in (FAULTS | BOUNDS).items() if sign in sentence), "拒绝")
    return Outcome(end, sentence, seconds, peak)


def fuzz(kind: str, whole: list[Seed], numbers: range, given: argparse.Namespace) -> Tally:
    """Break and read files of one format, two at a time."""
    tally, lock, folder = Tally(), threading.Lock(), Path(given.folder)
    desk = Pool(keep=given.jobs, rest=None)

    def work(one: Input) -> None:
        path = folder / f"{one.number}.{kind}"
        path.write_bytes(one.data)
        became = outcome(desk, path)
        path.unlink()
        with lock:
            _count(tally, one, became)
            if became.end in BOUNDS.values():
                say(f"  {kind} {one.number}: {became.end}")
            if became.end not in PASSED:
                _keep(one, tally, _trace(folder, path.name) or became.end, given)

    waiting = threading.Semaphore(4 * given.jobs)

    def worked(done: Future[None]) -> None:
        waiting.release()
        done.result()

    with ThreadPoolExecutor(given.jobs) as pool:
        for one in inputs(kind, whole, numbers, given.seed):
            waiting.acquire()
            pool.submit(work, one).add_done_callback(worked)
    desk.close()
    return tally


def _count(tally: Tally, one: Input, became: Outcome) -> None:
    tally.ends[became.end] += 1
    tally.peak = max(tally.peak, became.peak)
    if became.seconds > tally.slowest:
        tally.slowest, tally.slowest_input = became.seconds, one.number


def _trace(folder: Path, name: str) -> str:
    """Return where the fault came from that the reading process wrote into its log."""
    log = folder / "log" / "reading.log"
    words = log.read_text(encoding="utf-8", errors="replace").rpartition(f"could not read {name}\n")[2]
    lines = words.partition("could not read")[0].splitlines()
    places = [line.split('"')[1].rsplit("/", 1)[-1] + line.split(",")[1] for line in lines if line.startswith("  File")]
    last = next((line for line in reversed(lines) if line and not line.startswith((" ", "20"))), "")
    return f"{' < '.join(places[-3:])}: {last[:100]}" if places else ""


def _keep(one: Input, tally: Tally, fault: str, given: argparse.Namespace) -> None:
    """Keep the first input of each fault."""
    numbers = tally.faults.setdefault(fault, [])
    numbers.append(one.number)
    if len(numbers) > 1:
        return
    folder = KEPT if one.ours and len(one.data) <= MOST_KEPT_BYTES else given.others
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{given.seed}-{one.number}.{one.kind}").write_bytes(one.data)


def _options() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--inputs", type=int, default=20_000)
    ask.add_argument("--seed", default="1")
    ask.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    ask.add_argument("--only", default="", help="formats, with commas")
    ask.add_argument("--number", type=int, help="make this one input again and leave it in the folder of --others")
    ask.add_argument("--others", type=Path, help="where failing inputs go that the repository does not keep")
    return ask.parse_args()


def main() -> int:
    given = _options()
    wanted = {name for name in given.only.split(",") if name}
    whole = {kind: found for kind, found in seeds().items() if found and (not wanted or kind in wanted)}
    each = -(-given.inputs // len(whole))
    if given.number is not None:
        for kind, found in whole.items():
            one = next(inputs(kind, found, range(given.number, given.number + 1), given.seed))
            (given.others / f"{given.number}.{kind}").write_bytes(one.data)
        return 0
    before, body, faults = time.perf_counter(), [], 0
    with tempfile.TemporaryDirectory(prefix="nianbao-") as folder:
        given.folder = os.environ["NIANBAO_HOME"] = folder
        for kind, found in whole.items():
            tally = fuzz(kind, found, range(each), given)
            faults += sum(map(len, tally.faults.values()))
            body.append(_row(kind, len(found), each, tally))
            for fault, numbers in sorted(tally.faults.items(), key=lambda each: -len(each[1])):
                say(f"{kind}: {len(numbers)} x {fault} (inputs {', '.join(map(str, numbers[:3]))})")
    say(f"\nseed {given.seed}, {time.perf_counter() - before:.0f} s, {given.jobs} processes, faults: {faults}")
    rows(("format", "seeds", "inputs", *PASSED, "faults", "most CPU s", "(input)", "peak MiB"), body)
    return 1 if faults else 0


def _row(kind: str, found: int, each: int, tally: Tally) -> tuple[str, ...]:
    faults = sum(count for end, count in tally.ends.items() if end not in PASSED)
    ends = (str(tally.ends[end]) for end in PASSED)
    slow = f"{tally.slowest:.2f}", str(tally.slowest_input), f"{tally.peak / 2**20:.0f}"
    return (kind, str(found), str(each), *ends, str(faults), *slow)


if __name__ == "__main__":
    sys.exit(main())
