"""Exporting with a proof: what was written is read back by our own reader before it takes the place of an old file."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from core import exporters
from core.checks.register import Verdict
from core.errors import UserError
from core.exporters import Exported, pages, proof, proof_grids
from core.exporters.check_number import refuse_changed
from core.exporters.proof import Proof
from core.importers.extract import UNCOMPUTED, Extract, Grid, Part
from core.importers.pdf import letters
from core.importers.recogniser.recognise import Recognised
from core.isolation import desk
from core.isolation.sentences import NoAnswerError
from core.report import Report

if TYPE_CHECKING:
    from core.exporters.sheets import Sheet

T = TypeVar("T")

_NAME, _MARK = "年报", "〓"


def export(report: Report, path: Path) -> Exported:
    """Write the report to `path` as its suffix says, proved.

    Raises `UserError` as `core.exporters.export` does, where the file says anything else than the report, and where a
    final report says anything else than at its 定稿; then a file that was there before is untouched.
    """
    refuse_changed(report)
    return exporters.export(report, path, read_back)


def export_check_sheet(
    report: Report,
    verdict: Verdict,
    path: Path,
    doubts: Sequence[tuple[str, str]] = (),
    proofs: Sequence[tuple[str, Proof]] = (),
) -> Exported:
    """Write the 校核单 of a report that was judged, proved; as `core.exporters.export_check_sheet` otherwise."""
    return exporters.export_check_sheet(report, verdict, path, doubts, proofs=proofs, prove=sheet_read_back)


def export_sign_sheet(
    report: Report, verdict: Verdict, path: Path, proofs: Sequence[tuple[str, Proof]] = ()
) -> Exported:
    """Write the 审签单 of a report that was judged, proved; as `core.exporters.export_sign_sheet` otherwise."""
    return exporters.export_sign_sheet(report, verdict, path, proofs=proofs, prove=sheet_read_back)


def read_back(report: Report, data: bytes, path: Path) -> Proof | None:
    """Return how a file that is to be put at `path` compares with its report.

    None where no reading process answers on this machine. Raises `UserError` where the file cannot be read as a report.
    """
    read = _read(data, path, desk.read_file)
    if read is None:
        return None
    return compare(report, read, _unprintable(_written(report)) if path.suffix.lower() == ".pdf" else "")


def sheet_read_back(sheet: "Sheet", data: bytes, path: Path) -> Proof | None:
    """Return how the file of a sheet that goes with the report compares with it; else as `read_back`."""
    from core.exporters import sheet_proof  # start-up seam: the writers of sheets only for sheets

    read = _read(data, path, desk.read_content)
    if read is None:
        return None
    suffix = path.suffix.lower()
    grids = [block.rows for block in read.blocks if isinstance(block, Grid)]
    alike = _alike(_unprintable(sheet.words) if suffix == ".pdf" else "")
    return sheet_proof.prove(sheet, grids, words_of(read), alike, headed=suffix != ".xlsx")


def _read(data: bytes, path: Path, reader: Callable[[Path], T]) -> T | None:
    """Return what our reader finds in the bytes that are to be put at `path`; None where no process answers."""
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as folder:
        written = Path(folder) / f"{_NAME}{path.suffix}"
        written.write_bytes(data)
        try:
            return reader(written)
        except NoAnswerError:
            return None
        except UserError as problem:
            raise UserError(f"没有导出“{path.name}”：写出的文件读不回来。{problem.message}", proof.HINT) from problem


def compare(report: Report, read: Recognised, unprintable: str = "") -> Proof:
    """Return how what was read compares with a report; characters that no font has are as good as one another.

    A cell counts as it stands in its table, found by the labels alone; where a table is torn by the end of a page, as
    the report in the file is understood. A formula counts as what comes out of it here.
    """
    grids = [block.rows for block in read.extract.blocks if isinstance(block, Grid)]
    placed = proof_grids.entries(report.form, grids)
    typed = {cell: entry for cell, entry in placed.items() if entry.raw != UNCOMPUTED}
    sums = Report(report.form, typed=typed).computed
    reckoned = {cell: sums[cell] for cell in placed.keys() - typed.keys() if cell in sums}
    entries = {**read.report.entries_as_printed, **typed, **reckoned}
    return proof.prove(report, entries, words_of(read.extract), _alike(unprintable))


def _alike(unprintable: str) -> Callable[[str], str]:
    """Return what makes one of characters that look the same, and of those that no font has."""
    marks = dict.fromkeys(map(ord, unprintable), _MARK)
    return lambda text: letters.ordinary(text).translate(marks)


def _written(report: Report) -> str:
    return "".join((*proof.texts_of(report), *(pages.shown(report.entry(cell)) for cell in report.form.cells)))


def _unprintable(written: str) -> str:
    """Return the characters that are printed as 〓, which the clerk is told of: they are copied as one of them."""
    from core.exporters.faces import ONE_AT_A_TIME, Faces  # start-up seam: the fonts only after a PDF was written
    from core.exporters.fonts import Role

    with ONE_AT_A_TIME:
        faces = Faces()
        for role in Role:
            faces.sorts("".join(set(written)), role, 1.0)
        return "".join(faces.missing)


def words_of(extract: Extract) -> list[str]:
    """Return all words of a file from top to bottom."""
    words: list[str] = []
    for block in extract.blocks:
        if isinstance(block, Grid):
            words += [cell for row in block.rows for cell in row if cell]
        elif not isinstance(block, Part):
            words.append(block.text)
    return words
