"""Numbers of the tables in a text: what is stored, what is read, and the way back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import answers, edits, references
from core.cells import CellId
from core.finding import Finding, Severity
from core.form import F2021
from core.form.reference_names import named, quantities
from core.references import Resolved, frozen, rewritten, stored, token
from core.report import Report
from tests.examples import filled

NEW = CellId("t3.new_requests.natural")
NAMES = tuple(each.name for each in named(F2021))

pieces = st.one_of(
    st.sampled_from([token(each) for each in quantities(F2021).values()][:40]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    st.sampled_from(["{", "}", "{t3.none.total}", "件，", "\n"]),
)
raws = st.lists(pieces, max_size=8).map("".join)


def with_text(raw: str, **cells: int | str) -> Report:
    report = edits.set_text(filled({"t3.granted.natural": "", NEW: 12}), "s1", raw)
    return edits.set_cells(report, {CellId(cell): str(value) for cell, value in cells.items()})


def read(raw: str) -> Resolved:
    return with_text(raw).read(raw)


def test_a_token_reads_as_the_number_of_its_cell() -> None:
    report = with_text("新收{t3.new_requests.total}件，有效{t2.regulations.in_force}件。")
    assert report.text("s1") == "新收12件，有效0件。"
    assert edits.set_cell(report, NEW, "1205").text("s1") == "新收1205件，有效0件。"


def test_what_is_stored_stays_a_token() -> None:
    report = with_text("新收{t3.new_requests.total}件。")
    assert report.texts["s1"] == "新收{t3.new_requests.total}件。"


def test_a_short_name_in_braces_becomes_a_reference_whatever_the_width_of_the_braces() -> None:
    report = with_text("新收{新收总计}件，诉讼｛ 诉讼总计 ｝件。")
    assert report.texts["s1"] == "新收{t3.new_requests.total}件，诉讼{t4.lawsuits.total}件。"
    assert report.text("s1") == "新收12件，诉讼0件。"


@pytest.mark.parametrize("raw", ["{新收}", "{t3.none.total}", "{}", "{", "a{b}c", "｛甲｝", "{新收\n总计}"])
def test_braces_that_name_no_number_stay_as_typed(raw: str) -> None:
    assert with_text(raw).text("s1") == raw


def test_a_cell_without_a_number_shows_a_blank_that_is_no_nought() -> None:
    report = with_text("予以公开{t3.granted.total}件。")
    assert report.text("s1") == "予以公开＿＿件。"
    assert [each.is_blank for each in report.resolved("s1").references] == [True]


def test_a_sum_of_which_one_cell_is_blank_is_blank() -> None:
    report = with_text("诉讼{t4.lawsuits.upheld}件。", **{"t4.lawsuit_direct.upheld": 3})
    assert report.text("s1") == "诉讼3件。"
    assert edits.clear(report, [CellId("t4.lawsuit_after_review.upheld")]).text("s1") == "诉讼＿＿件。"


def test_an_amount_reads_as_it_was_typed() -> None:
    assert with_text("{t2.admin_fees.amount_wan}万元", **{"t2.admin_fees.amount_wan": "2.50"}).text("s1") == "2.50万元"


def test_texts_without_a_brace_are_the_very_same_mapping() -> None:
    report = with_text("没有引用。")
    assert report.words is report.texts


# ---------------------------------------------------------------- the way back


def test_words_before_after_and_between_leave_references_alive() -> None:
    resolved = read("{t3.new_requests.total}{t3.new_requests.total}")
    assert rewritten(resolved, 0, 0, "共") == "共" + resolved.raw
    assert rewritten(resolved, 4, 4, "件") == resolved.raw + "件"
    one = token(resolved.references[0].quantity)
    assert rewritten(resolved, 2, 2, "和") == f"{one}和{one}"


def test_a_word_inside_a_number_makes_it_plain() -> None:
    assert rewritten(read("收{t3.new_requests.total}件"), 2, 2, "0") == "收102件"


def test_a_change_that_reaches_into_a_number_keeps_the_rest_as_plain_text() -> None:
    assert rewritten(read("收到{t3.new_requests.total}件"), 1, 3, "办") == "收办2件"


@given(raws, st.data())
def test_what_is_rewritten_reads_as_if_the_plain_words_had_been_changed(raw: str, data: st.DataObject) -> None:
    resolved = read(raw)
    start = data.draw(st.integers(0, len(resolved.text)))
    end = data.draw(st.integers(start, len(resolved.text)))
    words = data.draw(st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=4))
    after = read(rewritten(resolved, start, end, words))
    wanted = resolved.text[:start] + words + resolved.text[end:]
    assert after.text == wanted or "{" in wanted  # pieces of braces may close into a reference
    kept = len(resolved.references) - len(resolved.touched(start, end))
    inside = any(each.start < start == end < each.end for each in resolved.references)
    assert len(after.references) >= kept - inside or "{" in wanted


@given(raws, st.data())
def test_other_words_for_a_stretch_read_as_they_are(raw: str, data: st.DataObject) -> None:
    resolved = read(raw)
    start = data.draw(st.integers(0, len(resolved.text)))
    end = data.draw(st.integers(start, len(resolved.text)))
    words = data.draw(st.text("件，12＿", max_size=6) | st.just(resolved.text[start:end] + "。"))
    after = read(references.reworded(resolved, start, end, words))
    wanted = resolved.text[:start] + words + resolved.text[end:]
    assert after.text == wanted or "{" in wanted


def test_numbers_that_stand_unchanged_in_the_new_words_stay_alive() -> None:
    report = with_text("收到{t3.new_requests.total}件,诉讼{t4.lawsuits.total}件.")
    after = edits.reword(report, "s1", 0, len(report.text("s1")), "收到12件，诉讼0件。")
    assert after.texts["s1"] == "收到{t3.new_requests.total}件，诉讼{t4.lawsuits.total}件。"
    assert edits.reword(report, "s1", 0, len(report.text("s1")), "收到2件。").text("s1") == "收到2件。"


@given(raws, st.data())
def test_a_part_reads_as_it_stands_and_whole_numbers_in_it_stay_alive(raw: str, data: st.DataObject) -> None:
    resolved = read(raw)
    start = data.draw(st.integers(0, len(resolved.text)))
    end = data.draw(st.integers(start, len(resolved.text)))
    cut = read(references.part(resolved, start, end))
    assert cut.text == resolved.text[start:end]
    assert len(cut.references) == sum(start <= each.start and each.end <= end for each in resolved.references)


@given(raws)
def test_nothing_changed_is_stored_as_before(raw: str) -> None:
    resolved = read(raw)
    assert rewritten(resolved, 0, 0, "") == raw
    assert frozen(resolved, ()) == raw


@given(raws)
def test_references_stand_where_they_say(raw: str) -> None:
    resolved = read(raw)
    report = with_text("")
    for each in resolved.references:
        assert resolved.raw[each.raw_start : each.raw_end] == token(each.quantity)
        assert resolved.text[each.start : each.end] == references.shown(each.quantity, report.value)


@given(raws)
def test_places_outside_references_go_there_and_back(raw: str) -> None:
    resolved = read(raw)
    for place in range(len(resolved.text) + 1):
        if not any(each.start < place < each.end for each in resolved.references):
            assert resolved.shown_place(resolved.raw_place(place)) == place


@given(raws)
def test_frozen_text_reads_the_same_and_follows_nothing(raw: str) -> None:
    report = with_text(raw)
    after = edits.freeze(report, "s1")
    assert after.text("s1") == report.text("s1")
    if "{" not in report.text("s1"):
        assert after.texts.get("s1", "") == report.text("s1")


@given(raws)
def test_storing_twice_is_storing_once(raw: str) -> None:
    once = stored(raw, F2021)
    assert stored(once, F2021) == once


def test_only_the_references_in_the_chosen_characters_are_frozen() -> None:
    report = with_text("收{t3.new_requests.total}件，诉讼{t4.lawsuits.total}件。")
    assert edits.freeze(report, "s1", 0, 3).texts["s1"] == "收12件，诉讼{t4.lawsuits.total}件。"


# ---------------------------------------------------------------- together with the rest


def test_a_mend_of_words_behind_a_reference_leaves_it_alive() -> None:
    report = with_text("收到{t3.new_requests.total}件，认真布署。")
    start = report.text("s1").index("布署")
    finding = Finding("S31", Severity.HINT, "…", section="s1", excerpt="布署", start=start, replacement="部署")
    assert answers.mend(report, finding).texts["s1"] == "收到{t3.new_requests.total}件，认真部署。"


def test_next_years_draft_follows_its_own_table_and_last_years_words_stay_what_they_were() -> None:
    last = edits.set_year(with_text("收到{t3.new_requests.total}件。"), 2025)
    draft = edits.carry_over(last)
    assert draft.text("s1") == "收到＿＿件。"
    assert draft.last_year is not None
    assert draft.last_year.text("s1") == "收到12件。"
    assert len(draft.stale_sentences("s1")) == 1
    now = edits.fill_rest(edits.set_cell(draft, NEW, "7"), "t3")
    assert now.text("s1") == "收到7件。"


def test_a_carried_sentence_stays_to_be_updated_while_only_its_number_follows() -> None:
    last = edits.set_year(with_text("平稳。收到{t3.new_requests.total}件。完。"), 2025)
    draft = edits.fill_rest(edits.set_cell(edits.carry_over(last), NEW, "700"), "t3")
    words = [draft.text("s1")[each.start : each.start + each.length] for each in draft.stale_sentences("s1")]
    assert "收到700件。" in words
    confirmed = edits.confirm_sentence(draft, "s1", "收到700件。")
    assert len(confirmed.stale_sentences("s1")) == len(words) - 1


def test_a_text_that_was_only_frozen_is_another_report() -> None:
    report = with_text("收到{t3.new_requests.total}件。")
    assert edits.freeze(report, "s1") != report
    assert replace(report, texts={}).text("s1") == ""
