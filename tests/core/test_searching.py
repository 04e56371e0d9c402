"""Find and replace over the cover, the texts and the tables."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edits
from core.cells import CellId
from core.form import F2021
from core.report import Report
from core.searching import Hit, Scope, find, folded, index_from, replaced, words_of
from tests.examples import filled
from tests.strategies import reports, words

NEW = "t3.new_requests.natural"


def written(**texts: str) -> Report:
    return replace(filled({NEW: 12, "t2.admin_fees.amount_wan": "2.50", "t2.coercion.decisions": "若干"}), texts=texts)


def places(report: Report, wanted: str, scope: Scope = Scope.ALL) -> list[tuple[str, int]]:
    return [(hit.place, hit.start) for hit in find(report, wanted, scope)]


def test_texts_and_cells_are_found_in_the_order_of_the_steps() -> None:
    report = written(s5="林业", s1="林业林业", signature="林业局")
    assert places(report, "林业") == [("unit", 3), ("signature", 0), ("s1", 0), ("s1", 2), ("s5", 0)]


@pytest.mark.parametrize(
    ("wanted", "text"), [("wifi", "覆盖ＷiFi点"), ("ＷＩＦＩ", "覆盖wifi点"), ("12，3", "共１２,3件")]
)
def test_width_and_case_make_no_difference(wanted: str, text: str) -> None:
    (hit,) = find(written(s1=text), wanted)
    assert folded(text[hit.start : hit.end]) == folded(wanted)


def test_a_number_is_found_in_cells_as_a_whole_and_in_texts_as_a_part() -> None:
    assert places(written(s1="共112件"), "12") == [("s1", 2), (NEW, 0), ("t3.new_requests.total", 0)]
    assert places(written(), "2.5") == [("t2.admin_fees.amount_wan", 0)]
    assert places(written(), "12件") == []


def test_words_in_a_cell_are_found_in_part() -> None:
    assert places(written(), "干") == [("t2.coercion.decisions", 1)]


def test_nothing_is_found_for_nothing() -> None:
    assert find(written(s1="甲 乙"), " ") == ()
    assert find(written(s1="甲"), "") == ()


def test_the_search_keeps_to_its_scope() -> None:
    report = written(s1="共12件")
    assert places(report, "12", Scope.TEXTS) == [("s1", 1)]
    assert {place for place, _ in places(report, "12", Scope.TABLES)} == {NEW, "t3.new_requests.total"}


def test_all_are_replaced_and_what_follows_from_something_else_is_passed_over() -> None:
    report = written(s1="收到12件，即{t3.new_requests.total}件，办结12件。")
    done = replaced(report, find(report, "12"), "1205")
    assert done.report.texts["s1"] == "收到1205件，即{t3.new_requests.total}件，办结1205件。"
    assert done.report.text("s1") == "收到1205件，即1205件，办结1205件。"  # the cell was replaced, the number followed
    assert done.report.entry(CellId(NEW)).raw == "1205"
    assert (done.done, done.passed) == (3, 2)


def test_references_beside_replaced_words_stay_alive() -> None:
    report = written(s1="收到{t3.new_requests.total}件申请，办结{t3.new_requests.total}件申请。")
    done = replaced(report, find(report, "件申请"), "件")
    assert done.report.texts["s1"] == "收到{t3.new_requests.total}件，办结{t3.new_requests.total}件。"


def test_a_name_in_braces_can_be_put_in_the_place_of_a_number() -> None:
    report = written(s1="收到12件。")
    done = replaced(report, find(report, "12", Scope.TEXTS), "{新收总计}")
    assert done.report.texts["s1"] == "收到{t3.new_requests.total}件。"


def test_unit_and_title_are_replaced_too() -> None:
    report = replace(written(), title="林业局年报")
    done = replaced(report, find(report, "林业"), "水务")
    assert (done.report.unit, done.report.title) == ("青禾县水务局", "水务局年报")


def test_the_search_begins_where_the_clerk_is_and_goes_on_from_the_beginning() -> None:
    report = written(s1="甲，甲", s6="甲")
    hits = find(report, "甲")
    assert [index_from(report, hits, *place) for place in (("preamble", 0), ("s1", 0), ("s1", 1), ("s5", 0))] == [
        0,
        0,
        1,
        2,
    ]
    assert index_from(report, hits, "s6", 1) == 0
    assert index_from(report, hits, "t4.review.total", 0) == 2


@given(st.text(max_size=60))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(reports(with_last_year=False), words)
def test_everything_found_stands_where_it_is_said(report: Report, wanted: str) -> None:
    for hit in find(report, wanted, Scope.TEXTS):
        assert folded(words_of(report, hit.place)[hit.start : hit.end]) == folded(wanted)


@given(
    st.lists(st.sampled_from(["甲", "乙", "{t3.new_requests.total}", "件", "1"]), max_size=12), st.sampled_from("甲件1")
)
def test_after_replacing_all_nothing_is_left_but_what_is_fixed(parts: list[str], wanted: str) -> None:
    report = edits.set_text(filled({NEW: 1}), "s1", "".join(parts))
    done = replaced(report, find(report, wanted, Scope.TEXTS), "乙")
    left = find(done.report, wanted, Scope.TEXTS)
    assert [hit for hit in left if not hit.fixed] == []
    assert len(done.report.resolved("s1").references) == parts.count("{t3.new_requests.total}")


def test_a_hit_knows_its_end() -> None:
    assert Hit("s1", 2, 3).end == 5
    assert set(F2021.cells) >= {NEW}
