"""What stands in the menus of the main window, and keeping their words up to date (撤销：粘贴 12 格)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.steps import steps
from ui.actions import SEPARATOR, STEPS, Entry, Lines, build
from ui.filing import Intent

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Menus:
    """The menu bar of a window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.actions = build(
            window,
            (
                ("文件(&F)", _file(window)),
                ("编辑(&E)", _edit(window)),
                ("查看(&V)", _view(window)),
                ("检查(&C)", _check(window)),
                ("帮助(&H)", _help(window)),
            ),
        )

    def refresh(self) -> None:
        """Show what can be done now."""
        has_report = self._window.has_report
        for action in self.actions.values():
            if action.data():
                action.setEnabled(has_report)
        document = self._window.session.document
        for name, words, label in (
            ("undo", "撤销(&U)", document.undo_label),
            ("redo", "重做(&R)", document.redo_label),
        ):
            action = self.actions[name]
            action.setText(f"{words}：{label}" if label else words)
            action.setEnabled(has_report and label is not None)


def _file(window: "MainWindow") -> Lines:
    filing = window.filing
    return (
        Entry("new", "新建(&N)", filing.new, ("Ctrl+N",)),
        Entry("open", "打开(&O)…", filing.open, ("Ctrl+O",)),
        Entry("fromLastYear", "从上年报告开始(&L)…", lambda: filing.ask_and_read(Intent.DRAFT)),
        Entry("adopt", "打开已有的本年报告检查(&E)…", lambda: filing.ask_and_read(Intent.ADOPT)),
        SEPARATOR,
        Entry("attach", "附上上年报告(&T)…", lambda: filing.ask_and_read(Intent.ATTACH), needs_report=True),
        SEPARATOR,
        Entry("save", "保存(&S)", filing.save, ("Ctrl+S",), needs_report=True),
        Entry("saveAs", "另存为(&A)…", filing.save_as, ("Ctrl+Shift+S", "F12"), needs_report=True),
        SEPARATOR,
        Entry("exportXlsx", "导出 Excel(&X)…", lambda: window.exporting.export(".xlsx"), needs_report=True),
        Entry("exportPdf", "导出 PDF(&P)…", lambda: window.exporting.export(".pdf"), needs_report=True),
        SEPARATOR,
        Entry("closeReport", "关闭(&W)", window.close_report, ("Ctrl+W",)),
        Entry("quit", "退出(&Q)", window.close, ("Ctrl+Q",)),
    )


def _edit(window: "MainWindow") -> Lines:
    def focused(what: str) -> None:
        window.edit_focused(what)

    return (
        Entry("undo", "撤销(&U)", window.session.undo, ("Ctrl+Z",), needs_report=True),
        Entry("redo", "重做(&R)", window.session.redo, ("Ctrl+Y", "Ctrl+Shift+Z"), needs_report=True),
        SEPARATOR,
        Entry("cut", "剪切(&T)", lambda: focused("cut"), shown="Ctrl+X", needs_report=True),
        Entry("copy", "复制(&C)", lambda: focused("copy"), shown="Ctrl+C", needs_report=True),
        Entry("paste", "粘贴(&P)", lambda: focused("paste"), shown="Ctrl+V"),
        Entry("selectAll", "全选(&A)", lambda: focused("select_all"), shown="Ctrl+A", needs_report=True),
    )


def _view(window: "MainWindow") -> Lines:
    def jump(number: int) -> Entry:
        title = _step_titles(window)[number - 1]
        return Entry(
            f"step{number}",
            f"&{number} {title}",
            lambda: window.bench.step_number(number),
            (f"Alt+{number}", f"Ctrl+{number}"),
            needs_report=True,
        )

    def fold() -> None:
        window.bench.fold_panel(shown=window.menus.actions["panel"].isChecked())

    return (
        Entry("previousStep", "上一步(&B)", _on_bench(window, "previous_step"), ("Ctrl+PgUp",), needs_report=True),
        Entry("nextStep", "下一步(&N)", _on_bench(window, "next_step"), ("Ctrl+PgDown",), needs_report=True),
        *(jump(number) for number in range(1, STEPS + 1)),
        SEPARATOR,
        Entry("panel", "侧栏(&P)", fold, ("F9",), needs_report=True, checked=window.memory.settings.panel_shown),
        Entry("nextPane", "下一个区域", lambda: window.bench.next_pane(1), ("F6",), needs_report=True),
        Entry("previousPane", "上一个区域", lambda: window.bench.next_pane(-1), ("Shift+F6",), needs_report=True),
        SEPARATOR,
        Entry("start", "开始页(&S)", window.close_report, needs_report=True),
    )


def _check(window: "MainWindow") -> Lines:
    return (
        Entry("nextFinding", "下一处(&N)", _on_bench(window, "next_finding"), ("F8",), needs_report=True),
        Entry(
            "previousFinding",
            "上一处(&B)",
            _on_bench(window, "previous_finding"),
            ("Shift+F8",),
            needs_report=True,
        ),
        Entry("finish", "全审与导出(&A)", lambda: window.bench.show_step("finish"), needs_report=True),
    )


def _help(window: "MainWindow") -> Lines:
    return (
        Entry("help", "填报口径与用法(&H)", window.show_help, ("F1",)),
        Entry("about", "关于(&A)", window.show_about),
    )


def _on_bench(window: "MainWindow", method: str) -> Callable[[], object]:
    """Return a method of the desk, which is not there before the first report is opened."""

    def act() -> None:
        getattr(window.bench, method)()

    return act


def _step_titles(window: "MainWindow") -> tuple[str, ...]:
    return tuple(step.title for step in steps(window.session.report.form))
