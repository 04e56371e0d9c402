"""复制为网页: the report on the clipboard as the editor of a website takes it, and as plain text for anything else."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from core.exporters.check_number import refuse_changed
from core.report import Report

_ENCODING = '<meta charset="utf-8">\n'
"""Who pastes on Linux would otherwise have to guess; Windows has a header of its own, which Qt writes."""


def copy(report: Report) -> str:
    """Lay the report on the clipboard; return what the line at the foot of the window says.

    Raises `UserError` for a final report that says anything else than at its 定稿; the clipboard keeps what it has.
    """
    refuse_changed(report, "复制")
    data = mime(report)
    QGuiApplication.clipboard().setMimeData(data)
    markup = data.html()
    paragraphs = sum(markup.count(f"</{tag}>") for tag in ("h1", "h2", "h3", "p"))
    return f"已复制为网页：{paragraphs} 段文字、{markup.count('</table>')} 张表，可以粘贴到网站后台。"


def mime(report: Report) -> QMimeData:
    """Return the report in both forms."""
    from core.exporters import html, plain  # loaded when used, as every writer

    data = QMimeData()
    data.setHtml(_ENCODING + html.fragment(report))
    data.setText(plain.text(report))
    return data
