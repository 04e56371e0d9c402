"""Sentences that a section can take as the tables stand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.phrases import has_phrases, own_name, phrases
from core.report import OrgType, Report
from tests.examples import TEXTS, column, filled
from tests.strategies import balanced_reports


def titles(report: Report, key: str) -> list[str]:
    return [each.title for each in phrases(report, key)]


def test_without_applications_the_nil_sentence_is_offered_and_not_the_other() -> None:
    assert "没有收到申请" in titles(filled(), "s1")
    assert "申请的收到和办理" not in titles(filled(), "s1")


def test_with_applications_it_is_the_other_way_round() -> None:
    offered = titles(filled(column("natural", new=3, granted=3)), "s1")
    assert "没有收到申请" not in offered
    assert {"申请的收到和办理", "申请的办理结果", "申请人的类型"} <= set(offered)


def test_a_table_that_is_not_filled_in_says_neither_that_there_was_something_nor_that_there_was_nothing() -> None:
    offered = titles(Report(year=2026), "s1")
    assert "申请的收到和办理" in offered
    assert "没有收到申请" not in offered


def test_a_sentence_is_stored_with_references_and_shown_with_numbers() -> None:
    report = filled(column("natural", new=3, granted=2, forward=1))
    (phrase,) = [each for each in phrases(report, "s1") if each.title == "申请的收到和办理"]
    assert "{t3.new_requests.total}" in phrase.raw
    assert phrase.words == (
        "2024年，我局共收到政府信息公开申请3件，上年结转0件；本年度办结2件，结转下年度继续办理1件。"
    )


@pytest.mark.parametrize(
    ("unit", "kind", "name"),
    [
        ("青禾县林业局", None, "我局"),
        ("云溪镇人民政府", None, "我镇"),
        ("青禾县人民政府", None, "我县"),
        ("青禾县人民政府办公室", None, "本机关"),
        ("青禾县高新区管委会", None, "本机关"),
        ("", None, "本机关"),
        ("青禾县住房和城乡建设委员会", None, "本机关"),
        ("青禾县发改委", OrgType.DEPARTMENT, "我委"),
    ],
)
def test_the_unit_calls_itself_as_its_name_says(unit: str, kind: OrgType | None, name: str) -> None:
    assert own_name(replace(filled(), unit=unit, org_type=kind)) == name


def test_sections_without_sentences_offer_none() -> None:
    assert not has_phrases("s5")
    assert phrases(filled(), "s5") == ()
    assert has_phrases("s6")


def test_a_year_that_is_not_known_is_left_blank() -> None:
    assert phrases(replace(filled(), year=None), "s6")[0].words.startswith("＿＿年")


@given(balanced_reports())
@settings(max_examples=25)
def test_what_is_offered_never_contradicts_the_tables(report: Report) -> None:
    lawful = replace(report, texts=TEXTS, unit="青禾县林业局", year=2024, org_type=None)
    for phrase in phrases(lawful, "s1"):
        with_it = edits.set_text(lawful, "s1", f"{TEXTS['s1']}\n{phrase.raw}")
        assert [each.message for each in catalogue.run(with_it).findings if each.section] == []


def test_the_sentence_follows_when_the_table_changes() -> None:
    report = filled(column("natural", new=3, granted=3))
    phrase = next(each for each in phrases(report, "s1") if each.title == "申请的收到和办理")
    written = edits.set_text(report, "s1", phrase.raw)
    assert "申请5件" in edits.set_cell(written, CellId("t3.new_requests.natural"), "5").text("s1")
