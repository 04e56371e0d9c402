"""Golden words of family N: prose against the tables."""

from tests.core.checks.example import Example, written
from tests.examples import column

REQUESTS = column("natural", new=12, carried_in=2, granted=11, forward=3)
"""Received 12, with those carried in 14, closed 11, carried forward 3."""

APPEALS: dict[str, str | int] = {
    "t4.review.upheld": 4,
    "t4.review.pending": 1,
    "t4.lawsuit_direct.upheld": 2,
    "t4.lawsuit_after_review.corrected": 1,
}

EXAMPLES = (
    Example(
        "N01",
        written("全年新收政府信息公开申请21件。", REQUESTS),
        "文中写“新收政府信息公开申请21件”，表三“本年新收”是 12，相差 9，请核对。",
    ),
    Example(
        "N01",
        written("依申请公开情况。全年共收到政府信息公开申请二十一件。", REQUESTS),
        "文中写“收到政府信息公开申请二十一件”（即 21），表三“本年新收”是 12，“新收加上年结转”是 14，都对不上，请核对。",
    ),
    Example(
        "N02",
        written("本年度未收到政府信息公开申请。", REQUESTS),
        "文中写“未收到政府信息公开申请”，表三“本年新收”是 12，请核对。",
    ),
    Example(
        "N03",
        written("全年共办理政府信息公开申请16件。", REQUESTS),
        "文中写“办理政府信息公开申请16件”，表三“新收加上年结转”是 14，“（七）总计”是 11，"
        "“本年新收”是 12，都对不上，请核对。",
    ),
    Example(
        "N04",
        written("收到政府信息公开申请12件，办结13件。", REQUESTS),
        "文中写“办结13件”，表三“（七）总计”是 11，“（七）总计减上年结转”是 9，都对不上，请核对。",
    ),
    Example(
        "N05",
        written("收到政府信息公开申请12件，均已办结。", REQUESTS),
        "文中说申请“均已办结”，但表三还有 3 件结转下年度，请核对。",
    ),
    Example(
        "N06",
        written("新收政府信息公开申请12件，上年结转3件。", REQUESTS),
        "文中写“上年结转3件”，表三“上年结转”是 2，相差 1，请核对。",
    ),
    Example(
        "N07",
        written("新收政府信息公开申请12件，结转下年度继续办理2件。", REQUESTS),
        "文中写“结转下年度继续办理2件”，表三“结转下年度继续办理”是 3，相差 1，请核对。",
    ),
    Example(
        "N08",
        written("办结政府信息公开申请11件，其中予以公开9件。", REQUESTS),
        "文中写“予以公开9件”，表三“予以公开”是 11，相差 2，请核对。",
    ),
    Example(
        "N09",
        written("新收政府信息公开申请12件，其中自然人申请10件。", REQUESTS),
        "文中写“自然人申请10件”，表三“新收的自然人”是 12，“新收加上年结转的自然人”是 14，都对不上，请核对。",
    ),
    Example(
        "N10",
        written("因政府信息公开工作被申请行政复议6件。", APPEALS),
        "文中写“行政复议6件”，表四“行政复议总计”是 5，相差 1，请核对。",
    ),
    Example(
        "N11",
        written("因政府信息公开工作引发行政诉讼4件。", APPEALS),
        "文中写“行政诉讼4件”，表四“行政诉讼两项总计之和”是 3，相差 1，请核对。",
    ),
    Example(
        "N12",
        written("因政府信息公开工作被申请行政复议5件，其中维持3件。", APPEALS),
        "文中写“维持3件”，表四“结果维持”是 4，相差 1，请核对。",
    ),
    Example(
        "N13",
        written("未发生因政府信息公开引起的行政复议。", APPEALS),
        "文中写“未发生因政府信息公开引起的行政复议”，表四“行政复议总计”是 5，请核对。",
    ),
    Example(
        "N15",
        written("全年制发行政规范性文件4件。", {"t2.normative_docs.issued": 3, "t2.normative_docs.in_force": 9}),
        "文中写“制发行政规范性文件4件”，表二“行政规范性文件本年制发件数”是 3，相差 1，请核对。",
    ),
    Example(
        "N16",
        written("全年制定规章2件。", {"t2.regulations.issued": 1, "t2.regulations.in_force": 6}),
        "文中写“制定规章2件”，表二“规章本年制发件数”是 1，相差 1，请核对。",
    ),
    Example(
        "N17",
        written("全年作出行政处罚决定23件。", {"t2.penalties.decisions": 32}),
        "文中写“行政处罚决定23件”，表二“行政处罚本年处理决定数量”是 32，相差 9，如说的不是同一件事可忽略。",
    ),
    Example(
        "N26",
        written("政府信息公开申请不予公开3件，其中过程性信息2件。", {"t3.denied_process_info.natural": 3}),
        "文中写“过程性信息2件”，表三“属于四类过程性信息”是 3，相差 1，请核对。",
    ),
    Example(
        "N27",
        written("办结政府信息公开申请11件，其中予以公开11件，占87%。", REQUESTS),
        "文中写“予以公开11件，占87%”，按表三和前后文的件数都算不出 87%，请核对。",
    ),
    Example(
        "N28",
        written("主动公开信息230条，较上年增加30条，增长18%。"),
        "“增长18%”与前面的件数不符，应为 15%，请核对。",
    ),
    Example(
        "N29",
        written("办结政府信息公开申请11件，均不予公开。", REQUESTS),
        "文中说申请均“不予公开”，但表三“不予公开”是 0，请核对。",
    ),
)
