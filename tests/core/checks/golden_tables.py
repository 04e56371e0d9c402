"""The golden texts of family X and of what last year's numbers and words tell."""

from core import edits
from core.report import Report
from tests.core.checks.example import Example, after, written
from tests.examples import column, filled

FEE = "全年收取信息处理费2230元。"
OTHER_MISC = {"t3.other_misc.natural": 40, "t3.rejected_reconfirm.natural": 4}
SENTENCES = (
    "一些科室对公开属性的把握还不够准确，审查的流程有待进一步规范。个别栏目更新不够及时，群众查找信息还不够方便。"
    "业务培训的针对性不强，新进人员对依申请办理的程序还不够熟悉。政策解读的形式比较单一，图表和视频解读的数量偏少。"
    "基层公开点的设备比较陈旧，部分村的公示栏没有做到定期更换。下一步将加强培训，完善审查制度，丰富解读形式，方便群众查阅。"
)


def _with_problems(text: str) -> Report:
    return edits.set_text(filled(), "s5", text)


EXAMPLES = (
    Example(
        "X01",
        written(FEE, {"t2.admin_fees.amount_wan": "0.1"}, "s6"),
        "文中写收取信息处理费 2230 元，但表二“行政事业性收费”只有 0.1 万元。"
        "信息处理费属于行政事业性收费，应包含在内，请核对。",
    ),
    Example(
        "X02",
        written("本年没有发出收费通知。", {"t3.other_unpaid_fee.natural": 2}, "s6"),
        "表三有 2 件“逾期未缴费不再处理”，说明发过收费通知，文中却写没有。请写明发出收费通知的件数和金额。",
    ),
    Example(
        "X03",
        written("本年发出信息处理费收费通知3份。", {"t3.other_unpaid_fee.natural": 5}, "s6"),
        "逾期未缴费 5 件，多于文中发出收费通知的 3 件，请核对。",
    ),
    Example(
        "X04",
        filled({"t2.regulations.in_force": 6}),
        "“规章”指国务院部门或省、设区的市（自治州）政府制定的规章，不是单位内部规章制度。本单位一般应为 0，请核对。",
    ),
    Example(
        "X05",
        filled(column("natural", carried_in=9, granted=4, forward=5)),
        "“自然人”上年结转 9 件，本年却只办结 4 件，说明有申请跨了一整年仍未办结"
        "（法定期限 20 个工作日，最多再延长 20 个），请核对。",
    ),
    Example(
        "X06",
        filled(column("natural", new=20, granted=10, forward=10)),
        "结转下年度 10 件，占全年新收的 50%，偏高。只有年底前收到、尚在办理期限内的申请才应结转。",
    ),
    Example(
        "X07",
        filled({"t4.review.upheld": 1}),
        "本年没有申请，但有行政复议或诉讼。若因以前年度申请引发，属正常，建议在文字中说明。",
    ),
    Example(
        "X08",
        after(filled(column("natural", new=2, granted=2)), filled({"t4.review.upheld": 7})),
        "行政复议 7 件多于两年办结的申请数 2 件，请核对口径。",
    ),
    Example(
        "X09",
        after(filled({"t4.review.upheld": 1}), filled({"t4.lawsuit_after_review.upheld": 4})),
        "“复议后起诉” 4 件多于两年的行政复议总数 1 件，请核对。",
    ),
    Example(
        "X10",
        after(filled({"t2.licensing.decisions": 812}), filled()),
        "去年“行政许可”为 812，今年为 0，请确认不是漏填。",
    ),
    Example(
        "X11",
        written(FEE, {"t2.admin_fees.amount_wan": "1"}, "s6"),
        "表三为 0，但文中写到收取信息处理费 2230 元，请核对。",
    ),
    Example(
        "Y04",
        after(filled({"t2.penalties.decisions": 12}), filled({"t2.penalties.decisions": 72})),
        "“行政处罚—本年处理决定数量”由去年 12 变为今年 72（6 倍），变化很大，请确认。",
    ),
    Example(
        "Y05",
        after(filled({"t4.review.pending": 3}), filled({"t4.review.upheld": 1})),
        "“行政复议”去年尚未审结 3 件，今年总计只有 1 件，去年未结的案件今年是否已计入？",
    ),
    Example(
        "Y06",
        after(
            filled(column("natural", new=8, granted=6) | {"t3.partial.natural": 2}),
            filled(column("natural", new=8, granted=6) | {"t3.partial.natural": 2}),
        ),
        "【表三】的非零数据与去年完全相同，是否误用了去年的表？",
    ),
    Example(
        "Y07",
        after(_with_problems(SENTENCES), _with_problems(SENTENCES)),
        "与去年年报文字重复率约 100%。考核中重复率超过 50% 可能扣分，建议改写与去年相同的句子。",
    ),
    Example(
        "Y09",
        after(_with_problems(SENTENCES), _with_problems(SENTENCES)),
        "第五部分写的问题与去年相同，请说明整改进展。",
    ),
    Example(
        "Y10",
        after(edits.set_unit(filled(), "青禾县农林局"), filled()),
        "单位名称与去年（青禾县农林局）不同，如有更名请确认。",
    ),
    Example(
        "Y11",
        after(
            filled({"t3.granted.natural": 90, "t3.partial.natural": 12, "t3.new_requests.natural": 102}),
            filled({"t3.granted.natural": 14, "t3.partial.natural": 85, "t3.new_requests.natural": 99}),
        ),
        "“予以公开”今年 14、去年 90，“部分公开（区分处理的，只计这一情形，不计其他情形）”今年 85、去年 12："
        "像是两行填反了，请对照台账核对。",
    ),
    Example(
        "Y12",
        after(
            filled({"t4.lawsuit_direct.upheld": 40, "t4.lawsuit_after_review.upheld": 11}),
            filled({"t4.lawsuit_direct.upheld": 9, "t4.lawsuit_after_review.upheld": 37}),
        ),
        "“未经复议直接起诉”今年 9、去年 40，“复议后起诉”今年 37、去年 11：像是两组填反了，请对照台账核对。",
    ),
    Example(
        "Y13",
        after(filled({"t2.licensing.decisions": 812}), filled({"t2.licensing.decisions": 7950})),
        "“行政许可—本年处理决定数量”今年 7950，约为去年 812 的十倍，是否多写了一个 0（或小数点错位）？请核对。",
    ),
    Example(
        "Y14",
        after(filled(column("natural", new=31, granted=31)), filled()),
        "【表三】今年全部是 0，去年“一、本年新收政府信息公开申请数量—自然人”有 31，"
        "请确认不是漏填；确实没有发生的，说明一下。",
    ),
)
