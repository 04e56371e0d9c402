"""Family N, first part: numbers in the prose against the tables (domain.md D.5).

A number is called wrong only where the words plainly bind it and it fits none of the values that they may rightly mean.
About numbers (余、多、约), other years, plans, parts of the whole and what no table counts are never judged.
"""

from decimal import Decimal

from core.checks.counts import lawful
from core.checks.register import Judgement, check
from core.checks.spoken import judged
from core.finding import Finding, Severity
from core.form.layout import TEXTS
from core.report import Report
from core.sentences.quantities import APPLICANTS, REASONS, Quantity
from core.sentences.statements import Statement, all_closed

_OUTCOMES = frozenset({Quantity.UPHELD, Quantity.CORRECTED, Quantity.OTHER_RESULT, Quantity.PENDING})
_LAWSUITS = frozenset({Quantity.LAWSUIT, Quantity.LAWSUIT_DIRECT, Quantity.LAWSUIT_AFTER_REVIEW})
_RESULTS = frozenset(
    {Quantity.GRANTED, Quantity.PARTIAL, Quantity.DENIED, Quantity.UNABLE, Quantity.NOT_HELD, Quantity.REJECTED}
    | {Quantity.OTHER}
)
_DOCUMENTS = frozenset({Quantity.DOCUMENTS_ISSUED, Quantity.DOCUMENTS_REPEALED, Quantity.DOCUMENTS_IN_FORCE})
_RULES = frozenset({Quantity.RULES_ISSUED, Quantity.RULES_REPEALED, Quantity.RULES_IN_FORCE})


@check("N01", Severity.ERROR, "文中新收、收到的申请件数，应与表三本年新收相符")
def received_as_in_table_3(report: Report) -> Judgement:
    """domain.md N01: 收到、新收 N 件 is 本年新收, or 本年新收 and 上年结转 together.

    No lawful report breaks this: words and table count the same requests, and both ways of counting them pass.
    """
    yield from judged(report, "N01", frozenset({Quantity.NEW, Quantity.RECEIVED}), said=False)


@check("N02", Severity.ERROR, "文中写没有收到申请的，表三本年新收应为 0")
def none_received_means_none(report: Report) -> Judgement:
    """domain.md N02: 未收到申请 means that 本年新收 is 0.

    No lawful report breaks this: what was not received cannot be counted; 未收到 of a part (邮寄、更正) is not read so.
    """
    yield from judged(report, "N02", frozenset({Quantity.NEW}), said=True)


@check("N03", Severity.ERROR, "文中办理的申请件数，应与表三收到或办结的件数相符")
def handled_as_in_table_3(report: Report) -> Judgement:
    """domain.md N03: 收办、办理 N 件 is all that was there, what was closed, or what was new.

    No lawful report breaks this: all three ways of counting what was handled pass.
    """
    yield from judged(report, "N03", frozenset({Quantity.HANDLED}))


@check("N04", Severity.ERROR, "文中办结、答复的件数，应与表三“（七）总计”相符")
def closed_as_in_table_3(report: Report) -> Judgement:
    """domain.md N04: 办结、答复 N 件 is （七）总计, with or without what was carried in.

    No lawful report breaks this: what was closed is in （七）, on time or late, and both ways of counting it pass.
    """
    yield from judged(report, "N04", frozenset({Quantity.CLOSED}))


@check("N05", Severity.WARNING, "文中写全部办结的，表三结转下年度应为 0")
def all_closed_leaves_none_over(report: Report) -> Judgement:
    """domain.md N05: 全部办结 leaves nothing for 结转下年度; 按期 and 应办结 promise less."""
    over = lawful(report, Statement((Quantity.CARRIED_FORWARD,), Decimal(), 0, 0))
    if not over or not over[0].value:
        return
    for key in TEXTS:
        for one in all_closed(report.text(key)):
            excerpt = report.text(key)[one.start : one.end]
            words = f"文中说申请“{excerpt}”，但表三还有 {over[0].value:f} 件结转下年度，请核对。"
            yield Finding("N05", Severity.WARNING, words, over[0].cells, key, excerpt, start=one.start)


@check("N06", Severity.ERROR, "文中上年结转的件数，应与表三上年结转相符")
def carried_in_as_in_table_3(report: Report) -> Judgement:
    """domain.md N06: 上年结转 N 件 is 上年结转 of table 3.

    No lawful report breaks this: words and table name the same number, of the whole unit and of this year.
    """
    yield from judged(report, "N06", frozenset({Quantity.CARRIED_IN}))


@check("N07", Severity.ERROR, "文中结转下年度的件数，应与表三结转下年度相符")
def carried_forward_as_in_table_3(report: Report) -> Judgement:
    """domain.md N07: 结转下年度 N 件 is 结转下年度 of table 3.

    No lawful report breaks this: words and table name the same number, of the whole unit and of this year.
    """
    yield from judged(report, "N07", frozenset({Quantity.CARRIED_FORWARD}))


@check("N08", Severity.ERROR, "文中予以公开、不予公开等件数，应与表三办理结果相符")
def results_as_in_table_3(report: Report) -> Judgement:
    """domain.md N08: 予以公开、部分公开、不予公开 … N 件 are the results of table 3.

    No lawful report breaks this: each request has one result, and table 3 counts them all by the same names.
    """
    yield from judged(report, "N08", _RESULTS)


@check("N09", Severity.WARNING, "文中个人、法人的申请件数，应与表三相应各列相符")
def applicants_as_in_table_3(report: Report) -> Judgement:
    """domain.md N09: requests of natural and of legal persons are those columns of table 3."""
    yield from judged(report, "N09", APPLICANTS, Severity.WARNING)


@check("N10", Severity.ERROR, "文中行政复议的件数，应与表四行政复议总计相符")
def reviews_as_in_table_4(report: Report) -> Judgement:
    """domain.md N10: 行政复议 N 件 is the total of table 4.

    No lawful report breaks this: table 4 counts every review about 信息公开; where the words lack that, it is a hint.
    """
    yield from judged(report, "N10", frozenset({Quantity.REVIEW}), said=False)


@check("N11", Severity.ERROR, "文中行政诉讼的件数，应与表四两类诉讼相符")
def lawsuits_as_in_table_4(report: Report) -> Judgement:
    """domain.md N11: 行政诉讼 N 件 is the sum of both kinds in table 4, or one kind where the words name it.

    No lawful report breaks this: table 4 counts every lawsuit about 信息公开; where the words lack that, it is a hint.
    """
    yield from judged(report, "N11", _LAWSUITS, said=False)


@check("N12", Severity.ERROR, "文中维持、纠正等结果的件数，应与表四各格相符")
def outcomes_as_in_table_4(report: Report) -> Judgement:
    """domain.md N12: 维持、纠正、其他结果、尚未审结 N 件 are the cells of table 4.

    No lawful report breaks this: each case has one outcome; where the kind of case is open, any of its cells passes.
    """
    yield from judged(report, "N12", _OUTCOMES)


@check("N13", Severity.ERROR, "文中写没有复议、诉讼的，表四应为 0")
def no_appeals_means_none(report: Report) -> Judgement:
    """domain.md N13: 未发生行政复议、行政诉讼 means that their totals are 0.

    No lawful report breaks this: what did not happen cannot be counted; 没有被纠正 and the like are not read so.
    """
    yield from judged(report, "N13", _LAWSUITS | {Quantity.REVIEW}, said=True)


@check("N15", Severity.ERROR, "文中规范性文件的件数，应与表二相符")
def documents_as_in_table_2(report: Report) -> Judgement:
    """domain.md N15: 制发、废止、现行有效 of 行政规范性文件 are the cells of table 2.

    No lawful report breaks this: both count the documents of the unit; a clean-up (清理) or another organ gives a hint.
    """
    yield from judged(report, "N15", _DOCUMENTS)


@check("N16", Severity.WARNING, "文中规章的件数，应与表二相符")
def rules_as_in_table_2(report: Report) -> Judgement:
    """domain.md N16: 制发、废止、现行有效 of 规章 are the cells of table 2."""
    yield from judged(report, "N16", _RULES, Severity.WARNING)


@check("N17", Severity.HINT, "文中许可、处罚、强制的件数，应与表二相符")
def decisions_as_in_table_2(report: Report) -> Judgement:
    """domain.md N17: 行政许可、行政处罚、行政强制 N 件 may be the decisions of table 2, or items published."""
    kinds = frozenset({Quantity.LICENSING, Quantity.PENALTIES, Quantity.COERCION})
    yield from judged(report, "N17", kinds, Severity.HINT)


@check("N26", Severity.WARNING, "文中国家秘密、过程性信息等理由的件数，应与表三相应各行相符")
def reasons_as_in_table_3(report: Report) -> Judgement:
    """Common sense (domain.md N08): a reason in the words of table 3, among results, is that row; alone a hint."""
    yield from judged(report, "N26", REASONS, Severity.WARNING)
