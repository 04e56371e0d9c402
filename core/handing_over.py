"""Handing a report over: all files that are wanted, written into one folder, each proved (定稿, domain.md F.4).

Nothing is written over unasked: `taken` tells what is there. A file stands whole or not at all, and one that fails
leaves the others alone.
"""

import logging
import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core import depicting, file_names, proving
from core.atomic import UNFINISHED, make_folder, try_folder
from core.checks import catalogue
from core.errors import UserError
from core.exporters import Exported
from core.exporters.check_number import refuse_changed
from core.exporters.proof import Proof
from core.report import Report

log = logging.getLogger(__name__)

LONGEST_PATH = 259
"""Characters of a full path that every program on Windows can open."""

STALE_S = 600
"""Seconds after which nobody goes on with a file that is half-written."""


Proofs = Sequence[tuple[str, Proof]]
"""The names of files, and what proved them."""


@dataclass(frozen=True, slots=True)
class Product:
    """A file that a report is handed over as: its key, how it is called, and what its name ends in behind the report's.

    `write(report, path, proofs)` writes it whole or raises `UserError`; `proofs` are the files written before it in the
    same folder, and what proved them. One that `tells` of these is no longer right when one of them is written again.
    One that is `extra` is written only where somebody asks for it.
    """

    key: str
    name: str
    ending: str
    write: Callable[[Report, Path, Proofs], Exported]
    tells: bool = False
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of one product: the file that was written, or why it was not."""

    product: Product
    path: Path
    exported: Exported | None = None
    problem: str = ""


def _report(report: Report, path: Path, _: Proofs) -> Exported:
    return proving.export(report, path)


def _with_picture(report: Report, path: Path, _: Proofs) -> Exported:
    return depicting.export_with_report(report, path)


def _picture(report: Report, path: Path, _: Proofs) -> Exported:
    return depicting.export(report, path)


def _check_sheet(report: Report, path: Path, proofs: Proofs) -> Exported:
    return proving.export_check_sheet(report, catalogue.run(report), path, (), proofs)


def _sign_sheet(report: Report, path: Path, proofs: Proofs) -> Exported:
    return proving.export_sign_sheet(report, catalogue.run(report), path, proofs)


OFFERED = (
    Product("pdf", "PDF", ".pdf", _report),
    Product("pdfPicture", "PDF 末页附图解", "（附图解）.pdf", _with_picture, extra=True),
    Product("docx", "Word", ".docx", _report),
    Product("xlsx", "Excel", ".xlsx", _report),
    Product("html", "网页", ".html", _report),
    Product("picture", "图解", "图解.png", _picture),
    Product("picturePdf", "图解（PDF）", "图解.pdf", _picture, extra=True),
    Product("pictureSvg", "图解（SVG）", "图解.svg", _picture, extra=True),
    Product("checkSheet", "校核单", "校核单.pdf", _check_sheet, tells=True),
    Product("signSheet", "审签单", "审签单.pdf", _sign_sheet, tells=True),
)
"""All there are, in the order in which they are written: the sheets tell of the files before them."""

PRODUCTS = tuple(product for product in OFFERED if not product.extra)
"""What is written where nobody chose."""


def path_of(report: Report, folder: Path, product: Product) -> Path:
    """Return where a product of a report is written to."""
    return folder / f"{file_names.marked_stem(report)}{product.ending}"


def taken(report: Report, folder: Path, products: Sequence[Product]) -> tuple[tuple[Product, Path], ...]:
    """Return the products whose files would be written over, with these files."""
    paths = [(product, path_of(report, folder, product)) for product in products]
    return tuple((product, path) for product, path in paths if os.path.lexists(path))


def beside(folder: Path) -> Path:
    """Return the first folder of this name with a number that is not there yet: “…（定稿）(2)”."""
    number = 2
    while (found := folder.with_name(file_names.numbered(folder.name, number))).exists():
        number += 1
    return found


def refuse_folder(report: Report, folder: Path, products: Sequence[Product]) -> None:
    """Raise `UserError` where nothing can be written there, before anything is done.

    A folder that can be made is tried by making it; whether the disk holds it all is known only when it is written.
    """
    if os.name == "nt":
        refuse_long(report, folder, products, LONGEST_PATH)
    there = next((each for each in (folder, *folder.parents) if os.path.lexists(each)), folder)
    if os.path.isfile(there):  # noqa: PTH113 - as below
        raise UserError(f"“{there.name}”是一个文件，不是文件夹。", "请换一个文件夹，或者换一个名字。")
    try_folder(folder)


def refuse_long(report: Report, folder: Path, products: Sequence[Product], longest: int) -> None:
    """Raise `UserError` where a path would have more than so many characters."""
    full = max((len(str(path_of(report, folder.absolute(), product))) for product in products), default=0)
    if full > longest:
        raise UserError(
            f"文件夹的路径太长：连同文件名有 {full} 个字，系统最多允许 {longest} 个。",
            "请选离磁盘根目录近一些的文件夹，例如“文档”。",
        )


def hand_over(
    report: Report,
    folder: Path,
    products: Sequence[Product] = PRODUCTS,
    *,
    kept: Sequence[Handed] = (),
    begun: Callable[[Product], object] = lambda _: None,
    done: Callable[[Handed], object] = lambda _: None,
    called_off: threading.Event | None = None,
) -> tuple[Handed, ...]:
    """Write these products into a folder, which is made if need be, one after the other.

    `kept` are files that lie there from a time before, for those that tell of them. `begun` and `done` are told of
    each; what was called off is not among what is returned, nor is `kept`. Raises `UserError` where there can be no
    such folder, and for a final report that says anything else than at its 定稿.
    """
    refuse_changed(report)
    refuse_folder(report, folder.absolute(), products)
    missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    make_folder(folder)
    _sweep(folder)
    handed: list[Handed] = []
    for product in products:
        if called_off is not None and called_off.is_set():
            break
        begun(product)
        handed.append(_written(report, path_of(report, folder, product), product, _proofs((*kept, *handed))))
        done(handed[-1])
    handed = [_as_it_is(each) for each in handed]
    if not any(each.exported for each in handed):
        _take_away(missing)
    return tuple(handed)


def together(wanted: Sequence[Product], before: Sequence[Handed], now: Sequence[Handed]) -> tuple[Handed, ...]:
    """Return what became of the wanted products after they were written twice: the later time counts."""
    last = {each.product.key: each for each in (*before, *now)}
    return tuple(last[product.key] for product in wanted if product.key in last)


def outstanding(wanted: Sequence[Product], handed: Sequence[Handed]) -> tuple[Product, ...]:
    """Return what is still to be written, with the sheets that tell of it though they are there."""
    written = {each.product.key for each in handed if each.exported is not None}
    found: list[Product] = []
    for product in wanted:
        if product.key not in written or (product.tells and found):
            found.append(product)
    return tuple(found)


def sentence(handed: Sequence[Handed], wanted: int) -> str:
    """Tell in one sentence how it went: how many files there are, which are not, how many were called off."""
    written = sum(each.exported is not None for each in handed)
    failed = "、".join(each.product.name for each in handed if each.exported is None)
    said = [f"已写出 {written} 份文件" if written else "没有写出文件"]
    if failed:
        said.append(f"没有写成：{failed}")
    if len(handed) < wanted:
        said.append(f"已取消，{wanted - len(handed)} 份没有写")
    return "，".join(said) + "。"


def _proofs(handed: Sequence[Handed]) -> Proofs:
    return [(each.path.name, each.exported.proof) for each in handed if each.exported and each.exported.proof]


def _as_it_is(handed: Handed) -> Handed:
    """Return what became of a file once all are written: a stick may have been pulled since."""
    if handed.exported is None or os.path.isfile(handed.path):  # noqa: PTH113 - Path's raises where a disk is out of order
        return handed
    return Handed(handed.product, handed.path, problem="写好以后又不见了，可能是U盘已拔出，或者文件夹被移走了。")


def _take_away(missing: Sequence[Path]) -> None:
    """Take away the folders that were made: what was not handed over leaves none of them behind."""
    for folder in missing:
        with suppress(OSError):  # gone with its stick, or somebody else's by now
            folder.rmdir()


def _sweep(folder: Path) -> None:
    """Take away what a program that was killed left half-written here; what is young may be another's work."""
    for unfinished in folder.glob(UNFINISHED):
        with suppress(OSError):  # gone by now, or held by somebody: it does no harm
            if time.time() - unfinished.stat().st_mtime > STALE_S:
                unfinished.unlink()


def _written(report: Report, path: Path, product: Product, proofs: Proofs) -> Handed:
    try:
        return Handed(product, path, product.write(report, path, proofs))
    except UserError as error:
        return Handed(product, path, problem=str(error))
    except Exception:  # a fault of ours in one writer must not cost the other files
        log.exception("a product could not be written")
        return Handed(product, path, problem="程序内部出错，没有写成；请把程序的记录文件发给维护人员。")
