"""For each rule the smallest report that breaks it, and the words that the clerk then reads.

This is the catalogue of what the program says; test_catalogue.py fails for a rule without an example here.
"""

from dataclasses import replace

from core import edits
from core.report import OrgType, Report
from tests.core.checks import golden_narrative, golden_structure, golden_sums, golden_tables
from tests.core.checks.example import Example, after
from tests.examples import as_imported, column, filled

ONE_FORWARD = filled(column("natural", new=3, granted=2, forward=1))
BALANCED = filled(
    column("natural", new=10, granted=10)
    | column("business", new=4, granted=3, forward=1)
    | {"t3.partial.natural": 3, "t3.new_requests.natural": 13}
)

EXAMPLES = (
    Example(
        "C01",
        filled({"t2.regulations.issued": ""}),
        "【表二】“规章—本年制发件数”没有填写。没有发生的请填 0，不要留空。",
    ),
    Example(
        "C01",
        edits.fill_rest(edits.fill_rest(Report(), "t2"), "t3"),
        "【表四】还没有填写。没有发生的请填 0，不要留空。",
    ),
    Example(
        "C02",
        filled({"t2.regulations.in_force": "／"}),
        "“规章—现行有效件数”写的是“／”。表格应填数字，没有发生请填 0。",
    ),
    Example(
        "C03",
        filled({"t3.granted.natural": -2, "t3.carried_forward.natural": 2}),
        "“（一）予以公开—自然人”为负数 -2，件数不能小于 0。",
    ),
    Example("C04", filled({"t4.review.upheld": "3.5"}), "“行政复议—结果维持”应为整数，现为 3.5。"),
    Example(
        "C05",
        filled({"t2.coercion.decisions": "4 4 -"}),
        "“行政强制—本年处理决定数量”内容“4 4 -”不是数字，请改为纯数字（不带单位）。",
    ),
    Example(
        "C06",
        filled({"t2.admin_fees.amount_wan": "184719元"}),
        "“行政事业性收费”应为非负金额，单位是万元，现为“184719元”。请改为纯数字。",
    ),
    Example(
        "C06",
        filled({"t2.admin_fees.amount_wan": "-1.5"}),
        "“行政事业性收费”应为非负金额，单位是万元，现为“-1.5”。请改为纯数字。",
    ),
    Example(
        "C06",
        filled({"t2.admin_fees.amount_wan": "0.1234567"}),
        "“行政事业性收费”有 7 位小数，单位是万元，请核对金额。",
    ),
    Example(
        "C07",
        replace(filled({"t2.admin_fees.amount_wan": "39400"}), org_type=OrgType.DEPARTMENT),
        "“行政事业性收费”填了 39400 万元（约 3.94 亿元），是不是把“元”当成了“万元”？",
    ),
    Example(
        "C07",
        after(filled({"t2.admin_fees.amount_wan": "2"}), filled({"t2.admin_fees.amount_wan": "2000"})),
        "“行政事业性收费”填了 2000 万元（约 0.2 亿元），是不是把“元”当成了“万元”？",
    ),
    Example(
        "C08",
        filled({"t2.licensing.decisions": "１，２３４件"}),
        "“行政许可—本年处理决定数量”：已把“１，２３４件”识别为 1234，请核对。",
    ),
    Example(
        "C09",
        filled({"t2.licensing.decisions": "02"}),
        "“行政许可—本年处理决定数量”写成“02”，已按 2 处理。",
    ),
    Example(
        "A01",
        filled(
            column("legal_service", new=1, granted=1),
            printed={"t3.granted.total": 0},
        ),
        "【表三】“（一）予以公开”一行：自然人 + 五类组织 = 1，但“总计”写的是 0，相差 1。",
    ),
    Example(
        "A02",
        filled(column("natural", new=8, granted=8), printed={"t3.total_handled.natural": 6}),
        "【表三】“自然人”一列：（一）至（六）各项相加是 8，但“（七）总计”写的是 6，相差 2。",
    ),
    Example(
        "A03",
        filled(column("natural", new=78, carried_in=3, granted=75, forward=4)),
        "【表三】“自然人”一列不平衡：新收 78 + 上年结转 3 = 81；办理结果总计 75 + 结转下年度 4 = 79。"
        "两边应相等，差 2 件。",
    ),
    Example(
        "A04",
        filled({"t4.review.upheld": 2, "t4.review.pending": 1}, printed={"t4.review.total": 2}),
        "【表四】“行政复议”：维持 + 纠正 + 其他 + 尚未审结 = 3，但“总计”写的是 2，相差 1。",
    ),
    Example(
        "A05",
        edits.set_cell(as_imported(BALANCED), next(c for c in BALANCED.typed if c == "t3.granted.natural"), "1"),
        "最可能出错的格子：“（一）予以公开—自然人”。如果把它从 1 改为 10，横向、纵向就都对上了。",
    ),
    Example(
        "A06",
        filled(column("natural", new=63, granted=30, forward=6)),
        "可能是数字颠倒：“一、本年新收政府信息公开申请数量—自然人”63 是否应为 36？",
    ),
    Example(
        "A07",
        filled(
            column("natural", new=3, granted=1)
            | column("business", new=2, granted=1)
            | {"t3.partial.business": 2, "t3.partial.research": 1}
        ),
        "“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”一行的数字可能整体错了一列，请对照原表核对。",
    ),
    Example(
        "A08",
        filled(column("natural", new=2, carried_in=1)),
        "【表三】“自然人”新收 2 件、上年结转 1 件，但没有填办理结果，也没有结转下年度。",
    ),
    Example(
        "A09",
        filled({"t2.normative_docs.issued": 5, "t2.normative_docs.in_force": 3}),
        "“行政规范性文件”本年制发 5 件，但现行有效 3 件 + 本年废止 0 件还不到 5 件，请核对。",
    ),
    Example(
        "A10",
        after(
            filled({"t2.regulations.in_force": 3}),
            filled({"t2.regulations.issued": 2, "t2.regulations.repealed": 9}),
        ),
        "“规章”废止数 9 超过了可废止的总数 5（去年现行有效 + 今年制发）。",
    ),
    Example(
        "Y01",
        after(ONE_FORWARD, filled(column("natural", carried_in=3, granted=3))),
        "今年“上年结转”总计 3 件，去年“结转下年度”总计 1 件，两数应相等，差 2 件。",
    ),
    Example(
        "Y02",
        after(
            filled({"t2.normative_docs.in_force": 20}),
            filled({"t2.normative_docs.issued": 6, "t2.normative_docs.repealed": 4, "t2.normative_docs.in_force": 20}),
        ),
        "“行政规范性文件”现行有效件数：去年 20 + 今年制发 6 − 今年废止 4 = 22，但填的是 20，差 2。",
    ),
    Example(
        "Y03",
        after(
            filled(column("natural", new=2, granted=1, forward=1) | column("business", new=1, granted=1)),
            filled(column("natural", carried_in=3, granted=3)),
        ),
        "“自然人”：今年上年结转 3，去年结转下年度 1，差 2 件。请核对。",
    ),
    *golden_narrative.EXAMPLES,
    *golden_sums.EXAMPLES,
    *golden_structure.EXAMPLES,
    *golden_tables.EXAMPLES,
)
