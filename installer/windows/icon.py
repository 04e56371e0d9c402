"""The program's icon as Windows wants it, in every size that Explorer and the task bar ask for; the setup's margin."""

import os
import struct
from pathlib import Path

from installer.windows.places import ICON, ROOT, SIDEBAR

_DRAWINGS = ROOT / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_SMALL = 24
"""Up to this size the plainer drawing is used: the fine lines of the other one would only be a blur."""

_SIDEBAR_SIZE = (328, 628)
_AS_PNG = 256
"""From this size on the picture is stored packed; smaller ones plain, for the oldest readers of icons."""


def make(out: Path = ICON) -> Path:
    """Draw the icon in all sizes and write it."""
    pictures = [_picture(size) for size in SIZES]
    directory, body, offset = b"", b"", 6 + 16 * len(SIZES)
    for size, picture in zip(SIZES, pictures, strict=True):
        directory += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset + len(body))
        body += picture
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(struct.pack("<3H", 0, 1, len(SIZES)) + directory + body)
    return out


def make_sidebar(out: Path = SIDEBAR) -> Path:
    """Draw what stands at the left of the first and the last page of the setup, at twice its size for fine screens."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _application = _drawing()
    image = QImage(*_SIDEBAR_SIZE, QImage.Format.Format_RGB888)
    image.fill(QColor("#eef2f7"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(image.width() - 2, 0, 2, image.height()), QColor("#1f4e8c"))
    QSvgRenderer(str(_DRAWINGS / "nianbao.svg")).render(painter, QRectF(84, 150, 160, 160))
    painter.end()
    image.save(str(out))
    return out


def _drawing() -> object:
    """Return what Qt needs to draw without a screen; it is to be held while it draws."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication([])


def _picture(size: int) -> bytes:
    """Return the drawing at a size, as an .ico holds it."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _application = _drawing()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    name = "nianbao-small.svg" if size <= _SMALL else "nianbao.svg"
    QSvgRenderer(str(_DRAWINGS / name)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    if size < _AS_PNG:
        return plain(size, bytes(image.constBits()))
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(packed, QByteArray(b"png")).write(image)
    return bytes(packed.data().data())


def plain(size: int, pixels: bytes) -> bytes:
    """Return a picture of an .ico from its pixels (blue, green, red, alpha; from the top), which it holds upside down.

    Its height counts the mask too, which is empty: the alpha says all.
    """
    rows = [pixels[row * size * 4 : (row + 1) * size * 4] for row in reversed(range(size))]
    mask = bytes((size + 31) // 32 * 4) * size
    head = struct.pack("<3I2H6I", 40, size, 2 * size, 1, 32, 0, size * size * 4 + len(mask), 0, 0, 0, 0)
    return head + b"".join(rows) + mask
