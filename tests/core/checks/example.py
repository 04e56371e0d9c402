"""What an example of the golden texts is made of."""

from dataclasses import dataclass, replace

from core import edits
from core.report import Report
from tests.examples import filled


@dataclass(frozen=True)
class Example:
    """A report that breaks a rule, and the one sentence that this rule then says."""

    code: str
    report: Report
    words: str


def after(last: Report, report: Report) -> Report:
    """Return the report with the one of the year before it attached."""
    return edits.attach_last_year(report, replace(last, year=2023))


def written(text: str, raws: dict[str, str | int] | None = None, key: str = "s1") -> Report:
    """Return a report with the given numbers in the cells, else 0, and one text."""
    return edits.set_text(filled(raws), key, text)
