"""The sentences that a section can take as the tables stand, with live references in them (domain.md H.2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core import references
from core.cover import likely_org_type
from core.form.reference_names import called
from core.form.templates import TEMPLATES, Template
from core.report import OrgType, Report

_SELF = {OrgType.TOWNSHIP: "镇乡", OrgType.GOVERNMENT: "省市州盟县区旗镇乡", OrgType.DEPARTMENT: "局委厅部办"}
_PLAIN_SELF = "本机关"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence to take: what it is about, how it is stored, and how it reads now."""

    title: str
    raw: str
    words: str


def phrases(report: Report, key: str) -> tuple[Phrase, ...]:
    """Return the sentences that a text can take and the tables do not contradict, in the order of the report."""
    return tuple(_phrases(report, key))


def has_phrases(key: str) -> bool:
    """Whether there are sentences for a text at all."""
    return any(key in template.sections for template in TEMPLATES)


def own_name(report: Report) -> str:
    """Return how the unit calls itself: 我局, 我镇, 我县; 本机关 where its name does not tell."""
    kind = report.org_type or likely_org_type(report.unit)
    name = report.unit.strip().removesuffix("人民政府").removesuffix("政府")
    letters = _SELF.get(kind, "") if kind else ""
    return f"我{name[-1]}" if name and name[-1] in letters else _PLAIN_SELF


def _phrases(report: Report, key: str) -> Iterator[Phrase]:
    for template in TEMPLATES:
        if key in template.sections and _fits(report, template):
            year = references.BLANK if report.year is None else str(report.year)
            words = template.words.replace("[年]", year).replace("[我局]", own_name(report))
            raw = references.stored(words, report.form)
            yield Phrase(template.title, raw, report.read(raw).text)


def _fits(report: Report, template: Template) -> bool:
    """Whether the tables do not speak against a sentence.

    A cell that is not filled in yet speaks against none that tells a number, but no blank is taken for a 0.
    """
    some = [_value(report, name) for name in template.some]
    none = [_value(report, name) for name in template.none]
    return (not some or any(value is None or value > 0 for value in some)) and all(value == 0 for value in none)


def _value(report: Report, name: str) -> Decimal | None:
    quantity = called(report.form, name)
    return references.number(quantity, report.value) if quantity else None
