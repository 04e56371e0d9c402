"""The rules as a clerk looks them up."""

from dataclasses import replace

from core.checks import rulebook
from core.checks.catalogue import RULES
from core.report import Report


def codes(words: str) -> list[str]:
    return [rule.code for rule in RULES if rulebook.is_about(rule, words)]


def test_every_rule_stands_in_one_family() -> None:
    listed = [rule for _, rules in rulebook.by_family() for rule in rules]
    assert sorted(rule.code for rule in listed) == [rule.code for rule in RULES]
    assert [name for name, _ in rulebook.by_family()][:3] == ["填写", "表内审核", "表间审核"]
    assert all(rules for _, rules in rulebook.by_family())


def test_a_rule_is_found_by_code_by_words_and_by_family() -> None:
    assert codes("n14") == ["N14"]
    assert codes("办结率") == ["N21", "N22"]
    assert "Y04" in codes("上年对照")
    assert codes("表三 自然人以外没有") == []
    assert len(codes("")) == len(RULES)


def test_all_words_of_a_search_must_be_there() -> None:
    assert set(codes("表三 结转")) < set(codes("表三"))


def test_a_code_leads_to_its_rule() -> None:
    found = rulebook.rule("A01")
    assert found is not None
    assert found.code == "A01"
    assert rulebook.rule("Q77") is None


def test_what_is_switched_off_is_counted_and_unknown_codes_are_not() -> None:
    report = replace(Report(), switched_off=frozenset({"S05", "N14", "Q77"}))
    assert [rule.code for rule in rulebook.switched_off(report)] == ["N14", "S05"]
    assert rulebook.switched_off_words(report) == "已停用 2 条规则"
    assert rulebook.switched_off_words(Report()) == ""
