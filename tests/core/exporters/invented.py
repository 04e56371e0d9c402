"""A full report of an invented unit: every number different from every other, long texts, rare characters."""

from decimal import Decimal

import pytest

from core.cells import CellId, Entry, number
from core.errors import UserError
from core.exporters.fonts import choose
from core.form import F2021
from core.report import Report

RARE = "㙟䶮𬭎"
UNIT = "云岭省青禾市棠溪县数据资源与社会事务综合服务管理局"

_S1 = f"""2031年，我局推进政务公开（含县、乡、村三级），发布信息1,286条，办理时限由20个工作日压缩到11.5个，答复率100%。
（一）主动公开
通过 OpenData 平台（v2.5）开放数据集64个，格式有CSV、JSON和XLSX；其中《关于做好高温天气灌溉用水调度的通告》阅读量最高。
（二）依申请公开。收到申请后当日登记、3日内分办，申请人{RARE[0]}某、{RARE[1]}某、{RARE[2]}某的来信均在期限内答复。
（三）政府信息管理
对现行有效文件逐件标注“有效”“修改”“废止”，公布目录，便于查询。"""
_S5 = """一是个别股室发布不及时；二是解读形式单一，“一图读懂”比例只有37.5%。
下一步，将建立每周一查、每月一通报的机制，问题清单在10个工作日内销号。
"""
_S6 = "2031年发出收费通知2件，总金额1,600元，实际收取0.16万元。除此以外，没有其他需要报告的事项。"


def full_report() -> Report:
    """Return the report with all typed cells filled, no two alike, and all texts written."""
    typed: dict[CellId, Entry] = {}
    for i, cell in enumerate(cell for cell in F2021.cells.values() if not cell.computed):
        typed[cell.id] = number(101 + 7 * i)
    typed[CellId("t2.licensing.decisions")] = number(98765432)
    typed[CellId("t2.admin_fees.amount_wan")] = number(Decimal("72701.257801"))
    return Report(
        unit=UNIT,
        year=2031,
        typed=typed,
        texts={
            "preamble": "根据《中华人民共和国政府信息公开条例》编制本报告。数据期限自2031年1月1日至2031年12月31日。",
            "s1": _S1,
            "s3": "本年申请量较上年有所增加，情况如下表。",
            "s5": _S5,
            "s6": _S6,
            "signature": f"{UNIT}\n2032年1月20日",
        },
    )


def values(report: Report) -> list[str]:
    """Return the 200 values of a report as they are printed."""
    return [report.entry(cell).raw for cell in report.form.cells]


def _chinese_fonts() -> bool:
    try:
        choose()
    except UserError:
        return False
    return True


needs_chinese_font = pytest.mark.skipif(not _chinese_fonts(), reason="this machine has no Chinese font to embed")
