"""What a finding offers about its rule: to read what the rule expects, and to do without it."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from core.checks import rulebook
from ui.dialogs.switching import switch_rule
from ui.findings.answer_box import AnswerBox
from ui.findings.list_view import FindingsList
from ui.findings.rows import Row
from ui.session import Session


class RuleActions(QObject):
    """The menu of a line of the list, and that of the button 规则 below it (objectNames: aboutRule, ruleOff)."""

    asked = Signal(str)  # code: show the rule
    said = Signal(str)

    def __init__(self, session: Session, findings: FindingsList, box: AnswerBox) -> None:
        super().__init__(findings)
        self._session, self._findings = session, findings
        self.menu = QMenu(findings)
        findings.menu_asked.connect(self._pop_up)
        box.rule.setMenu(QMenu(box.rule))
        box.rule.menu().aboutToShow.connect(lambda: self._fill(box.rule.menu(), findings.row))

    def _pop_up(self, row: Row, place: QPoint) -> None:
        self.menu.clear()
        self.menu.addAction("转到这一处(&G)").triggered.connect(lambda: self._findings.chosen.emit(row.finding))
        self._fill(self.menu, row, afresh=False)
        self.menu.popup(place)

    def _fill(self, menu: QMenu, row: Row | None, *, afresh: bool = True) -> None:
        """Offer what there is about the rule of a line."""
        if afresh:
            menu.clear()
        rule = rulebook.rule(row.finding.code) if row else None
        if rule is None:
            return
        code = rule.code
        about = menu.addAction(f"关于这条规则（{code}）(&A)…")
        about.setObjectName("aboutRule")
        about.setToolTip(rule.words)
        about.triggered.connect(lambda: self.asked.emit(code))
        off = menu.addAction("本单位停用这条规则(&T)")
        off.setObjectName("ruleOff")
        off.triggered.connect(lambda: self._switch_off(code))
        menu.setToolTipsVisible(True)

    def _switch_off(self, code: str) -> None:
        self.said.emit(switch_rule(self._session, code, on=False))
        self._findings.setFocus()
