"""The rules as a clerk looks them up: by family, by words, and those that the unit switched off."""

from core.checks.catalogue import RULES
from core.checks.register import FAMILIES, Rule
from core.report import Report

_BY_CODE = {rule.code: rule for rule in RULES}


def by_family() -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """Return all rules under the names of their families."""
    return tuple((name, tuple(rule for rule in RULES if rule.family == name)) for name in FAMILIES.values())


def rule(code: str) -> Rule | None:
    """Return the rule of a code; None where there is none (an older or a newer program had it)."""
    return _BY_CODE.get(code)


def is_about(one: Rule, words: str) -> bool:
    """Whether a rule has all these words in its code, its line or the name of its family; no words mean every rule."""
    said = f"{one.code} {one.words} {one.family}".lower()
    return all(word in said for word in words.lower().split())


def switched_off(report: Report) -> tuple[Rule, ...]:
    """Return the rules that this unit switched off."""
    return tuple(one for one in RULES if one.code in report.switched_off)


def switched_off_words(report: Report) -> str:
    """Say how many rules do not judge; nothing where all of them do."""
    count = len(switched_off(report))
    return f"已停用 {count} 条规则" if count else ""
