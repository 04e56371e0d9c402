"""About the program, and the short help with all keys. Both are read beside the work, not in its way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ui import PROGRAM
from ui.controls import heading, note, plain

_ABOUT = (
    "离线编制政府信息公开工作年度报告。\n"
    "格式依据：国务院办公厅政府信息与政务公开办公室《中华人民共和国政府信息公开工作年度报告格式》"
    "（国办公开办函〔2021〕30号）。\n"
    "不连接网络，不上传任何内容。"
)
_KEYS = (
    (
        "按步骤",
        (
            ("Ctrl+PgUp / Ctrl+PgDn", "上一步 / 下一步"),
            ("Alt+1 … Alt+8", "转到第几步"),
            ("F5 或 Ctrl+G", "转到某一格：写编号或几个字，如 三(三)3、出版物"),
            ("F1 / Ctrl+F1", "这一处的填报口径 / 在全部口径里查找"),
        ),
    ),
    (
        "填表",
        (
            ("回车 / Tab", "下一格 / 右一格"),
            ("F2 或双击", "改这一格"),
            ("Ctrl+回车", "把输入的数填进选中的各格"),
            ("Ctrl+D / Ctrl+R", "向下填充 / 向右填充，也可以拖选区右下角的小方块"),
            ("Delete / F4", "清除选中的格 / 重复上一次操作"),
            ("Ctrl+V / Ctrl+Shift+V", "粘贴 / 只粘贴数值"),
            ("Ctrl+[ / Ctrl+]", "合计用到的各格 / 计入的合计"),
            ("Shift+F2", "批注"),
            ("Ctrl+E", "填入推算的现行有效件数"),
            ("Alt+X", "本年未收到申请：表三都填 0"),
            ("Ctrl+加号 / 减号 / 0", "表格放大 / 缩小 / 原大小，也可以按住 Ctrl 转滚轮"),
            ("Ctrl+Tab", "离开表格，到下一个按钮或区域"),
        ),
    ),
    (
        "写文字、查找",
        (
            ("Alt+O / Alt+J", "确认光标处上年的这一句并到下一句 / 只到下一句"),
            ("Alt+D / Alt+Z", "对照上年的文字 / 用上年光标处的一段"),
            ("Ctrl+K", "插入随表格变化的数字；也可以直接输入 {新收总计}"),
            ("Ctrl+F / Ctrl+H", "在全部文字和表格里查找 / 替换"),
            ("F3 / Shift+F3", "下一处 / 上一处"),
        ),
    ),
    (
        "审核",
        (
            ("F8 / Shift+F8", "下一处 / 上一处问题"),
            ("F9", "显示或收起侧栏"),
            ("Shift+F9", "显示或收起原件，对照着看"),
            ("F6", "在步骤、原件、页面、版面、侧栏之间转换"),
            ("Ctrl+Shift+P / Ctrl+P", "打印预览（← → 选一个数，回车就到那一格；Esc 返回）/ 打印"),
        ),
    ),
    (
        "核对读到的年报",
        (
            ("回车 / 0 / Delete", "采用所读 / 填 0 / 留空"),
            ("直接打字", "改为别的数"),
            ("F8 / Shift+F8", "下一处 / 上一处拿不准"),
            ("Ctrl+回车 / Esc", "生成草稿 / 取消"),
        ),
    ),
    ("文件", (("Ctrl+S", "保存"), ("F12", "另存为"), ("Ctrl+Z / Ctrl+Y", "撤销 / 重做"), ("Ctrl+W", "关闭"))),
)
_NOTES = (
    "表格里没有发生的填 0，不留空、不填“/”。灰底的总计由程序计算，不用填。",
    "左边的标记：▲ 必须改，● 要改，或者说明原因，✓ 完成。点右边的一条，就转到那一格或那句话。",
    "有了文件以后，每次修改过两秒自动保存；任何时候都可以撤销。",
)


_LICENCE = (
    "按 MIT 许可证发布。窗口使用 Qt 和 PySide6（LGPL 3.0，可以替换其动态库）；"
    "所有第三方组件和许可原文，见程序文件夹里的“第三方组件.txt”。"
)


def show_about(parent: QWidget, version: str = "") -> None:
    """Show what the program is."""
    dialog = _dialog(parent, f"关于{PROGRAM}")
    column = QVBoxLayout(dialog)
    for part in (heading(f"{PROGRAM} {version}".strip()), plain(_ABOUT), note(_LICENCE), _close(dialog)):
        column.addWidget(part)
    dialog.show()


def show_help(parent: QWidget) -> None:
    """Show the keys and three things to know."""
    dialog = _dialog(parent, "用法")
    dialog.resize(480, 520)
    text = QTextBrowser()
    text.setAccessibleName("用法与按键")
    text.setHtml(_help_html())
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addWidget(_close(dialog))
    dialog.show()


def _help_html() -> str:
    notes = "".join(f"<p>{words}</p>" for words in _NOTES)
    groups = "".join(
        f"<p><b>{title}</b></p><table>"
        + "".join(f"<tr><td width='180'>{keys}</td><td>{words}</td></tr>" for keys, words in lines)
        + "</table>"
        for title, lines in _KEYS
    )
    return notes + groups


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumWidth(400)
    return dialog


def _close(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    return buttons
