"""The self-test of the installed program, as far as it needs no window: every line is a thing that a clerk relies on.

For the tests of the installer, and for a colleague who is asked on the phone what does not work.
"""

import json
import platform
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from core import commands, handing_over, home, specimens
from core.cells import EMPTY
from core.checks import catalogue
from core.command_line import VERSION
from core.errors import UserError
from core.exporters import proof_grids
from core.exporters.fonts import choose
from core.importers import IMPORTERS
from core.importers.extract import Grid
from core.isolation import desk
from core.report import Report
from core.storage import project as storage
from core.storage.project import Project
from core.summary import summary

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "sample"
VERDICT = "self-test.json"


class FailedError(Exception):
    """A line does not hold; the words say what was found instead."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was tried: whether it holds, what was found, and how long it took."""

    name: str
    passed: bool
    said: str
    seconds: float


Trial = tuple[str, Callable[[], str]]
"""What a line is called, and the deed: it returns what to say, or raises."""


def run(trials: Iterable[Trial]) -> Iterator[Line]:
    """Try one thing after the other; what fails does not keep the others from being tried."""
    for name, deed in trials:
        began = time.perf_counter()
        try:
            said, passed = deed(), True
        except (UserError, FailedError) as error:
            said, passed = str(error), False
        except Exception as error:  # noqa: BLE001 - whatever is wrong with this machine becomes a line
            said, passed = f"{type(error).__name__}: {error}", False
        yield Line(name, passed, said.replace("\n", " "), round(time.perf_counter() - began, 2))


def trials(out: Path) -> Iterator[Trial]:
    """Yield everything that needs no window; files are left in `out`."""
    report = sample()
    yield "自己的文件夹可写", _own_folder
    yield "中文字体", _fonts
    yield "审核规则", partial(_rules, report)
    for suffix in (suffix for reader in IMPORTERS for suffix in reader.suffixes):
        yield f"读 {suffix}", partial(_read, report, out / "读" / f"年报{suffix}")
    for product in handing_over.OFFERED:
        yield f"写 {product.name}", partial(_write, report, out / "写", product)
    yield "Excel 的公式带着结果", partial(_reckoned, report, out / "写")
    yield "保存再打开", partial(_save, report, out / "存" / "试 存.nianbao")
    yield "由上年生成", partial(_new_year, out / "存" / "今年 草稿.nianbao")


def sample() -> Report:
    """Return the report of the sample, as it lies in the program."""
    return storage.load(shipped(f"*{storage.SUFFIX}"))[0].report


def verdict(lines: Iterable[Line], *, finished: bool = True, **more: Any) -> dict[str, Any]:
    """Return what is written into the file of the verdict; one that is not finished has not passed."""
    listed = list(lines)
    machine = {
        "version": VERSION,
        "system": platform.platform(),
        "python": platform.python_version(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "home": str(home.folder()),
    }
    return {
        "passed": finished and bool(listed) and all(line.passed for line in listed),
        **machine,
        **more,
        "lines": [asdict(line) for line in listed],
    }


def write(out: Path, content: dict[str, Any]) -> None:
    """Write the verdict into the folder `out`."""
    (out / VERDICT).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


# ---------------------------------------------------------------- the deeds


def _own_folder() -> str:
    place = home.folder()
    place.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place):
        return str(place)


def _fonts() -> str:
    chosen = choose()
    return "，".join(f"{role.value}：{each.face.name}" for role, each in chosen.items())


def _rules(report: Report) -> str:
    judged = catalogue.run(report)
    if not summary(report, judged).is_ready:
        raise FailedError("示例没有通过审核：" + "；".join(finding.message for finding in judged.findings))
    return f"审出 {len(judged.findings)} 处，都已说明原因"


def _read(report: Report, file: Path) -> str:
    """Read a specimen in a process of its own; what is shipped is last year's report of the sample."""
    last = commands.read_any(shipped("*.docx"))[0] if specimens.is_shipped(file.suffix) else report
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(specimens.make(report, file.suffix))
    read = desk.read_file(file).report
    wrong = [cell.name for cell in last.form.cells.values() if read.value(cell.id) != last.value(cell.id)]
    if wrong or (read.unit, read.year) != (last.unit, last.year):
        raise FailedError(f"读到的是 {read.unit} {read.year} 年，{len(wrong)} 格不同：{'、'.join(wrong[:3])}")
    return f"{len(last.form.cells)} 格相同"


def _write(report: Report, folder: Path, product: handing_over.Product) -> str:
    (handed,) = handing_over.hand_over(report, folder, [product])
    if handed.exported is None:
        raise FailedError(handed.problem)
    if handed.exported.proof is None:
        raise FailedError("写出的文件没有能读回核对")
    return f"{handed.exported.proof.words}，{handed.path.stat().st_size // 1024} KB"


def _reckoned(report: Report, folder: Path) -> str:
    """Look whether the workbook tells of each total what comes out of it: previews and phones do not reckon.

    A 0 says nothing: many programs write it before they reckon.
    """
    (product,) = (each for each in handing_over.PRODUCTS if each.key == "xlsx")
    workbook = handing_over.path_of(report, folder, product)
    if not workbook.is_file():
        raise FailedError("没有写出 Excel，无从核对")
    grids = [block.rows for block in desk.read_content(workbook).blocks if isinstance(block, Grid)]
    told = proof_grids.entries(report.form, grids)
    totals = {cell: entry.value for cell, entry in report.computed.items() if entry.value}
    wrong = [report.form.cells[cell].name for cell, value in totals.items() if told.get(cell, EMPTY).value != value]
    if wrong:
        raise FailedError(f"{len(wrong)} 格公式没有结果，或者不对：{'、'.join(wrong[:3])}")
    return f"{len(totals)} 格合计"


def _save(report: Report, file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    storage.save(file, Project(report), None)
    if storage.load(file)[0].report != report:
        raise FailedError("再打开的与保存的不同")
    return f"{file.stat().st_size // 1024} KB"


def _new_year(file: Path) -> str:
    file.unlink(missing_ok=True)
    told, _ = commands.new_year(shipped("*.docx"), file)
    return f"{told['unit']} {told['year']} 年"


def shipped(pattern: str) -> Path:
    """Return the file of the sample whose name fits."""
    found = sorted(SAMPLES.glob(pattern))
    if not found:
        raise FailedError("程序里没有示例，安装不完整")
    return found[0]
