"""What can be read from the words on the cover: the year, and what kind of unit a name speaks of."""

import re
import unicodedata

from core.report import OrgType

FIRST_YEAR = 2008
"""The first year for which an annual report was due: the Regulation came into force on 2008-05-01."""
LAST_YEAR = 2099

_YEAR = re.compile(r"(\d{4})\s*年?(?:度)?")

# The endings of names, most particular first; "管委会" runs a zone and is no department.
_ENDINGS: tuple[tuple[OrgType, tuple[str, ...]], ...] = (
    (OrgType.GOVERNMENT_OFFICE, ("政府办公室", "政府办公厅", "政府办")),
    (OrgType.OTHER, ("管理委员会", "管委会", "公司", "医院", "学校", "中学", "小学", "大学", "学院")),
    (OrgType.TOWNSHIP, ("镇人民政府", "乡人民政府", "镇政府", "乡政府", "街道办事处", "街道办", "街道", "镇", "乡")),
    (OrgType.GOVERNMENT, ("人民政府", "政府")),
    (OrgType.DEPARTMENT, ("局", "委员会", "委", "办公室", "办", "厅", "部")),
)


def parse_year(raw: str) -> int | None:
    """Return the year that was typed ("2026", "２０２６年度"), or None where the words are no year of a report."""
    match = _YEAR.fullmatch(unicodedata.normalize("NFKC", raw).strip())
    year = int(match.group(1)) if match else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def likely_org_type(unit: str) -> OrgType | None:
    """Return the kind of unit that a name suggests, None where it suggests none. Only ever an offer to the clerk."""
    name = re.sub(r"[（(].*?[)）]$", "", unit.strip())
    for kind, endings in _ENDINGS:
        if name.endswith(endings):
            return kind
    return None
