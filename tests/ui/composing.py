"""Entering Chinese words as an input method hands them over: Qt's test keys know only ASCII."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(field: QWidget, words: str) -> None:
    """Hand finished words to a field."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)
