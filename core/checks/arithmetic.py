"""Family A: sums inside the tables (domain.md D.2).

The equations are the form's own. Totals that an imported file prints are judged as printed; computed ones always hold,
so that on a report typed here only the balance of a column (A03) can fail.
"""

from collections.abc import Iterator
from decimal import Decimal

from core.balance import balance
from core.cells import CellId
from core.checks.register import Judgement, check
from core.finding import Finding, Severity, Undecided
from core.form.layout import Equation
from core.report import Report

Failing = tuple[Equation, tuple[Decimal, Decimal] | Undecided]


@check("A01", Severity.ERROR, "表三每一行：六类申请人相加应等于“总计”")
def rows_add_up(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, table 3: 总计 is the sum of the six applicant columns.

    No lawful report breaks this: every request has one applicant, and each kind of applicant has its column.
    """
    yield from _wrong_totals(report, "A01", "【表三】“{subject}”一行：自然人 + 五类组织 = {sum:f}，但“总计”写的是")


@check("A02", Severity.ERROR, "表三每一列：（一）至（六）相加应等于“（七）总计”")
def columns_add_up(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, table 3: （七）总计 is the sum of the results （一） to （六）.

    No lawful report breaks this: every request that was handled has one result, and each result has its row; forwarded
    ones are not in （七）.
    """
    words = "【表三】“{subject}”一列：（一）至（六）各项相加是 {sum:f}，但“（七）总计”写的是"
    yield from _wrong_totals(report, "A02", words)


@check("A03", Severity.ERROR, "表三每一列：新收加上年结转，应等于办理总计加结转下年度")
def columns_balance(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, head of table 3: 第一项加第二项之和，等于第三项加第四项之和.

    No lawful report breaks this: each request that was there was either closed or is still open; the form itself
    demands this balance.
    """
    said = report.derived(_columns)
    apart = {equation.subject: sums[0] - sums[1] for equation, sums in said if not isinstance(sums, Undecided)}
    for equation, sums in said:
        if isinstance(sums, Undecided):
            yield sums
        elif not _said_by_a08(report, equation) and not _follows_from_columns(equation, apart):
            yield _finding(equation, _unbalanced(report, equation, *sums), sums[0] - sums[1])


@check("A04", Severity.ERROR, "表四每一组：四种结果相加应等于“总计”")
def outcomes_add_up(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, table 4: each 总计 is the sum of its four outcomes.

    No lawful report breaks this: every case has one of the four outcomes, 尚未审结 among them.
    """
    words = "【表四】“{subject}”：维持 + 纠正 + 其他 + 尚未审结 = {sum:f}，但“总计”写的是"
    yield from _wrong_totals(report, "A04", words)


@check("A08", Severity.ERROR, "表三收到申请的，应填写办理结果或结转下年度")
def requests_have_results(report: Report) -> Judgement:
    """国办公开办函〔2021〕30号, head of table 3: what was taken in is handled or carried forward.

    No lawful report breaks this: a request leaves this year as a result or as one carried forward; withdrawn ones are a
    result, too (（六）).
    """
    said = report.derived(_columns)
    apart = {equation.subject: sums[0] - sums[1] for equation, sums in said if not isinstance(sums, Undecided)}
    for equation, sums in said:
        if isinstance(sums, Undecided) or _follows_from_columns(equation, apart):
            continue
        if _nothing_handled(report, equation):
            words = f"【表三】“{equation.subject}”{_intake(report, equation)}，但没有填办理结果，也没有结转下年度。"
            yield Finding("A08", Severity.ERROR, words, equation.cells, difference=sums[0])


@check("A09", Severity.WARNING, "今年制发的文件，应计入现行有效或本年废止")
def issued_documents_are_in_force_or_repealed(report: Report) -> Judgement:
    """Common sense (domain.md D.2): issued this year is in force, repealed, or expired within the year."""
    for kind in _documents(report):
        cells, values = _document_row(report, kind)
        if None in values:
            yield Undecided("A09", cells, "制发、废止、现行有效件数还没有填全。")
            continue
        issued, repealed, in_force = (value for value in values if value is not None)
        if in_force + repealed < issued:
            name = report.form.cells[cells[0]].row.label
            words = (
                f"“{name}”本年制发 {issued:f} 件，但现行有效 {in_force:f} 件 + 本年废止 {repealed:f} 件"
                f"还不到 {issued:f} 件，请核对。"
            )
            yield Finding("A09", Severity.WARNING, words, cells, difference=issued - in_force - repealed)


@check("A10", Severity.HINT, "废止件数不应多于去年现行有效与今年制发之和")
def no_more_is_repealed_than_there_was(report: Report) -> Judgement:
    """Common sense (domain.md D.2): repealed ≤ in force last year + issued."""
    if report.last_year is None or report.last_year.form is not report.form:
        return
    for kind in _documents(report):
        cells, (issued, repealed, _) = _document_row(report, kind)
        before = report.last_year.value(cells[2])
        if issued is None or repealed is None or before is None:
            yield Undecided("A10", cells, "今年或去年的件数还没有填全。")
        elif repealed > before + issued:
            name = report.form.cells[cells[0]].row.label
            words = f"“{name}”废止数 {repealed:f} 超过了可废止的总数 {before + issued:f}（去年现行有效 + 今年制发）。"
            yield Finding("A10", Severity.HINT, words, cells, difference=repealed - before - issued)


def _columns(report: Report) -> tuple[Failing, ...]:
    return tuple(_failing(report, "A03"))


def _failing(report: Report, code: str) -> Iterator[Failing]:
    """The equations of a rule that do not hold, with both sums, and those that cannot be judged."""
    for equation in report.form.equations:
        if equation.code != code or _holds_by_itself(report, equation):
            continue
        sides = balance(report, equation, printed=True)
        if sides.left is None or sides.right is None:
            cells = _unwritten(report, sides.missing)
            yield equation, Undecided(code, cells, f"“{equation.subject}”还有 {len(cells)} 格不是数字。")
        elif sides.left != sides.right:
            yield equation, (sides.left, sides.right)


def _holds_by_itself(report: Report, equation: Equation) -> bool:
    """A total computed here is right; the total column, computed, says no more than its six columns."""
    if equation.fills is not None:
        return equation.fills not in report.printed
    return all(report.form.cells[cell].computed and cell not in report.printed for cell in equation.cells)


def _unwritten(report: Report, cells: tuple[CellId, ...]) -> tuple[CellId, ...]:
    """The typed cells for want of which these have no number; a printed total stands for itself."""
    computed = report.computed.keys() - report.printed.keys()
    found = (below for cell in cells for below in (report.missing(cell) if cell in computed else (cell,)))
    return tuple(dict.fromkeys(found))


def _wrong_totals(report: Report, code: str, words: str) -> Judgement:
    """Judge the equations whose right side is a printed total; `words` begin the message."""
    for equation, sums in _failing(report, code):
        if isinstance(sums, Undecided):
            yield sums
        else:
            total, printed = sums
            begun = words.format(subject=equation.subject, sum=total)
            yield _finding(equation, f"{begun} {printed:f}，相差 {abs(total - printed):f}。", total - printed)


def _unbalanced(report: Report, equation: Equation, left: Decimal, right: Decimal) -> str:
    new, carried_in, handled, forward = (report.as_printed(cell).value for cell in equation.cells)
    return (
        f"【表三】“{equation.subject}”一列不平衡：新收 {new:f} + 上年结转 {carried_in:f} = {left:f}；"
        f"办理结果总计 {handled:f} + 结转下年度 {forward:f} = {right:f}。两边应相等，差 {abs(left - right):f} 件。"
    )


def _intake(report: Report, equation: Equation) -> str:
    new, carried_in = (report.as_printed(cell).value or Decimal() for cell in equation.left)
    return f"新收 {new:f} 件、上年结转 {carried_in:f} 件" if carried_in else f"收到 {new:f} 件"


def _said_by_a08(report: Report, equation: Equation) -> bool:
    """Whether A08 says it in plainer words than A03 would."""
    return "A08" not in report.switched_off and _nothing_handled(report, equation)


def _nothing_handled(report: Report, equation: Equation) -> bool:
    """Whether requests came in, but neither a result nor a carry-over is noted."""
    intake = balance(report, equation, printed=True).left or Decimal()
    return intake > 0 and all(report.as_printed(cell).value == 0 for cell in equation.right)


def _follows_from_columns(equation: Equation, apart: dict[str, Decimal]) -> bool:
    """The total column is off by just what the columns before it are off: said once, where it can be mended."""
    columns = [difference for subject, difference in apart.items() if subject != "总计"]
    return equation.subject == "总计" and bool(columns) and sum(columns) == apart["总计"]


def _documents(report: Report) -> tuple[str, ...]:
    """The rows that count documents issued, repealed and in force; an old form has none (domain.md C.1)."""
    wanted = ("regulations", "normative_docs")
    return tuple(kind for kind in wanted if CellId(f"t2.{kind}.in_force") in report.form.cells)


def _document_row(report: Report, kind: str) -> tuple[tuple[CellId, ...], tuple[Decimal | None, ...]]:
    cells = tuple(CellId(f"t2.{kind}.{column}") for column in ("issued", "repealed", "in_force"))
    return cells, tuple(report.value(cell) for cell in cells)


def _finding(equation: Equation, words: str, difference: Decimal) -> Finding:
    return Finding(equation.code, Severity.ERROR, words, equation.cells, difference=difference)
