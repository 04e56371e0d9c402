"""A report seen as a whole."""

from dataclasses import replace

from core.checks import catalogue
from core.report import Final, Report
from core.summary import Summary, standing_word, summary, text_name
from tests.examples import TEXTS, carried, column, filled


def whole(report: Report) -> Summary:
    verdict = catalogue.run(report)
    said = summary(report, verdict)
    assert standing_word(report, verdict) == said.standing
    return said


def test_an_empty_report_lacks_everything() -> None:
    said = whole(Report())
    assert [(table.name, len(cells)) for table, cells in said.empty] == [("表二", 10), ("表三", 144), ("表四", 12)]
    assert said.blank == ("preamble", "s1", "s5", "s6")
    assert said.unnamed
    assert said.standing == "草稿"


def test_a_full_report_in_balance_can_be_called_final() -> None:
    said = whole(replace(filled(), texts=TEXTS))
    assert said.is_ready
    assert said.now.errors == 0
    assert said.standing == "可以定稿"
    assert said.sentence.startswith("可以定稿")
    assert [balance.difference for _, balance in said.columns] == [0] * 7


def test_a_column_out_of_balance_is_counted_in_its_step() -> None:
    said = whole(replace(filled(column("natural", new=5, granted=4)), texts=TEXTS))
    by_step = {count.step.id: count.errors for count in said.counts}
    assert by_step["s3"] == said.now.errors == 1
    assert said.sentence.startswith("还有 1 处必须改")
    assert {equation.subject: balance.difference for equation, balance in said.columns if balance.difference} == {
        "自然人": 1,
        "总计": 1,
    }


def test_texts_of_last_year_keep_a_report_a_draft() -> None:
    said = whole(carried(replace(filled(), texts=TEXTS), "s6", "s1"))
    assert said.stale == ("s1", "s6")
    assert said.standing == "草稿"


def test_what_still_wants_a_reason_is_not_called_final() -> None:
    report = replace(filled({"t2.normative_docs.issued": 3, "t2.normative_docs.in_force": 1}), texts=TEXTS)
    finding = next(finding for finding in catalogue.run(report).findings if finding.code == "A09")
    said = whole(report)
    assert said.standing == "待说明"
    assert "可以定稿" not in said.sentence
    assert whole(replace(report, reasons={finding.occasion: "有两件年内到期失效。"})).standing == "可以定稿"


def test_an_explained_finding_is_counted_apart() -> None:
    report = filled({"t2.normative_docs.issued": 3, "t2.normative_docs.in_force": 1})
    finding = next(finding for finding in catalogue.run(report).findings if finding.code == "A09")
    before, after = whole(report), whole(replace(report, reasons={finding.occasion: "有两件年内到期失效。"}))
    assert after.now.warnings == before.now.warnings - 1
    assert sum(count.explained for count in after.counts) == 1


def test_the_verdict_tells_how_much_of_it_rests_on_reasons() -> None:
    report = replace(filled(column("natural", new=5, granted=4)), texts=TEXTS)
    reasons = {finding.occasion: "年底并案办理。" for finding in catalogue.run(report).findings}
    said = whole(replace(report, reasons=reasons))
    assert said.sentence == f"可以定稿；{len(reasons)} 处已说明原因，其中 1 处原属“必须改”。"


def test_what_is_still_to_be_explained_is_said_before_it_is_called_final() -> None:
    report = filled({"t2.normative_docs.issued": 3, "t2.normative_docs.in_force": 1})
    said = whole(replace(report, texts=TEXTS))
    assert said.sentence.startswith(f"没有必须改的错误，还有 {said.now.warnings} 处要说明")


def test_texts_are_called_by_their_headings() -> None:
    assert text_name(Report().form, "s1") == "一、总体情况"
    assert text_name(Report().form, "preamble") == "前言"


def test_cells_still_empty_are_told_as_missing_and_not_counted_as_hints() -> None:
    report = filled({"t2.penalties.decisions": ""})
    said = summary(report, catalogue.run(report, typing=True))
    assert [(table.id, len(cells)) for table, cells in said.empty] == [("t2", 1)]
    assert next(count for count in said.counts if count.step.id == "s2").hints == 0


def test_rules_that_the_unit_switched_off_are_told() -> None:
    said = whole(replace(filled(), texts=TEXTS, switched_off=frozenset({"N14", "S05"})))
    assert [rule.code for rule in said.switched_off] == ["N14", "S05"]
    assert said.switched_off_words == "已停用 2 条规则：N14、S05。校核单上会列出。"
    assert said.is_ready
    assert whole(filled()).switched_off_words == ""


def test_a_final_report_stands_as_final_whatever_the_rules_say() -> None:
    report = replace(filled(), final=Final("苏禾", "2025-01-20", "3F7K-9Q2M"))
    assert whole(report).standing == "定稿"
