"""Format F2019: 国办公开办函〔2019〕60号, used for the reports of 2019 and 2020 (domain.md C).

Table 2 is its own; table 3 is that of F2021 with （六）其他处理 as one row, table 4 is the same.
"""

from core.cells import CellKind
from core.form.disclosures import Block, table_2
from core.form.f2021 import F2021, REQUEST_ROWS
from core.form.layout import Column, Form, Row, Section
from core.form.requests import table_3

MARKERS = (
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "上一年项目数量",
    "本年增/减",
    "采购项目数量",
    "采购总金额",
    "其他对外管理服务事项",
)
"""Column heads and row labels of table 2 that only this format prints."""

_MADE = Column("newly_made", "本年新制作数量", ("本年制作数量", "新制作数量"))
_PUBLISHED = Column("newly_published", "本年新公开数量", ("本年公开数量", "新公开数量"))
_PUBLISHED_TOTAL = Column("published_total", "对外公开总数量", ("对外公开总数",))
_BEFORE = Column("items_prev", "上一年项目数量", ("上年项目数量", "上一年项目数"))
_DELTA = Column("items_delta", "本年增/减", ("本年增减", "本年增（减）", "本年增减数量"))
_DECISIONS = Column("decisions", "处理决定数量", ("本年处理决定数量",))
_ITEMS = Column("items", "采购项目数量", ("采购项目数",))
_AMOUNT = Column("amount", "采购总金额", ("采购总金额（万元）", "采购总金额（单位：万元）", "采购总金额（元）"))

_BLOCKS: tuple[Block, ...] = (
    (
        "第二十条第（一）项",
        (_MADE, _PUBLISHED, _PUBLISHED_TOTAL),
        (
            Row("regulations", "规章", "规章"),
            Row("normative_docs", "规范性文件", "规范性文件", aliases=("行政规范性文件",)),
        ),
    ),
    (
        "第二十条第（五）项",
        (_BEFORE, _DELTA, _DECISIONS),
        (
            Row("licensing", "行政许可", "行政许可"),
            Row("other_services", "其他对外管理服务事项", "其他对外管理服务事项"),
        ),
    ),
    (
        "第二十条第（六）项",
        (_BEFORE, _DELTA, _DECISIONS),
        (Row("penalties", "行政处罚", "行政处罚"), Row("coercion", "行政强制", "行政强制")),
    ),
    (
        "第二十条第（八）项",
        (_BEFORE, _DELTA),
        (Row("admin_fees", "行政事业性收费", "行政事业性收费", aliases=("行政事业型收费",)),),
    ),
    (
        "第二十条第（九）项",
        (_ITEMS, _AMOUNT),
        (Row("procurement", "政府集中采购", "政府集中采购", aliases=("政府采购",)),),
    ),
)

OTHER_ALL = Row("other_all", "（六）其他处理", "三(六)")
"""The one row that F2021 divides into three."""


def _request_rows() -> tuple[Row, ...]:
    kept = [row for row in REQUEST_ROWS if row.group != OTHER_ALL.label]
    place = next(at for at, row in enumerate(kept) if row.id == "total_handled")
    return (*kept[:place], OTHER_ALL, *kept[place:])


def _section(section: Section) -> Section:
    return section._replace(table="l2") if section.table == "t2" else section


F2019 = Form(
    id="F2019",
    basis="国办公开办函〔2019〕60号",
    sections=tuple(map(_section, F2021.sections)),
    tables=(
        table_2("l2", _BLOCKS, {_DELTA: CellKind.CHANGE, _AMOUNT: CellKind.MONEY}),
        table_3(_request_rows()),
        F2021.table("t4"),
    ),
)
