"""How wide and how high the printed grid of a table is on the screen, for a given width and font."""

from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from core.form.layout import Label, Role, Span, Table
from ui import theme

PAD = 4
NARROWEST, NARROWEST_OF_MANY, WIDEST, WIDEST_OF_FEW = 3.6, 3, 7.6, 15
"""Characters: how wide the columns of values may be."""
FEW, MANY = 3, 12
LABEL_EMS = 18.5  # the longest label of table 3 stands on two lines of so many characters
WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Geometry:
    """Edges of the columns and rows of the printed grid in pixels, the first at 0; `left` and `top` count labels."""

    xs: tuple[int, ...]
    ys: tuple[int, ...]
    left: int
    top: int
    tight: frozenset[Label] = frozenset()  # labels to be set in the small font

    @property
    def label_width(self) -> int:
        return self.xs[self.left]

    @property
    def head_height(self) -> int:
        return self.ys[self.top]

    @property
    def width(self) -> int:
        return self.xs[-1]

    @property
    def height(self) -> int:
        return self.ys[-1]

    def rect(self, span: Span) -> QRect:
        """The place of a span, lines between the cells included on its right and below it."""
        x, y = self.xs[span.column], self.ys[span.row]
        return QRect(x, y, self.xs[span.column + span.columns] - x, self.ys[span.row + span.rows] - y)


class Snap(NamedTuple):
    """What sizes are multiples of, so that edges fall on whole pixels where the screen is scaled by 1.25 or 1.5, and
    by how much the lines of values are higher than one line of words.
    """

    step: int = 1
    line_below: int = 0


PLAIN = Snap()


def measure(table: Table, width: int, font: QFont, snap: Snap = PLAIN, digits: int = 0) -> Geometry:
    """Lay a table out in a width: numbers get what labels leave, within what can be read; rows grow with labels.

    A number of so many `digits` has room in every column, be it in the small font, and be it that the table is wider
    than the width then: half a number, or none, would be worse than a view that scrolls.
    """
    left = min(slot.span.column for slot in table.slots)
    metrics, small = QFontMetrics(font), QFontMetrics(theme.small(font))
    step = snap.step
    needs = tuple(_need(digits, each) + step - 1 for each in (metrics, small)) if digits else (0,)
    widths = [size // step * step for size in _column_widths(table, left, width, metrics, needs)]
    if step > 1 and left:  # what the columns lose goes to the labels
        widths[left - 1] += min(max(width - 1 - sum(widths), 0), step * len(widths)) // step * step
    xs = _edges(widths)
    tight = frozenset(label for label in table.labels if _is_tight(label, _room(label, xs), metrics, small))
    heights = _row_heights(table, xs, tight, metrics, small)
    least = metrics.height() + snap.line_below + 2
    heights = [size if row < table.head_rows else max(size, least) for row, size in enumerate(heights)]
    ys = _edges([-(-size // step) * step for size in heights])
    return Geometry(xs, ys, left, table.head_rows, tight)


def _is_tight(label: Label, room: int, metrics: QFontMetrics, small: QFontMetrics) -> bool:
    """Whether a label takes fewer lines in the small font than in the plain one."""
    if label.upright or label.span.rows > 1:
        return False
    return _lines(label, room, small) < _lines(label, room, metrics)


def _lines(label: Label, room: int, metrics: QFontMetrics) -> int:
    return _height(label, room, metrics) // metrics.height()


def _height(label: Label, room: int, metrics: QFontMetrics) -> int:
    flags = int(Qt.AlignmentFlag.AlignLeft) | (0 if label.upright else int(WRAP))
    return metrics.boundingRect(QRect(0, 0, room, 10_000), flags, label_text(label, room, metrics)).height()


def _room(label: Label, xs: tuple[int, ...]) -> int:
    """The width for the words of a label."""
    return xs[label.span.column + label.span.columns] - xs[label.span.column] - 2 * _pad(label) - 1


def label_text(label: Label, room: int, metrics: QFontMetrics) -> str:
    """The words of a label as they are set in a width.

    Upright ones stand one below the other, an ordinal with its 、 in one line; a column head is broken into lines of
    one length, as on paper, never with a single character left over.
    """
    if label.upright:
        return "\n".join(label.text).replace("\n、", "、")
    if label.role is not Role.HEAD or label.span.columns > 1:
        return label.text
    lines = -(-metrics.horizontalAdvance(label.text) // max(room, 1))
    each = -(-len(label.text) // lines)
    return "\n".join(label.text[i : i + each] for i in range(0, len(label.text), each))


def inside(rect: QRect, label: Label) -> QRect:
    """The room for words in the rectangle of a label."""
    return rect.adjusted(_pad(label), 1, -_pad(label), -1)


def _pad(label: Label) -> int:
    return 1 if label.role is Role.HEAD else PAD


def _edges(sizes: list[int]) -> tuple[int, ...]:
    return tuple(accumulate(sizes, initial=0))


def _need(digits: int, metrics: QFontMetrics) -> int:
    """The width of a column in which a number of so many digits stands uncut."""
    return metrics.horizontalAdvance("0" * digits) + 2 * PAD + 2


def _column_widths(
    table: Table, left: int, width: int, metrics: QFontMetrics, needs: tuple[int, ...] = (0,)
) -> list[int]:
    """The widths of all columns; those of values are as wide as the first of the `needs` for which there is room."""
    em, values = metrics.horizontalAdvance("国"), table.grid_columns - left
    labels = [_label_width(table, column, em) for column in range(left)]
    value = _value_width(width, labels, values, em)
    if values <= FEW and labels:  # as on paper: all columns alike
        labels[-1] = max(labels[-1], value)
    for need in needs:
        wide = max(value, need)
        narrowed, lacking = _narrowed(labels, sum(labels) + wide * values + 1 - width, em)
        if lacking <= 0:
            break
    return [*narrowed, *[wide] * values]


def _value_width(width: int, labels: list[int], values: int, em: int) -> int:
    if values <= FEW and labels:
        return min((width - 1) // (values + 1), round(WIDEST_OF_FEW * em))
    least = round((NARROWEST_OF_MANY if values >= MANY else NARROWEST) * em)
    return min(max((width - sum(labels) - 1) // values, least), round(WIDEST * em))


def _narrowed(labels: list[int], lacking: int, em: int) -> tuple[list[int], int]:
    """Take from the labels what is lacking, as far as they can give way; return them, and what is lacking still."""
    narrowed = list(labels)
    for column, fewest in _shrinking(len(labels)):
        cut = min(max(lacking, 0), max(narrowed[column] - fewest * em - 2 * PAD, 0))
        narrowed[column], lacking = narrowed[column] - cut, lacking - cut
    return narrowed, lacking


def _shrinking(left: int) -> list[tuple[int, int]]:
    """Which label columns give way on a narrow page, in turn, and to how many characters."""
    inner = [(left - 1, 16)] if left else []
    groups = [(column, 5) for column in range(1, left - 1)]
    return [*inner, *groups, *((column, 12) for column, _ in inner)]


def _label_width(table: Table, column: int, em: int) -> int:
    """The width that the labels of one column would like."""
    own = [label for label in table.labels if label.span.column == column and label.span.columns == 1]
    ems = max((2 if label.upright else len(label.text) for label in own), default=2)
    return round(min(ems, LABEL_EMS) * em) + 2 * PAD


def _row_heights(
    table: Table, xs: tuple[int, ...], tight: frozenset[Label], metrics: QFontMetrics, small: QFontMetrics
) -> list[int]:
    base = metrics.height() + 2
    heights = [max(base, 20)] * table.grid_rows
    if table.head_rows == table.grid_rows - 1:
        heights[-1] = base * 2  # a table of one line: room for the eye
    for label in sorted(table.labels, key=lambda label: label.span.rows):
        span = label.span
        needed = _height(label, _room(label, xs), small if label in tight else metrics) + 1
        lacking = needed - sum(heights[span.row : span.row + span.rows])
        heights[span.row + span.rows - 1] += max(lacking, 0)
    return heights


def alignment(label: Label) -> Qt.AlignmentFlag:
    """Row names stand left, all other labels in the middle, as on paper."""
    side = Qt.AlignmentFlag.AlignLeft if label.role is Role.ROW else Qt.AlignmentFlag.AlignHCenter
    return side | Qt.AlignmentFlag.AlignVCenter
