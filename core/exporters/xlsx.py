"""The report as an Excel workbook: cover, texts, the three tables with live totals, and one sheet for collection."""

from core.exporters.pages import Grid, Title, lay_out
from core.exporters.xlsx_book import Book
from core.exporters.xlsx_collection import write_collection
from core.exporters.xlsx_tables import write_table
from core.exporters.xlsx_texts import cover, texts
from core.report import Report

_DRAFT = "草稿"


def write(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what the clerk should know about it."""
    book = Book()
    blocks = lay_out(report)
    title = blocks[0]
    assert isinstance(title, Title)  # a report begins with its title
    whole = title.unit + title.text
    draft = "" if report.final else _DRAFT
    header = f"{draft}　{whole}".strip()
    cover(book.sheet("封面"), report, title, book.styles, header=draft)
    texts(book.sheet("文字"), blocks, book.styles, header=header)
    notes = [
        write_table(book.sheet(block.table.name), report, block, book.styles, header=header)
        for block in blocks
        if isinstance(block, Grid)
    ]
    write_collection(book, report, header=header)
    return book.packed(whole, report.form.basis), tuple(note for note in notes if note)
