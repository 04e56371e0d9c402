"""Format F2021: 国办公开办函〔2021〕30号, in force for the reports of 2021 and later (domain.md B).

Labels are reproduced character by character; all brackets and quotation marks are full-width.
"""

from collections.abc import Iterator

from core.cells import CellId, CellKind
from core.form.disclosures import Block, table_2
from core.form.layout import Cell, Column, Equation, Form, Label, Role, Row, Section, SectionKind, Slot, Span, Table
from core.form.requests import table_3

# ---------------------------------------------------------------- table 2: 10 values, 14 x 4 grid

_ISSUED = Column("issued", "本年制发件数", ("本年制发数", "本年制发件", "制发件数"))
_REPEALED = Column("repealed", "本年废止件数", ("本年废止数", "本年废止件", "废止件数"))
_IN_FORCE = Column("in_force", "现行有效件数", ("现行有效件", "现行有效数"))
_DECISIONS = Column("decisions", "本年处理决定数量", ("处理决定数量",))
_AMOUNT = Column("amount_wan", "本年收费金额（单位：万元）", ("本年收费金额", "收费金额（单位：万元）"))

_BLOCKS: tuple[Block, ...] = (
    (
        "第二十条第（一）项",
        (_ISSUED, _REPEALED, _IN_FORCE),
        (
            Row("regulations", "规章", "规章"),
            Row("normative_docs", "行政规范性文件", "行政规范性文件", aliases=("规范性文件",)),
        ),
    ),
    ("第二十条第（五）项", (_DECISIONS,), (Row("licensing", "行政许可", "行政许可"),)),
    (
        "第二十条第（六）项",
        (_DECISIONS,),
        (Row("penalties", "行政处罚", "行政处罚"), Row("coercion", "行政强制", "行政强制")),
    ),
    (
        "第二十条第（八）项",
        (_AMOUNT,),
        (Row("admin_fees", "行政事业性收费", "行政事业性收费", aliases=("行政事业型收费",)),),
    ),
)

# ---------------------------------------------------------------- table 3: 25 x 7 values, 28 x 10 grid

_DENIED = "（三）不予公开"
_UNABLE = "（四）无法提供"
_REJECTED = "（五）不予处理"
_OTHER = "（六）其他处理"

REQUEST_ROWS = (
    Row("new_requests", "一、本年新收政府信息公开申请数量", "一", aliases=("本年新收政府信息公开申请",)),
    Row("carried_in", "二、上年结转政府信息公开申请数量", "二", aliases=("上年结转政府信息公开申请",)),
    Row("granted", "（一）予以公开", "三(一)"),
    Row(
        "partial",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "三(二)",
        aliases=("（二）部分公开", "（二）部分公开（区分处理的，只计这一情形）"),
    ),
    Row("denied_state_secret", "1.属于国家秘密", "三(三)1", _DENIED),
    Row(
        "denied_law_forbidden",
        "2.其他法律行政法规禁止公开",
        "三(三)2",
        _DENIED,
        ("2.其他法律、行政法规禁止公开", "2.法律行政法规禁止公开"),
    ),
    Row(
        "denied_safety_stability",
        "3.危及“三安全一稳定”",
        "三(三)3",
        _DENIED,
        ("3.危及“三安一稳”", "3.危及三安全一稳定"),
    ),
    Row("denied_third_party", "4.保护第三方合法权益", "三(三)4", _DENIED),
    Row("denied_internal_affairs", "5.属于三类内部事务信息", "三(三)5", _DENIED),
    Row("denied_process_info", "6.属于四类过程性信息", "三(三)6", _DENIED),
    Row("denied_enforcement_file", "7.属于行政执法案卷", "三(三)7", _DENIED),
    Row("denied_admin_query", "8.属于行政查询事项", "三(三)8", _DENIED),
    Row("unable_not_held", "1.本机关不掌握相关政府信息", "三(四)1", _UNABLE),
    Row("unable_needs_creation", "2.没有现成信息需要另行制作", "三(四)2", _UNABLE),
    Row("unable_unclear", "3.补正后申请内容仍不明确", "三(四)3", _UNABLE),
    Row("rejected_petition", "1.信访举报投诉类申请", "三(五)1", _REJECTED),
    Row("rejected_duplicate", "2.重复申请", "三(五)2", _REJECTED),
    Row("rejected_publication", "3.要求提供公开出版物", "三(五)3", _REJECTED),
    Row("rejected_excessive", "4.无正当理由大量反复申请", "三(五)4", _REJECTED),
    Row(
        "rejected_reconfirm",
        "5.要求行政机关确认或重新出具已获取信息",
        "三(五)5",
        _REJECTED,
        ("5.要求行政机关确认或重新出具已经获取信息",),
    ),
    Row(
        "other_no_correction",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "三(六)1",
        _OTHER,
        ("1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",),
    ),
    Row(
        "other_unpaid_fee",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "三(六)2",
        _OTHER,
        ("2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请",),
    ),
    Row("other_misc", "3.其他", "三(六)3", _OTHER),
    Row("total_handled", "（七）总计", "三(七)", aliases=("（七）合计",)),
    Row("carried_forward", "四、结转下年度继续办理", "四", aliases=("四、结转下年继续办理",)),
)


# ---------------------------------------------------------------- table 4: 15 values, 4 x 15 grid

_OUTCOMES = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other", "其他结果"),
    Column("pending", "尚未审结"),
    Column("total", "总计", ("合计",)),
)
_GROUPS = (
    Row("review", "行政复议", "行政复议"),
    Row("lawsuit_direct", "未经复议直接起诉", "未经复议直接起诉", "行政诉讼"),
    Row("lawsuit_after_review", "复议后起诉", "复议后起诉", "行政诉讼"),
)


def _t4_labels() -> Iterator[Label]:
    yield Label(Span(0, 0, 1, 5), "行政复议", Role.HEAD)
    yield Label(Span(0, 5, 1, 10), "行政诉讼", Role.HEAD)
    for i, column in enumerate(_OUTCOMES):
        yield Label(Span(1, i, 2), column.label, Role.HEAD)
    for start, group in ((5, _GROUPS[1]), (10, _GROUPS[2])):
        yield Label(Span(1, start, 1, 5), group.label, Role.HEAD)
        for i, column in enumerate(_OUTCOMES):
            yield Label(Span(2, start + i), column.label, Role.HEAD)


def _t4(group: Row, column: Column) -> CellId:
    return CellId(f"t4.{group.id}.{column.id}")


def _table_4() -> Table:
    cells = tuple(
        Cell(_t4(group, column), "t4", group, column, computed=column.id == "total")
        for group in _GROUPS
        for column in _OUTCOMES
    )
    slots = tuple(Slot(Span(3, i), cell.id) for i, cell in enumerate(cells))
    equations = tuple(
        Equation("A04", "t4", group.label, tuple(_t4(group, c) for c in _OUTCOMES[:4]), (total,), fills=total)
        for group in _GROUPS
        for total in (_t4(group, _OUTCOMES[4]),)
    )
    return Table("t4", "s4", "表四", cells, tuple(_t4_labels()), slots, (1,) * 15, 3, equations)


# ---------------------------------------------------------------- the form

_PROSE, _TABLE = SectionKind.PROSE, SectionKind.TABLE

F2021 = Form(
    id="F2021",
    basis="国办公开办函〔2021〕30号",
    sections=(
        Section("s1", "一、总体情况", _PROSE, aliases=("政务公开总体情况", "概述", "工作基本情况")),
        Section(
            "s2", "二、主动公开政府信息情况", _TABLE, "t2", ("行政机关主动公开政府信息情况", "主动公开政府政府情况")
        ),
        Section("s3", "三、收到和处理政府信息公开申请情况", _TABLE, "t3", ("行政机关收到和处理政府信息公开申请情况",)),
        Section(
            "s4",
            "四、政府信息公开行政复议、行政诉讼情况",
            _TABLE,
            "t4",
            (
                "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
                "政府信息公开行政复议和行政诉讼情况",
                "政府信息公开行政复议及行政诉讼情况",
            ),
        ),
        Section(
            "s5",
            "五、存在的主要问题及改进情况",
            _PROSE,
            aliases=("政府信息公开工作存在的主要问题及改进情况", "存在问题及改进情况", "存在的问题及改进情况"),
        ),
        Section("s6", "六、其他需要报告的事项", _PROSE, aliases=("其他报告的事项", "其他需要报告事项")),
    ),
    tables=(table_2("t2", _BLOCKS, {_AMOUNT: CellKind.MONEY_WAN}), table_3(REQUEST_ROWS), _table_4()),
)
