"""Exporting with a proof: what was written is read back by our own reader before it takes the place of an old file."""

import tempfile
from pathlib import Path

from core import exporters
from core.errors import UserError
from core.exporters import Exported, proof
from core.exporters.proof import Proof
from core.importers.extract import Extract, Grid, Part
from core.importers.pdf import letters
from core.isolation import desk
from core.isolation.sentences import NoAnswerError
from core.report import Report

_NAME = "年报"


def export(report: Report, path: Path) -> Exported:
    """Write the report to `path` as its suffix says, proved.

    Raises `UserError` as `core.exporters.export` does, and where the file says anything else than the report; then a
    file that was there before is untouched.
    """
    return exporters.export(report, path, read_back)


def read_back(report: Report, data: bytes, path: Path) -> Proof | None:
    """Return how a file that is to be put at `path` compares with its report.

    None where no reading process answers on this machine. Raises `UserError` where the file cannot be read as a report.
    """
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as folder:
        written = Path(folder) / f"{_NAME}{path.suffix}"
        written.write_bytes(data)
        try:
            read = desk.read_file(written)
        except NoAnswerError:
            return None
        except UserError as problem:
            raise UserError(f"没有导出“{path.name}”：写出的文件读不回来。{problem.message}", proof.HINT) from problem
    return proof.prove(report, read.report.entries_as_printed, words_of(read.extract), letters.ordinary)


def words_of(extract: Extract) -> list[str]:
    """Return all words of a file from top to bottom."""
    words: list[str] = []
    for block in extract.blocks:
        if isinstance(block, Grid):
            words += [cell for row in block.rows for cell in row if cell]
        elif not isinstance(block, Part):
            words.append(block.text)
    return words
