"""Thin frames around what is being shown. They take neither clicks nor the keyboard, and follow what they frame."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from ui import theme

_WIDTH = 2  # pixels
_MOVING = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}


class Halo(QWidget):
    """The frame, in its own window above everything else (objectName `halo`)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("halo")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frames: list[QRect] = []
        self._targets: tuple[QWidget, ...] = ()
        self._watched: set[QWidget] = set()
        self.hide()

    def frame(self, targets: Sequence[QWidget]) -> None:
        """Frame these parts of the window, each by itself; nothing frames none."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._targets, self._watched = tuple(targets), set()
        for widget in targets:
            above: QWidget | None = widget
            while above is not None:  # a part also moves when what it lies in does
                self._watched.add(above)
                above = above.parentWidget()
        for widget in self._watched:
            widget.installEventFilter(self)
        self._follow()

    def _follow(self) -> None:
        shown = [target for target in self._targets if target.isVisible()]
        boxes = [QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()) for target in shown]
        boxes = [box.adjusted(-_WIDTH, -_WIDTH, _WIDTH, _WIDTH) & self._window.rect() for box in boxes]
        whole = QRegion()
        for box in boxes:
            whole |= box
        self.setGeometry(whole.boundingRect())
        self.frames = [box.translated(-whole.boundingRect().topLeft()) for box in boxes]
        self.setVisible(bool(boxes))
        self.raise_()

    # ------------------------------------------------------------ Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(theme.colours(self.palette()).accent, _WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = _WIDTH // 2
        for box in self.frames:
            painter.drawRect(box.adjusted(half, half, -half, -half))
