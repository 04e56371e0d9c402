"""The list of steps: always there, free to jump, each with its state in shape, colour and words (`stepList`)."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.steps import Progress, Step, StepState, states, steps
from ui import theme
from ui.session import Session
from ui.words import step_mark, step_words

_STEP, _STATE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class StepsList(QListWidget):
    """The steps of the open report; the current one is the page in view."""

    step_chosen = Signal(str)
    entered = Signal()  # by a click or by Enter: the clerk wants to type there; the arrows only look

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepList")
        self.setAccessibleName("步骤")
        self.setItemDelegate(_StepDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self._session = session
        self._steps: tuple[Step, ...] = ()
        session.replaced.connect(self.rebuild)
        session.findings_changed.connect(self.refresh)
        session.view_changed.connect(self.refresh)
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(lambda _: self.entered.emit())
        self.itemActivated.connect(lambda _: self.entered.emit())
        self.rebuild()

    def rebuild(self) -> None:
        """List the steps of the report's form afresh."""
        with QSignalBlocker(self):
            self.clear()
            self._steps = steps(self._session.report.form)
            for step in self._steps:
                QListWidgetItem(step.title, self).setData(_STEP, step.id)
            self.setCurrentRow(0)  # or the list would choose one itself when it gets the keyboard
        self.refresh()

    def refresh(self) -> None:
        """Bring the marks up to date."""
        told = states(self._session.report, self._session.verdict, self._session.view.visited)
        for number, step in enumerate(self._steps):
            item, now = self.item(number), told[step.id]
            if item.data(_STATE) == now:
                continue
            item.setData(_STATE, now)
            item.setToolTip(f"第 {number + 1} 步 {step.title}：{step_words(now)}（Alt+{number + 1}）")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number + 1} {step.title}，{step_words(now)}")

    def select(self, step_id: str) -> None:
        """Mark a step as the current one, without telling."""
        for number, step in enumerate(self._steps):
            if step.id == step_id:
                with QSignalBlocker(self):
                    self.setCurrentRow(number)

    def mark_of(self, step_id: str) -> str:
        """Return what stands behind a step: “▲1”, “✓”, “未看” …"""
        row = next(number for number, step in enumerate(self._steps) if step.id == step_id)
        return step_mark(self.item(row).data(_STATE))

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.step_chosen.emit(now.data(_STEP))

    def sizeHint(self) -> QSize:
        return QSize(190, super().sizeHint().height())


class _StepDelegate(QStyledItemDelegate):
    """Draws number, title and, at the right edge, the mark."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        look: Any = option  # the type stubs of PySide6 leave its fields out
        now: StepState = index.data(_STATE)
        colours = theme.colours(look.palette)
        selected = bool(look.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(look.rect, colours.selection)
            painter.fillRect(look.rect.adjusted(0, 0, 3 - look.rect.width(), 0), colours.accent)
        if look.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.accent)
            painter.drawRect(look.rect.adjusted(0, 0, -1, -1))
        room = look.rect.adjusted(12, 0, -12, 0)
        mark = step_mark(now)
        painter.setFont(theme.bold(look.font) if now.errors else look.font)
        stark = selected and theme.is_high_contrast(look.palette)
        on_selection = look.palette.color(QPalette.ColorRole.HighlightedText)
        painter.setPen(on_selection if stark else _mark_colour(now, colours))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), mark)
        painter.setFont(theme.bold(look.font) if selected else look.font)
        painter.setPen(on_selection if stark else colours.ink)
        text = f"{index.row() + 1}  {index.data()}"
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look: Any = option
        return QSize(160, look.fontMetrics.height() + 4 * theme.STEP)


def _mark_colour(now: StepState, colours: theme.Colours) -> QColor:
    if now.errors:
        return colours.error
    if now.warnings:
        return colours.warning
    return colours.ok if now.progress in {Progress.DONE, Progress.EXPLAINED} else colours.muted
