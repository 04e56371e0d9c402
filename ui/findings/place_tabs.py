"""The tabs beside the findings: last year's figure or words for the place the clerk is in, and how it is filled."""

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from core import tally
from core.cells import CellId
from core.form.layout import TEXTS
from core.form.notes import notes_of
from core.report import Report
from ui import theme
from ui.matrix.faces import short_name
from ui.theme import STEP

NO_LAST_YEAR = "还没有上年报告。从菜单“文件—附上上年报告”选一份，这里就显示同一处上年的数和文字。"
NO_PLACE = "点一个格子或一段文字，这里就显示它上年的内容。"
NO_NOTES = "点一个格子或一段文字，这里就显示它的填报口径。"

_HEADS = {"unit": "单位名称", "year": "年度", "org_type": "单位类型", "title": "标题"}
_TEXT_HEADS = {"preamble": "前言", "signature": "落款"}


class PlaceView(QTextEdit):
    """Words to read and to copy: headings, paragraphs and small print."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(3 * STEP)

    def tell(self, head: str, parts: tuple[tuple[str, str], ...]) -> None:
        """Show a heading and below it paragraphs, each with its small print."""
        self.clear()
        shades = theme.colours(self.palette())
        plain, strong, fine = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        strong.setFont(theme.bold(self.font()))
        fine.setFont(theme.small(self.font()))
        fine.setForeground(shades.muted)
        cursor = self.textCursor()
        self._line(cursor, head, strong, 0)
        for words, small in parts:
            self._line(cursor, words, plain, 2 * STEP)
            self._line(cursor, small, fine, STEP // 2)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _line(self, cursor: QTextCursor, words: str, look: QTextCharFormat, above: int) -> None:
        if not words:
            return
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(words, look)


def tell_last_year(view: PlaceView, report: Report, place: str) -> None:
    """Show what stood in a place last year."""
    last = report.last_year
    if last is None:
        view.tell("", ((NO_LAST_YEAR, ""),))
    elif place in report.form.cells:
        view.tell(name_of(report, place), _figures(report, last, CellId(place)))
    elif place in TEXTS:
        words = last.text(place).strip()
        view.tell(f"{name_of(report, place)}（{last.year or '上'}年）", ((words or "上年这一部分没有文字。", ""),))
    elif place in {"unit", "title"}:
        words = last.unit if place == "unit" else last.title or last.standard_title
        view.tell(f"{name_of(report, place)}（上年）", ((words or "上年没有填。", ""),))
    else:
        view.tell("", ((NO_PLACE, ""),))


def tell_notes(view: PlaceView, report: Report, place: str) -> None:
    """Show what belongs into a place and where that is laid down."""
    notes = notes_of(place)
    if notes:
        view.tell(name_of(report, place), tuple((note.text, note.basis) for note in notes))
    else:
        view.tell("", ((NO_NOTES, ""),))


def name_of(report: Report, place: str) -> str:
    """Return the words for a place: a cell, a text, a field of the cover."""
    if place in report.form.cells:
        return short_name(report.form.cells[CellId(place)])
    if place in _HEADS or place in _TEXT_HEADS:
        return _HEADS.get(place) or _TEXT_HEADS[place]
    return next((section.heading for section in report.form.sections if section.id == place), "")


def _figures(report: Report, last: Report, cell: CellId) -> tuple[tuple[str, str], ...]:
    then, now = last.as_printed(cell).raw.strip(), report.as_printed(cell).raw.strip()
    change = tally.change(report, cell)
    said = f"上年（{last.year}）　{then or '空'}" if last.year else f"上年　{then or '空'}"
    lines = [(said, ""), (f"今年　{now or '空'}", "")]
    if change is not None:
        lines.append(("与上年相同" if change == 0 else f"比上年{'多' if change > 0 else '少'} {abs(change):f}", ""))
    before = tally.forerunner(cell)
    if before is not None:
        forward = last.as_printed(before).raw.strip() or "空"
        lines.append((f"上年“{report.form.cells[before].row.name}”　{forward}", "与今年的上年结转应相等"))
    if follows := tally.in_force(report, cell):
        lines.append((follows.words, "仅供核对；有失效、修改后重新公布等情况的，按实际填写"))
    return tuple(lines)
