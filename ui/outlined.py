"""Edges for dark windows and for high contrast: Fusion makes its edges a little darker than the window, and so leaves
fields that nobody sees where the window is dark, or all is of one colour.

Only there is this style in use: through it every stroke comes by Python. The options are those of each part; what is
written of their fields in PySide's stubs is less than they have.
"""

from typing import Any, ClassVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QWidget,
)

from ui import theme

PLAIN = "Fusion"
QUIET = 0.6
"""How much of the window is in the edge of a dark one: three times as light as it, but no lattice of white."""
_Complex, _Control, _Primitive, _Sub = (
    QStyle.ComplexControl,
    QStyle.ControlElement,
    QStyle.PrimitiveElement,
    QStyle.SubControl,
)
_State = QStyle.StateFlag


class Outlined(QProxyStyle):
    """Fusion with an edge around all that can be typed into, pressed or ticked."""

    PRIMITIVES: ClassVar = frozenset(
        {
            _Primitive.PE_Frame,
            _Primitive.PE_FrameGroupBox,
            _Primitive.PE_FrameLineEdit,
            _Primitive.PE_FrameMenu,
            _Primitive.PE_FrameTabWidget,
            _Primitive.PE_IndicatorCheckBox,
            _Primitive.PE_IndicatorItemViewItemCheck,
            _Primitive.PE_PanelButtonCommand,
            _Primitive.PE_PanelTipLabel,
        }
    )

    def __init__(self) -> None:
        super().__init__(PLAIN)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        super().drawPrimitive(element, option, painter, widget)
        if element in self.PRIMITIVES:
            _edge(painter, option.rect, option)
        elif element is _Primitive.PE_IndicatorRadioButton:
            _ring(painter, option.rect, option)

    def drawControl(
        self, element: QStyle.ControlElement, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        super().drawControl(element, option, painter, widget)
        if element in {_Control.CE_ProgressBarGroove, _Control.CE_TabBarTabShape}:
            _edge(painter, option.rect, option)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: Any,
        painter: QPainter,
        widget: Any = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in {_Complex.CC_ComboBox, _Complex.CC_SpinBox}:
            if option.frame:
                _edge(painter, option.rect, option)
        elif control is _Complex.CC_ScrollBar:
            slider = super().subControlRect(control, option, _Sub.SC_ScrollBarSlider, widget)
            _edge(painter, slider, option)


def follow(application: QApplication) -> None:
    """Draw in the style that the application's colours want."""
    wanted = theme.hides_edges(application.palette())
    if wanted != isinstance(application.style(), Outlined):
        application.setStyle(Outlined() if wanted else PLAIN)


def _edge(painter: QPainter, rect: QRect, option: Any) -> None:
    """Draw the edge of a part, thicker and in a colour of its own where the keyboard is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(option))
    inside = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRect(inside)
    if _has_keyboard(option):
        painter.drawRect(inside.adjusted(1, 1, -1, -1))
    painter.restore()


def _ring(painter: QPainter, rect: QRect, option: Any) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(option))
    painter.drawEllipse(rect.adjusted(1, 1, -2, -2))
    painter.restore()


def _has_keyboard(option: Any) -> bool:
    return bool(option.state & _State.State_HasFocus) and bool(option.state & _State.State_Enabled)


def _pen(option: Any) -> QPen:
    """One dot of the screen at every scale, so that all edges are alike."""
    pen = QPen(_ink(option))
    pen.setCosmetic(True)
    return pen


def _ink(option: Any) -> QColor:
    role = QPalette.ColorRole
    is_open = bool(option.state & _State.State_Enabled)
    group = QPalette.ColorGroup.Active if is_open else QPalette.ColorGroup.Disabled
    is_stark = theme.is_high_contrast(option.palette)
    if _has_keyboard(option):  # what is selected has white words on it: too dark for a line in a dark window
        return QColor(option.palette.color(group, role.Highlight)) if is_stark else theme.colours(option.palette).accent
    ink = QColor(option.palette.color(group, role.WindowText))
    if is_stark:
        return ink
    return theme.mixed(ink, option.palette.color(group, role.Window), QUIET)
