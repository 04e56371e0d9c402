"""By when a report has to be published, and how many days are left (domain.md A.2, D.8).

《政府信息公开条例》 article 49 names two dates of the following year: 1月31日 for departments of governments at county
level and above, 3月31日 for the reports of those governments. For towns, sub-districts, the office's own report and
other bodies it names none: their superior office does, and nothing is claimed here.
"""

from dataclasses import dataclass
from datetime import date, datetime

from core.report import OrgType

LONGEST_OVERDUE = 90
"""Days after which a date that has passed is no longer brought up: the report is out, or everybody knows."""

SOON = 10
"""Days from which on a date is close (the last but one of the reminders of rule P01)."""

NO_DATE = "条例没有为这类单位写明日期，按主管部门通知的日期办"

_DATES = {
    OrgType.DEPARTMENT: (1, 31, "报送并公布"),
    OrgType.GOVERNMENT: (3, 31, "公布"),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, what has to be done by then, and the days left (less than 0: so many days too late)."""

    day: date
    duty: str
    left: int

    @property
    def is_close(self) -> bool:
        """Whether the date is near, or has passed not long ago."""
        return -LONGEST_OVERDUE <= self.left <= SOON

    @property
    def words(self) -> str:
        """“还有 12 天（1月31日前公布）”; nothing where the date has long passed."""
        by = f"（{self.day.month}月{self.day.day}日前{self.duty}）"
        if self.left > 0:
            return f"还有 {self.left} 天{by}"
        if self.left == 0:
            return f"今天截止{by}"
        return f"已过 {-self.left} 天{by}" if self.left >= -LONGEST_OVERDUE else ""


def deadline(org_type: OrgType | None, year: int | None, now: date) -> Deadline | None:
    """Return by when a unit of this kind publishes its report of `year`; None where no rule names a date."""
    if org_type not in _DATES or year is None:
        return None
    month, day, duty = _DATES[org_type]
    last = date(year + 1, month, day)
    return Deadline(last, duty, (last - now).days)


def words(org_type: OrgType | None, year: int | None, now: date) -> str:
    """Return what to say of the date for this kind of unit; nothing where kind or year are not known."""
    if org_type is None or year is None:
        return ""
    found = deadline(org_type, year, now)
    return NO_DATE if found is None else found.words


def today() -> date:
    """Return the date of the clerk's own clock."""
    return datetime.now().astimezone().date()
