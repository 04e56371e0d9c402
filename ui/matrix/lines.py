"""Lines and bars that fall on whole pixels of the screen, whatever the window is scaled by."""

from PySide6.QtCore import QRect, QRectF

from ui.matrix.geometry import Geometry

FINEST = 8


def hairline(ratio: float) -> float:
    """The width of the thinnest line that is whole pixels wide, in the window's own measure."""
    return max(int(ratio), 1) / ratio


def step_of(ratio: float) -> int:
    """The smallest length in the window's own measure that is whole pixels long on a screen scaled by `ratio`."""
    whole = (step for step in range(1, FINEST + 1) if abs(step * ratio - round(step * ratio)) < 0.001)
    return next(whole, 1)


def cell_lines(rect: QRect, thin: float) -> tuple[QRectF, QRectF]:
    """The line on the right of a cell and the one below it."""
    whole = QRectF(rect)
    return (
        QRectF(whole.right() - thin, whole.top(), thin, whole.height()),
        QRectF(whole.left(), whole.bottom() - thin, whole.width(), thin),
    )


def outer_lines(geometry: Geometry, thin: float) -> tuple[QRectF, QRectF]:
    """The left and upper edge of the table, which no cell draws."""
    return QRectF(0, 0, geometry.width, thin), QRectF(0, 0, thin, geometry.height)


def frame(rect: QRect, thick: float) -> tuple[QRectF, ...]:
    """The four bars of a frame inside a rectangle."""
    whole = QRectF(rect)
    return (
        QRectF(whole.left(), whole.top(), whole.width(), thick),
        QRectF(whole.left(), whole.bottom() - thick, whole.width(), thick),
        QRectF(whole.left(), whole.top() + thick, thick, whole.height() - 2 * thick),
        QRectF(whole.right() - thick, whole.top() + thick, thick, whole.height() - 2 * thick),
    )
