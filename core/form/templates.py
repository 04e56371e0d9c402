"""Sentences that most reports need, with the numbers of the tables by name (domain.md H.2).

`{新收总计}` becomes a live reference, `[年]` and `[我局]` are filled in when the sentence is taken, and what only the
clerk knows is left as `＿＿`. Section five has none: problems and improvements in borrowed words are what the notice
forbids (内容雷同).
"""

from dataclasses import dataclass

BLANK = "＿＿"
"""What the clerk fills in by hand; rule S16 finds what is left of it."""


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence. It is offered unless the tables speak against it.

    `some` are numbers of which at least one must be more than nought, `none` numbers that must all be nought; a number
    that is not filled in yet speaks against nothing.
    """

    title: str
    sections: tuple[str, ...]
    words: str
    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


_REQUESTS = ("新收总计", "上年结转")
_DOCUMENTS = ("规范性文件制发", "规范性文件废止", "规范性文件有效")
_RULES = ("规章制发", "规章废止", "规章有效")
_DECISIONS = ("行政许可", "行政处罚", "行政强制")
_DISPUTES = ("复议总计", "诉讼总计")

TEMPLATES = (
    Template(
        "编制依据",
        ("preamble",),
        "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发"
        "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。",
    ),
    Template("统计期限", ("preamble",), "本报告统计数据的期限自[年]年1月1日起至[年]年12月31日止。"),
    Template(
        "查阅与联系方式",
        ("preamble",),
        f"本报告电子版可在{BLANK}查阅。如有疑问，请与{BLANK}联系（地址：{BLANK}，电话：{BLANK}）。",
    ),
    Template(
        "申请的收到和办理",
        ("s1", "s3"),
        "[年]年，[我局]共收到政府信息公开申请{新收总计}件，上年结转{上年结转}件；"
        "本年度办结{办结总计}件，结转下年度继续办理{结转下年}件。",
        some=_REQUESTS,
    ),
    Template("没有收到申请", ("s1", "s3"), "[年]年，[我局]未收到政府信息公开申请，无上年结转申请。", none=_REQUESTS),
    Template(
        "申请的办理结果",
        ("s1", "s3"),
        "办理结果中，予以公开{予以公开}件，部分公开{部分公开}件，不予公开{不予公开}件，无法提供{无法提供}件，"
        "不予处理{不予处理}件，其他处理{其他处理}件。",
        some=("办结总计",),
    ),
    Template(
        "申请人的类型",
        ("s1", "s3"),
        "本年新收的政府信息公开申请中，自然人申请{新收自然人}件，法人或其他组织申请{新收法人}件。",
        some=("新收总计",),
    ),
    Template(
        "行政规范性文件",
        ("s1", "s2"),
        "本年制发行政规范性文件{规范性文件制发}件，废止{规范性文件废止}件，现行有效{规范性文件有效}件。",
        some=_DOCUMENTS,
    ),
    Template("没有制发规范性文件", ("s1", "s2"), "本年未制发行政规范性文件。", none=("规范性文件制发",)),
    Template("规章", ("s1", "s2"), "本年制发规章{规章制发}件，废止{规章废止}件，现行有效{规章有效}件。", some=_RULES),
    Template(
        "许可、处罚和强制",
        ("s1", "s2"),
        "本年作出行政许可决定{行政许可}件，行政处罚决定{行政处罚}件，行政强制决定{行政强制}件。",
        some=_DECISIONS,
    ),
    Template(
        "复议和诉讼",
        ("s1", "s4"),
        "[年]年，因政府信息公开工作被申请行政复议{复议总计}件，被提起行政诉讼{诉讼总计}件。",
        some=_DISPUTES,
    ),
    Template(
        "没有复议和诉讼",
        ("s1", "s4"),
        "[年]年，未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
        none=_DISPUTES,
    ),
    Template(
        "收取信息处理费",
        ("s6",),
        f"[年]年，依据《政府信息公开信息处理费管理办法》发出收费通知{BLANK}件，总金额{BLANK}元，实际收取{BLANK}元。",
        some=("行政事业性收费",),
    ),
    Template("没有收取信息处理费", ("s6",), "[年]年未收取信息处理费。"),
    Template("没有其他事项", ("s6",), "除上述情况外，无其他需要报告的事项。"),
)
