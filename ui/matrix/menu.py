"""The menu of the selected cells."""

from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.document import past_entries
from ui.matrix.commands import Commands


def menu_of(commands: Commands, parent: QWidget) -> QMenu:
    """Return the menu for what is selected; what cannot be done there is grey."""
    menu = QMenu(parent)
    select = commands.select
    for entry in (
        ("剪切(&T)", "Ctrl+X", commands.cut),
        ("复制(&C)", "Ctrl+C", commands.copy),
        ("粘贴(&P)", "Ctrl+V", commands.paste),
        ("只粘贴数值(&S)", "Ctrl+Shift+V", commands.paste_values),
        None,
        ("清除(&D)", "Del", commands.clear),
        ("填 &0", "", lambda: commands.fill("0")),
        ("向下填充(&W)", "Ctrl+D", commands.fill_down),
        ("向右填充(&R)", "Ctrl+R", commands.fill_right),
        ("其余空格都填 0(&Q)", "", commands.fill_rest),
        None,
        (f"{'修改' if commands.has_note else '写'}批注(&N)", "Shift+F2", commands.note_wanted.emit),
        ("查看勾稽：用到的各格(&G)", "Ctrl+[", select.terms),
        ("查看勾稽：计入的合计(&J)", "Ctrl+]", select.sums),
        None,
        ("恢复上年值(&L)", "", commands.take_last_year),
        ("填入推算的现行有效件数(&E)", "Ctrl+E", commands.fill_expected),
    ):
        if entry is None:
            menu.addSeparator()
        else:
            words, keys, act = entry
            menu.addAction(words, QKeySequence(keys), act).setEnabled(commands.can(act))
    menu.addMenu(_history(commands, menu))
    menu.addSeparator()
    menu.addAction("选整行(&H)", QKeySequence("Shift+Space"), select.line)
    menu.addAction("选整列(&V)", QKeySequence("Ctrl+Space"), select.column)
    menu.addAction("全选(&A)", QKeySequence("Ctrl+A"), commands.view.select_all)
    return menu


def _history(commands: Commands, parent: QWidget) -> QMenu:
    """What stood in the current cell since the report was opened, newest first; a click puts it back."""
    menu = QMenu("此格历史(&I)", parent)
    for label, raw in past_entries(commands.document, commands.view.current):
        words = f"{raw.strip() or '空'}　{label or '打开时'}"
        menu.addAction(words.replace("&", "&&"), partial(commands.put_back, raw))
    menu.setEnabled(not menu.isEmpty())
    return menu
