"""Files whose pages are pictures: a report that was printed and put on the scanner."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter


def page_image(colour: str = "#203040") -> QImage:
    """Return a page with a few dark lines in place of words."""
    image = QImage(620, 877, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for line in range(12):
        painter.fillRect(60, 80 + 60 * line, 480, 14, QColor(colour))
    painter.end()
    return image


def write_scan(path: Path, pages: int = 2) -> Path:
    """Write a PDF file of pictures and return its path."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), page_image())
    painter.end()
    return path


def write_picture(path: Path) -> Path:
    """Write a photograph of a page in the format that the name ends in, and return its path."""
    assert page_image().save(str(path))
    return path
