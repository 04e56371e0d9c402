"""Golden words of family N, second part: prose against itself, rates, sums and changes."""

from core import edits
from core.report import Report
from tests.core.checks.example import Example, after, written
from tests.examples import column

REQUESTS = column("natural", new=12, carried_in=2, granted=11, forward=3)
UNKNOWN = {**REQUESTS, "t3.carried_in.natural": ""}


def both(first: str, sixth: str) -> Report:
    """Return a report with two texts."""
    return edits.set_text(written(first, REQUESTS), "s6", sixth)


EXAMPLES = (
    Example(
        "N14",
        written("政府信息公开申请上年结转2件。依申请公开办结3件，上年结转1件。", UNKNOWN),
        "前后矛盾：一处写“上年结转2件”，另一处写“上年结转1件”，请核对后统一。",
    ),
    Example(
        "N18",
        written("发出收费通知2件，总金额500元，实际收取900元。", {"t2.admin_fees.amount_wan": "0.09"}, "s6"),
        "文中写“900元”，多于收费通知的金额（“总金额500元”），请核对。",
    ),
    Example(
        "N18",
        both("全年收取政府信息公开信息处理费180元。", "本年度未收取信息处理费。"),
        "信息处理费前后不一致：一处写“未收取信息处理费”，另一处写“180元”，请核对。",
    ),
    Example(
        "N19",
        both("全年工作有序。", "无其他需要报告的事项。"),
        "第六部分没有写收取信息处理费的情况。没有收取也应写一句“未收取信息处理费”。",
    ),
    Example(
        "N20",
        written("主动公开政府信息22条，其中政策类12条、动态类9条、其他4条。"),
        "分项相加是 25，与总数 22 不等，相差 3，请核对：“22条，其中政策类12条、动态类9条、其他4条”。",
    ),
    Example(
        "N20",
        written("主动公开政府信息22条（政策类12条、动态类9条、公告类2条）。"),
        "分项相加是 23，与总数 22 不等，相差 1，请核对：“22条（政策类12条、动态类9条、公告类2条）”。",
    ),
    Example("N21", written("政府信息公开申请办结率110%。"), "“办结率110%”超过了 100%，请核对。"),
    Example(
        "N22", written("政府信息公开申请办结率96%。", REQUESTS), "文中写“办结率96%”，按表三计算应为 78.57%，请核对。"
    ),
    Example(
        "N23",
        written("全年行政事业性收费36元。", {"t2.admin_fees.amount_wan": "36"}),
        "金额单位请核对：文中写“36元”，表二行政事业性收费是 36 万元。",
    ),
    Example(
        "N24",
        written(
            "新收政府信息公开申请78件，上年结转3件，办结75件，结转下年度3件。", {**REQUESTS, "t3.granted.natural": ""}
        ),
        "这句话里的数字不平衡：收到、上年结转 78 + 3 = 81，75 + 3 = 78（办结、结转下年），请核对。",
    ),
    Example(
        "N25",
        written("收到政府信息公开申请12件，办结政府信息公开申请11条。", REQUESTS),
        "同样说申请数量，前后用了“件”和“条”，建议统一为“件”。",
    ),
    Example(
        "Y08",
        after(written("", REQUESTS), written("新收政府信息公开申请12件，同比增长20%。", REQUESTS)),
        "文中写“同比增长20%”，按两年数据计算应为与上年持平，请核对。",
    ),
    Example(
        "Y08",
        after(
            written("", column("natural", new=10, granted=10)),
            written("新收政府信息公开申请12件，比上年增加3件。", REQUESTS),
        ),
        "文中写“比上年增加3件”，按两年数据计算应为增加 2 件，请核对。",
    ),
)
