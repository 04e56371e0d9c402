"""Where the pictures of pages come from: PDF pages are drawn in a separate process, picture files are read here.

Everything here is called on other threads than the window's.
"""

import threading
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from core.errors import UserError
from core.importers.kinds import HEAD_BYTES, Kind, kind_of
from core.isolation import desk

MOST_MEGABYTES = 256
"""What a picture may take when unpacked; a page scanned at 300 dots per inch in colour takes 35."""

FORMATS = {b"png", b"jpeg", b"jpg", b"bmp", b"gif"}
POINTS_WIDE = 595.0  # a picture counts as a page as wide as A4


def is_picture(path: Path) -> bool:
    """Tell whether a file is a picture and not pages. UserError if it cannot be opened."""
    try:
        with path.open("rb") as stream:
            return kind_of(path, stream.read(HEAD_BYTES)) is Kind.PICTURE
    except OSError as problem:
        raise UserError(f"“{path.name}”打不开了。", "请确认它没有被移动、改名，U 盘没有拔出。") from problem


def sizes_of(path: Path, called_off: threading.Event) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page in points. UserError if it cannot be shown."""
    if not is_picture(path):
        return desk.page_sizes(path, called_off)
    size = _upright(_reader(path))
    return ((POINTS_WIDE, POINTS_WIDE * size.height() / size.width()),)


def picture_of(path: Path, page: int, width: int, called_off: threading.Event) -> QImage:
    """Return a page (from 0) as a picture of a width in pixels. UserError if it cannot be shown."""
    if not is_picture(path):
        drawn = desk.page_picture(path, page, width, called_off)
        return QImage(drawn.rgb, drawn.width, drawn.height, 3 * drawn.width, QImage.Format.Format_RGB888).copy()
    return _scaled(path, width)


def _scaled(path: Path, width: int) -> QImage:
    reader = _reader(path)
    size, upright = reader.size(), _upright(reader)
    height = max(round(width * upright.height() / upright.width()), 1)
    reader.setScaledSize(QSize(width, height) if size == upright else QSize(height, width))
    image = reader.read()
    if image.isNull():
        raise _unshown(path)
    return image


def _reader(path: Path) -> QImageReader:
    """Return a reader that takes the turn of a photograph into account; UserError if it is no picture we show."""
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS or reader.size().isEmpty():
        raise _unshown(path)
    return reader


def _upright(reader: QImageReader) -> QSize:
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    return reader.size().transposed() if turned else reader.size()


def _unshown(path: Path) -> UserError:
    return UserError(f"图片“{path.name}”显示不了。", "请用看图软件打开，另存为 PNG 或 JPG 再试。")
