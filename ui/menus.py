"""What stands in the menus of the main window, and keeping their words up to date (撤销：粘贴 12 格)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from core.steps import steps
from ui.actions import SEPARATOR, STEPS, Entry, Lines, build
from ui.filing import Intent

if TYPE_CHECKING:
    from ui.program import Program


class Menus:
    """The menu bar of the window."""

    def __init__(self, program: "Program") -> None:
        self._program = program
        self.actions = build(
            program.window.menus,
            (_file(program), _edit(program), _view(program), _check(program), _help(program)),
        )

    def refresh(self) -> None:
        """Show what can be done now."""
        has_report = self._program.has_report
        for action in self.actions.values():
            if action.data():
                action.setEnabled(has_report)
        is_final = self._program.session.is_frozen
        self.actions["finalise"].setText("写出定稿的文件(&D)…" if is_final else "定稿(&D)…")
        self.actions["withdraw"].setEnabled(has_report and is_final)
        document = self._program.session.document
        for name, words, label in (
            ("undo", "撤销(&U)", document.undo_label),
            ("redo", "重做(&R)", document.redo_label),
        ):
            action = self.actions[name]
            action.setText(f"{words}：{label}" if label else words)
            action.setEnabled(has_report and label is not None)
        if has_report:
            bench = self._program.bench
            self.actions["panel"].setChecked(not bench.panel.isHidden())
            self.actions["source"].setChecked(bench.source.is_shown)
            self.actions["source"].setEnabled(bench.source.is_offered)
            previewing = self._program.previewing
            self.actions["preview"].setChecked(previewing.is_whole and not previewing.is_picture)
            self.actions["previewBeside"].setChecked(previewing.is_beside and not previewing.is_picture)
            self.actions["picture"].setChecked(previewing.is_picture)


def _file(program: "Program") -> Lines:
    filing = program.filing
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
        Entry("exportXlsx", "导出 Excel(&X)…", lambda: program.exporting.export(".xlsx"), needs_report=True),
        Entry("exportPdf", "导出 PDF(&P)…", lambda: program.exporting.export(".pdf"), needs_report=True),
        Entry("exportBoth", "导出 PDF，末页附图解(&J)…", program.exporting.export_with_picture, needs_report=True),
        Entry("exportDocx", "导出 Word(&W)…", lambda: program.exporting.export(".docx"), needs_report=True),
        Entry("exportHtml", "导出网页(&H)…", lambda: program.exporting.export(".html"), needs_report=True),
        Entry("exportPicture", "导出图解(&I)…", program.exporting.export_picture, needs_report=True),
        Entry("copyPage", "复制为网页(&G)", program.exporting.copy_page, needs_report=True),
        SEPARATOR,
        Entry("finalise", "定稿(&D)…", program.finalising.open, needs_report=True),
        Entry("withdraw", "撤回定稿(&K)", program.finalising.withdraw, needs_report=True),
        SEPARATOR,
        Entry("print", "打印(&R)…", program.printing.print_report, ("Ctrl+P",), needs_report=True),
        SEPARATOR,
        Entry("closeReport", "关闭(&C)", program.close_report, ("Ctrl+W",)),
        Entry("quit", "退出(&Q)", program.window.close, ("Ctrl+Q",)),
    )


def _edit(program: "Program") -> Lines:
    def focused(what: str) -> None:
        program.edit_focused(what)

    def enter_right() -> None:
        right = program.session.enter_goes_right = program.menus.actions["enterGoesRight"].isChecked()
        program.memory.change(enter_goes_right=right)

    return (
        Entry("undo", "撤销(&U)", program.session.undo, ("Ctrl+Z",), needs_report=True),
        Entry("redo", "重做(&R)", program.session.redo, ("Ctrl+Y", "Ctrl+Shift+Z"), needs_report=True),
        SEPARATOR,
        Entry("cut", "剪切(&T)", lambda: focused("cut"), shown="Ctrl+X", needs_report=True),
        Entry("copy", "复制(&C)", lambda: focused("copy"), shown="Ctrl+C", needs_report=True),
        Entry("paste", "粘贴(&P)", lambda: focused("paste"), shown="Ctrl+V"),
        Entry("selectAll", "全选(&A)", lambda: focused("select_all"), shown="Ctrl+A", needs_report=True),
        SEPARATOR,
        Entry("find", "查找(&F)…", program.searching.open, ("Ctrl+F",), needs_report=True),
        Entry("replace", "替换(&H)…", program.searching.open_replacing, ("Ctrl+H",), needs_report=True),
        Entry("findNext", "查找下一处(&N)", program.searching.go_next, ("F3",), needs_report=True),
        Entry("findPrevious", "查找上一处(&B)", program.searching.go_previous, ("Shift+F3",), needs_report=True),
        SEPARATOR,
        Entry("insertNumber", "插入表格数字(&K)…", lambda: _insert_number(program), ("Ctrl+K",), needs_report=True),
        SEPARATOR,
        Entry("noRequests", "本年未收到申请(&Z)", program.guide.no_requests, needs_report=True),
        SEPARATOR,
        Entry("enterGoesRight", "按回车向右移(&E)", enter_right, checked=program.memory.settings.enter_goes_right),
    )


def _view(program: "Program") -> Lines:
    def jump(number: int) -> Entry:
        title = _step_titles(program)[number - 1]
        return Entry(
            f"step{number}",
            f"&{number} {title}",
            lambda: program.bench.step_number(number),
            (f"Alt+{number}", f"Ctrl+{number}"),
            needs_report=True,
        )

    def fold() -> None:
        program.bench.fold_panel(shown=program.menus.actions["panel"].isChecked())

    previewing = program.previewing

    def beside() -> None:
        program.bench.source.show(shown=program.menus.actions["source"].isChecked())

    return (
        Entry("goTo", "转到(&G)…", program.going.open, ("F5", "Ctrl+G"), needs_report=True),
        Entry("previousStep", "上一步(&B)", _on_bench(program, "previous_step"), ("Ctrl+PgUp",), needs_report=True),
        Entry("nextStep", "下一步(&N)", _on_bench(program, "next_step"), ("Ctrl+PgDown",), needs_report=True),
        *(jump(number) for number in range(1, STEPS + 1)),
        SEPARATOR,
        Entry("panel", "侧栏(&P)", fold, ("F9",), needs_report=True, checked=program.memory.settings.panel_shown),
        Entry("source", "原件(&Y)", beside, ("Shift+F9",), needs_report=True, checked=False),
        Entry("preview", "打印预览(&V)", previewing.toggle_whole, ("Ctrl+Shift+P",), needs_report=True, checked=False),
        Entry("picture", "年度图解(&T)", previewing.toggle_picture, needs_report=True, checked=False),
        Entry("previewBeside", "边写边看版面(&W)", previewing.toggle_beside, needs_report=True, checked=False),
        SEPARATOR,
        Entry("larger", "放大(&I)", _on_viewing(program, 1), ("Ctrl++", "Ctrl+="), needs_report=True),
        Entry("smaller", "缩小(&O)", _on_viewing(program, -1), ("Ctrl+-",), needs_report=True),
        Entry("plainSize", "原大小(&A)", _on_viewing(program, 0), ("Ctrl+0",), needs_report=True),
        SEPARATOR,
        Entry("nextPane", "下一个区域", lambda: program.bench.next_pane(1), ("F6",), needs_report=True),
        Entry("previousPane", "上一个区域", lambda: program.bench.next_pane(-1), ("Shift+F6",), needs_report=True),
        SEPARATOR,
        Entry("start", "开始页(&S)", program.close_report, needs_report=True),
    )


def _check(program: "Program") -> Lines:
    def traces() -> None:
        program.bench.viewing.show_traces(shown=program.menus.actions["traces"].isChecked())

    return (
        Entry("nextFinding", "下一处(&N)", _on_bench(program, "next_finding"), ("F8",), needs_report=True),
        Entry(
            "previousFinding",
            "上一处(&B)",
            _on_bench(program, "previous_finding"),
            ("Shift+F8",),
            needs_report=True,
        ),
        Entry("traces", "显示勾稽线(&L)", traces, needs_report=True, checked=program.memory.settings.traces_shown),
        Entry("finish", "全审与导出(&A)", lambda: program.bench.show_step("finish"), needs_report=True),
        SEPARATOR,
        Entry("words", "编辑词表(&W)…", program.ruling.edit_words),
        SEPARATOR,
        Entry("exportSheet", "导出校核单(&J)…", program.exporting.export_check_sheet, needs_report=True),
        Entry("exportSign", "导出审签单(&S)…", program.exporting.export_sign_sheet, needs_report=True),
        Entry("printSheet", "打印校核单(&P)…", program.printing.print_check_sheet, needs_report=True),
        Entry("printSign", "打印审签单(&D)…", program.printing.print_sign_sheet, needs_report=True),
    )


def _help(program: "Program") -> Lines:
    return (
        Entry("help", "填报口径(&H)", program.show_help, ("F1",)),
        Entry("findNotes", "查找口径(&F)…", program.guide.find_notes, ("Ctrl+F1",), needs_report=True),
        Entry("walkSample", "看示例走一遍(&S)", program.guide.lead),
        Entry("rules", "审核规则(&R)…", program.ruling.show_rules),
        Entry("keys", "用法与按键(&K)", program.show_keys),
        Entry("about", "关于(&A)", program.show_about),
    )


def _insert_number(program: "Program") -> None:
    """Offer the numbers of the tables in the text that has the focus."""
    asked = getattr(QApplication.focusWidget(), "number_asked", None)
    if asked is None:
        program.telling.say("请先把光标放到要插入数字的文字里，再按 Ctrl+K。")
    else:
        asked.emit()


def _on_bench(program: "Program", method: str) -> Callable[[], object]:
    """Return a method of the desk, which is not there before the first report is opened."""

    def act() -> None:
        getattr(program.bench, method)()

    return act


def _on_viewing(program: "Program", turn: int) -> Callable[[], object]:
    """Return what shows the tables, or the preview that has the keyboard, larger, smaller, or (0) as by themselves."""

    def act() -> None:
        if not program.previewing.turn_zoom(turn):
            program.bench.viewing.turn(turn) if turn else program.bench.viewing.turn_back()

    return act


def _step_titles(program: "Program") -> tuple[str, ...]:
    return tuple(step.title for step in steps(program.session.report.form))
