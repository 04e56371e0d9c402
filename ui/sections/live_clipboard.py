"""Words copied within one report: beside the plain ones, those whose numbers go on following its tables."""

import os

from PySide6.QtCore import QByteArray, QMimeData

from ui.session import Session

_KIND = "application/x-nianbao-words"


def add_words(data: QMimeData, session: Session, raw: str) -> None:
    """Put words as they are stored beside the plain ones, for the texts of the same report alone."""
    data.setData(_KIND, QByteArray(f"{_mark(session)}\n{raw}".encode(errors="replace")))


def words_of(data: QMimeData, session: Session) -> str:
    """Return the stored words that were copied in this report; nothing where the words come from elsewhere."""
    mark, _, raw = bytes(data.data(_KIND).data()).decode(errors="replace").partition("\n")
    return raw if mark == _mark(session) else ""


def _mark(session: Session) -> str:
    """Return what tells this report from one in another window, or opened in this one before."""
    return f"{os.getpid()} {id(session)} {session.path or ''}"
