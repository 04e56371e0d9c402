"""Golden words of family S: sections, names, years, words and marks."""

from collections.abc import Mapping
from dataclasses import replace

from core import edits
from core.cells import CellId
from core.form import F2019, F2021
from core.report import OrgType, Report
from tests.core.checks.example import Example
from tests.examples import TEXTS, filled

HEADINGS: Mapping[str, str] = {"title": "青禾县林业局2024年政府信息公开工作年度报告"} | {
    section.id: section.heading for section in F2021.sections
}


def lawful(**texts: str) -> Report:
    """Return a lawful report with some of its texts replaced."""
    return replace(filled(), texts={**TEXTS, **texts})


def adding(sentence: str, key: str = "s1") -> Report:
    """Return a lawful report with one more paragraph."""
    return lawful(**{key: f"{TEXTS[key]}\n{sentence}"})


def imported(headings: Mapping[str, str] | None = None, **texts: str) -> Report:
    """Return a lawful report as a file would give it, with some of its headings replaced; "" takes one away."""
    printed = {key: words for key, words in {**HEADINGS, **(headings or {})}.items() if words}
    return replace(lawful(**texts), headings=printed)


EXAMPLES = (
    Example(
        "S01",
        replace(imported({"title": "青禾县林业局2023年政府信息公开工作年度报告"}), year=2023),
        "标题中的年份是 2023，本报告是 2024 年度，请改正。",
    ),
    Example("S01", imported({"title": ""}), "没有找到标题（年份和“政府信息公开工作年度报告”），请补上。"),
    Example(
        "S02",
        imported({"title": "青禾县林业局2024年政府信息公开年度报告"}),
        "标题建议用“2024年政府信息公开工作年度报告”，现为“青禾县林业局2024年政府信息公开年度报告”。",
    ),
    Example(
        "S03",
        lawful(signature="白石县林业局\n2025年1月20日"),
        "单位名称不一致：标题或封面“青禾县林业局”，落款“白石县林业局”。",
    ),
    Example(
        "S04",
        adding("白石县高度重视政府信息公开工作。"),
        "文中出现“白石县”，是否为套用其他单位稿件时漏改？",
    ),
    Example(
        "P02",
        lawful(signature="青禾县林业局\n2025年2月20日"),
        "日期“2025年2月20日”晚于法定期限（2025年1月31日），请核对。",
    ),
    Example(
        "P04",
        replace(lawful(), sign_off={"drafter": "方某", "leader": "石某"}),
        "审签单还缺：核稿人、分管领导。",
    ),
    Example(
        "P05",
        lawful(signature="青禾县林业局\n2024年1月20日"),
        "日期“2024年1月20日”早于统计期末（2024年12月31日），请核对年份。",
    ),
    Example("S05", adding("我镇及时更新栏目。"), "“我镇”与单位名称“青禾县林业局”不符，请核对。"),
    Example(
        "S06",
        lawful(preamble=TEXTS["preamble"].replace("12月31日", "12月30日")),
        "统计期限写成“2024年1月1日起至2024年12月30日”，应为2024年1月1日至2024年12月31日。",
    ),
    Example(
        "S07",
        lawful(preamble=TEXTS["preamble"].replace("公开办函〔2021〕30号", "发〔2021〕30号")),
        "依据文号应为“国办公开办函〔2021〕30号”，现为“国办发〔2021〕30号”，请核对。",
    ),
    Example(
        "S08",
        lawful(preamble=TEXTS["preamble"].replace("〔2021〕", "（2021）")),
        "“国办公开办函（2021）30号”写法不规范，应为“国办公开办函〔2021〕30号”。",
    ),
    Example("S09", lawful(preamble=""), "缺少前言（编制依据、统计期限）。请在“一、总体情况”前补写。"),
    Example(
        "S10",
        imported({"s4": ""}),
        "缺少标题“四、政府信息公开行政复议、行政诉讼情况”，请在原文补上；用本程序导出时会自动印出。",
    ),
    Example(
        "S11",
        imported({"s3": "四、收到和处理政府信息公开申请情况"}),
        "“收到和处理政府信息公开申请情况”的序号应为“三”，现为“四”。",
    ),
    Example(
        "S12",
        imported({"s5": "五、存在问题及改进情况"}),
        "标题建议改为国办统一表述“五、存在的主要问题及改进情况”，现为“五、存在问题及改进情况”。",
    ),
    Example(
        "S13",
        lawful(s1="2024年，我局主动公开各类信息，网站运行平稳，举办培训，完善目录。"),
        "总体情况中没有找到“依申请公开”的内容，请补写。",
    ),
    Example(
        "S14",
        replace(lawful(s1=TEXTS["s1"].replace("工作考核和社会评议", "检查")), org_type=OrgType.GOVERNMENT),
        "各级政府年报应写明工作考核、社会评议和责任追究结果，请补写。",
    ),
    Example("S15", lawful(s5=""), "第五部分没有内容。请补写“存在的主要问题及改进情况”。"),
    Example("S15", lawful(s5="无。"), "第五部分只写了“无。”，请如实写明存在的主要问题及改进情况。"),
    Example("S16", adding("建成XX个公开专区。"), "文中还留有模板提示文字“XX个”，请删除或补写。"),
    Example("S17", adding("加强数据 and 报表的公开。"), "文中夹有英文“and”，是否为误留？"),
    Example(
        "S18",
        adding("2023年，我局受理咨询电话40余次。"),
        "文中写“2023年”，年份是 2023，本报告年度为 2024，是否为上年稿件残留？",
    ),
    Example(
        "S19",
        adding("全年组织各科室和下属单位开展政府信息公开业务培\n训两次。"),
        "段落疑似被分页或粘贴打断：“…府信息公开业务培”“训两次。…”，建议合并。",
    ),
    Example("S20", adding("全年发布信息 ,及时回应关切."), "有 2 处半角标点或多余空格，可一键规范。"),
    Example("S21", adding("组织学习《信息公开手册，提高能力。"), "标点“《”不成对或重复，请改正。"),
    Example("S22", adding("公布财政资金资金使用情况。"), "“资金”重复，请删去一个。"),
    Example("S23", adding("一是完善制度；三是加强培训。"), "编号不连续：“一是”之后是“三是”。"),
    Example(
        "S24",
        replace(Report(F2019, "青禾县林业局", 2024), texts=TEXTS),
        "使用了 2019 年旧格式（“本年新制作数量”等），2021 年度起应使用国办公开办函〔2021〕30号格式。",
    ),
    Example(
        "S26",
        replace(imported(), typed={cell: one for cell, one in filled().typed.items() if not cell.startswith("t4.")}),
        "没有找到表四（“四、政府信息公开行政复议、行政诉讼情况”的表格），请对照原件补填。",
    ),
    Example("S27", adding("截止2024年底，栏目全部更新。"), "“截止”后面接日期时应为“截至”。"),
    Example("S29", adding("联系人手机13800000000。", "s6"), "文中可能含个人信息“13800000000”，公开前请核对。"),
    Example(
        "S30",
        lawful(preamble=TEXTS["preamble"] + "邮编：12345。"),
        "联系方式不完整：“邮编：12345”。",
    ),
    Example("S31", adding("认真布署年度工作。"), "疑似错别字“布署”，应为“部署”。"),
    Example(
        "S32",
        adding("学习贯彻党的二十届四中全会精神。"),
        "文中写“二十届四中全会”，一般见于2025 至 2026 年的年报，本报告年度为 2024，请核对。",
    ),
    Example(
        "S33",
        adding("共收到申请{新收总数}件。"),
        "文中的“{新收总数}”不是表格数字的名称，会照原样印出来。请改用“插入数字”选择，或删去括号。",
    ),
    Example(
        "S33",
        edits.clear(adding("制发行政规范性文件{t2.normative_docs.issued}件。"), [CellId("t2.normative_docs.issued")]),
        "文中引用的“表二·行政规范性文件·本年制发件数”还没有填，文中显示为“＿＿”。请填好表格，或改写这句话。",
    ),
)
