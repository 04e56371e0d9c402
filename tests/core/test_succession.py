"""An old report as it reads in the format in force."""

from dataclasses import replace
from decimal import Decimal

from core.cells import CellId, parse
from core.form import F2019, F2021
from core.report import Report
from core.succession import as_f2021, leftovers


def old(**raws: str) -> Report:
    """A report of noughts in the old form, but for the cells named ("t3__granted__natural")."""
    cells = {CellId(name.replace("__", ".")): raw for name, raw in raws.items()}
    entries = {c.id: parse(cells.get(c.id, "0"), c.kind) for c in F2019.cells.values()}
    return Report(
        F2019,
        "云岭县林草局",
        2020,
        typed={c: e for c, e in entries.items() if not F2019.cells[c].computed},
        printed={c: e for c, e in entries.items() if c in cells and F2019.cells[c].computed},
        texts={"s1": "公开三十条。"},
    )


def test_what_means_the_same_stands_in_the_new_form() -> None:
    report, _ = as_f2021(old(l2__licensing__decisions="18", t3__granted__natural="3", t4__review__upheld="1"))
    assert report.form is F2021
    assert [report.value(CellId(c)) for c in ("t2.licensing.decisions", "t3.granted.natural", "t4.review.upheld")] == [
        Decimal(18),
        Decimal(3),
        Decimal(1),
    ]


def test_unit_year_texts_and_printed_totals_come_along() -> None:
    report, _ = as_f2021(old(t3__granted__total="9"))
    assert (report.unit, report.year, report.text("s1")) == ("云岭县林草局", 2020, "公开三十条。")
    assert report.as_printed(CellId("t3.granted.total")).raw == "9"


def test_what_has_no_counterpart_is_told_with_its_reason_and_put_nowhere() -> None:
    report, left = as_f2021(old(l2__regulations__published_total="12", l2__licensing__items_delta="增10"))
    assert [one.sentence for one in left] == [
        "表二 规章 对外公开总数量 12：与新格式的“现行有效件数”不是一回事，没有带入。",
        "表二 行政许可 本年增/减 增10：新格式没有这一列，没有带入。",
    ]
    assert report.value(CellId("t2.regulations.in_force")) is None


def test_blanks_and_noughts_are_not_listed() -> None:
    assert leftovers(old()) == ()
    assert leftovers(old(l2__procurement__amount="", l2__coercion__items_delta="-")) == ()


def test_the_one_row_of_other_ways_fills_none_of_the_three_but_stays_in_the_total() -> None:
    report, left = as_f2021(old(t3__granted__natural="1", t3__other_all__natural="4"))
    assert [one.label for one in left] == ["表三 其他处理 自然人", "表三 其他处理 总计"]
    assert report.value(CellId("t3.other_misc.natural")) is None
    assert report.as_printed(CellId("t3.total_handled.natural")).value == 5
    assert report.as_printed(CellId("t3.total_handled.total")).value == 5


def test_a_report_in_the_new_form_stays_as_it_is() -> None:
    report = Report(unit="云岭县林草局")
    assert as_f2021(report) == (report, ())


def test_an_old_report_beside_a_new_one_goes_over_too() -> None:
    report, left = as_f2021(replace(Report(year=2021), last_year=old()))
    assert report.last_year is not None
    assert (report.last_year.form, left) == (F2021, ())
