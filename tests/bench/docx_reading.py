"""Our reader of Word files against python-docx reading the words of the same cells.

`python -m tests.bench.docx_reading [FOLDER] [ROUNDS]`: the files of a folder, without one those of ../shared/corpus, or
an invented report where that is absent. Goal: 0.2 of its time. Ours reads the paragraphs and page heads as well.
"""

import tempfile
from pathlib import Path

from docx import Document

from core.importers.docx import reader as docx
from core.importers.extract import Grid
from tests.bench.side import compare, files
from tests.bench.table import say
from tests.core.importers import papers


def main() -> None:
    """Print the times of both and in how many files they read the same words in the same cells."""
    with tempfile.TemporaryDirectory() as folder:
        paths = files(".docx", _invented(Path(folder)))
        compare(paths, (("ours", docx.read), ("python-docx", _cells)), "Reading Word files (goal: 0.2)")
        say(f"the same words in the cells: {sum(_ours(path) == _cells(path) for path in paths)} of {len(paths)}")


def _invented(folder: Path) -> Path:
    path = folder / "年报.docx"
    document = Document()
    for block in papers.paper().blocks():
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(block.grid_rows, block.grid_columns)
        for row, line in zip(table.rows, papers.grid(block, papers.paper().cells), strict=True):
            for cell, words in zip(row.cells, line, strict=True):
                cell.text = words or ""
    document.save(str(path))
    return path


def _cells(path: Path) -> list[list[str]]:
    """Return the words of the tables of the body, row by row, each merged cell once, blank ones left out."""
    found = []
    for table in Document(str(path)).tables:
        seen = set()
        for row in table.rows:
            cells = [cell for cell in row.cells if not (cell._tc in seen or seen.add(cell._tc))]  # type: ignore[func-returns-value]
            found.append([words for cell in cells if (words := cell.text.strip())])
    return [line for line in found if line]


def _ours(path: Path) -> list[list[str]]:
    grids = (block for block in docx.read(path).blocks if isinstance(block, Grid))
    lines = ([words.strip() for words in row if words and words.strip()] for grid in grids for row in grid.rows)
    return [line for line in lines if line]


if __name__ == "__main__":
    main()
