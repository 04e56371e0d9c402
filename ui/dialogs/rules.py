"""All rules beside the work: what each compares and expects, and which of them this unit does without.

objectNames: rulesWindow, ruleSearch, rulesTree, rulesCount, rulesNothing, btnAllRulesOn, btnCloseRules.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.checks import rulebook
from core.checks.catalogue import RULES
from ui import theme
from ui.controls import button, inked, note, plain
from ui.dialogs.rules_tree import RulesTree
from ui.dialogs.switching import is_switch, switch_all_on, switch_rule
from ui.session import Session
from ui.theme import STEP

SIZE = (780, 560)
"""Pixels; small enough for a screen of 1366 x 768 at 125 %."""

_HOW = "去掉勾，本单位就不用这条规则；停用的规则列在校核单上，随时可以再启用。"
_NO_REPORT = "打开一份年报后，可以为本单位停用个别规则。"


class RulesWindow(QDialog):
    """Not modal. Rules can be switched while `has_report` says that a report lies open."""

    said = Signal(str)

    def __init__(self, session: Session, has_report: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rulesWindow")
        self.setWindowTitle("审核规则")
        self.resize(*SIZE)
        self._session, self._has_report = session, has_report
        self.tree = RulesTree()
        self.tree.switched.connect(self._switch, Qt.ConnectionType.QueuedConnection)  # it may take the line away
        self._search = QLineEdit()
        self._search.setObjectName("ruleSearch")
        self._search.setAccessibleName("查找规则")
        self._search.setPlaceholderText("查找：编号、字词或类别，如 结转")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._find)
        self._count, self._nothing, self._foot = plain(), plain(), note("")
        self._count.setObjectName("rulesCount")
        self._count.setFont(theme.bold(self.font()))
        self._nothing.setObjectName("rulesNothing")
        self._all_on = button("全部启用(&A)", "btnAllRulesOn", self._switch_all_on)
        self._all_on.setAutoDefault(False)
        self._lay_out()
        self._take_keys()
        session.findings_changed.connect(self.refresh)
        session.replaced.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show which rules this unit does without now."""
        report = self._session.report
        may_switch = self._has_report()
        off = rulebook.switched_off(report) if may_switch else ()
        self.tree.take(frozenset(rule.code for rule in off) if may_switch else None)
        said = f"● {rulebook.switched_off_words(report)}" if off else "全部启用"
        self._count.setText(f"{said}　共 {len(RULES)} 条" if may_switch else f"审核规则共 {len(RULES)} 条")
        self._all_on.setVisible(bool(off))
        self._foot.setText(_HOW if may_switch else _NO_REPORT)
        self._colour()

    def show_rule(self, code: str) -> None:
        """Go to a rule; to the list as it is where no rule is named."""
        self.refresh()
        self.show()
        self.activateWindow()
        if code:
            self._search.clear()
            self.tree.go_to(code)
        else:
            self._search_anew()

    def _search_anew(self) -> None:
        """What is typed now takes the place of what was searched for before."""
        self._search.setFocus()
        self._search.selectAll()

    def _switch(self, code: str, on: bool) -> None:  # noqa: FBT001 - as the signal carries it
        self.said.emit(switch_rule(self._session, code, on=on))
        if self._session.is_frozen:
            self.refresh()  # the tick that was set does not hold

    def _switch_all_on(self) -> None:
        self.said.emit(switch_all_on(self._session))
        self.tree.setFocus()

    def _find(self, words: str) -> None:
        found = self.tree.show_only(words)
        self._nothing.setText(f"没有找到“{words.strip()}”。换个字词试试。")
        self._nothing.setVisible(not found)
        self.tree.setVisible(found)

    def _undo(self) -> None:
        """Take back a switch that was made here; other work is not undone from behind a window."""
        if is_switch(self._session.document.undo_label):
            self._session.undo()

    def _redo(self) -> None:
        if is_switch(self._session.document.redo_label):
            self._session.redo()

    def _go_to_tree(self) -> None:
        if self.tree.isVisible():
            self.tree.go_to_first()

    def _take_keys(self) -> None:
        for keys, action in (
            ("Ctrl+F", self._search_anew),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+Shift+Z", self._redo),
        ):
            QShortcut(QKeySequence(keys), self, action)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self._search, self._go_to_tree, context=Qt.ShortcutContext.WidgetShortcut)

    def _colour(self) -> None:
        shades = theme.colours(self.palette())
        inked(self._count, shades.warning if self._all_on.isVisibleTo(self) else shades.ink)
        inked(self._foot, shades.muted)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._search, 2)
        head.addSpacing(2 * STEP)
        head.addWidget(self._count, 1)
        head.addWidget(self._all_on)
        closing = button("关闭(&C)", "btnCloseRules", self.close)
        closing.setAutoDefault(False)  # Enter in the field goes to the list
        foot = QHBoxLayout()
        foot.addWidget(self._foot, 1)
        foot.addWidget(closing)
        column = QVBoxLayout(self)
        column.setSpacing(2 * STEP)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        self._nothing.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()
