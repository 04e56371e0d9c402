"""Five reports of different kinds as PDF, and every page of them as a picture to be looked at.

`python -m tests.printed FOLDER [DPI]` writes 空白, 一般, 市级, 长文 and 生僻字 there, and each page as PNG.
"""

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2

from core.cells import CellId, Entry, State, number
from core.exporters.pdf import write
from core.form import F2021
from core.report import Final, Report
from tests.bench.table import say
from tests.core.exporters.invented import full_report

_WORK = (
    "全市各级行政机关坚持以公开为常态、不公开为例外，围绕群众关心的供水、供热、就学、就医等事项，主动公开政策文件及解读材料{}件，"
    "其中文字解读{}件、图表解读{}件；政务新媒体发布信息{}条，回应公众关切{}次，办结率达到{}%。"
)
_RARE = (
    "申请人㙟某、䶮某、𬭎某、堃某、犇某和镕某提出的申请均已答复；“〇”不写作“零”，"
    "§3、℃、№12、①至⑳、㎡、Ⅷ和 é、Ω 也都印得出来。"
)


def empty() -> Report:
    """Return a report that has nothing but the form."""
    return Report()


def typical() -> Report:
    """Return the report of a county's office, declared final."""
    typed = {cell.id: number(0) for cell in F2021.cells.values() if not cell.computed}
    some = {"t2.normative_docs.issued": 3, "t2.licensing.decisions": 412, "t2.penalties.decisions": 57}
    some |= {"t3.new_requests.natural": 18, "t3.new_requests.business": 4, "t3.granted.natural": 11}
    typed |= {CellId(cell): number(value) for cell, value in some.items()}
    texts = {
        "preamble": "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发"
        "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。"
        "所列数据的统计期限自2031年1月1日起至12月31日止。",
        "s1": "2031年，我局认真贯彻落实上级部署，推进决策、执行、管理、服务、结果公开。\n"
        "（一）主动公开。门户网站公开信息286条，其中部门文件3件、财政预决算2件。\n"
        "（二）依申请公开。收到申请22件，上年结转1件，均在20个工作日内答复，没有因答复不当被复议纠正的情形。\n"
        "（三）政府信息管理。对现行有效的规范性文件逐件核对，标注有效性。\n"
        "（四）平台建设。政府信息公开专栏改版，检索平均用时由3.2秒降到0.8秒。\n（五）监督保障。培训2次、96人次。",
        "s5": "一是解读形式单一；二是个别股室公开不及时。下一步，将丰富图解、短视频等形式，建立每月通报制度。",
        "s6": "2031年没有收取信息处理费。没有其他需要报告的事项。",
        "signature": "棠溪县水务局\n2032年1月20日",
    }
    report = Report(unit="棠溪县水务局", year=2031, typed=typed, texts=texts)
    return replace(report, final=Final("程远", "2032-01-20", "3F7K-9Q2M"))


def large() -> Report:
    """Return the report of a city: numbers of seven digits in every cell, totals of eight."""
    typed = {
        cell.id: number(1_234_567 + 98_765 * at % 8_000_000)
        for at, cell in enumerate(cell for cell in F2021.cells.values() if not cell.computed)
    }
    typed[CellId("t2.admin_fees.amount_wan")] = number(Decimal("12345678.654321"))
    section = "\n".join(f"（{number}）" + _WORK.format(*range(1200, 1205), 99.5) for number in "一二三")
    texts = {"s1": section, "s3": "数据包括各县（市、区）。", "s5": _WORK.format(*range(30, 35), 87.25)}
    return Report(unit="云岭省青禾市人民政府", year=2031, typed=typed, texts=texts)


def long() -> Report:
    """Return a report with pages of prose, a long title, words in cells and a signature that must not stand alone."""
    parts = "\n".join(
        f"（{at}）第{at}项工作\n" + _WORK.format(1286, 64, 9, 3120, 45, 100) * 4 for at in "一二三四五六七"
    )
    typed = {CellId("t3.granted.natural"): Entry("约十件（含上年结转，待核实）", State.TEXT)}
    return Report(
        unit="云岭省青禾市棠溪县数据资源与社会事务综合服务管理局",
        year=2031,
        typed=typed,
        texts={
            "preamble": _WORK.format(1, 2, 3, 4, 5, 6) * 3,
            "s1": parts,
            "s3": _WORK.format(11, 12, 13, 14, 15, 16) * 5,
            "s5": parts.replace("工作", "问题"),
            "s6": "网址 https://www.example.cn/zwgk/nianbao/2031/index-with-a-very-long-name.html?lang=zh-CN 可查。",
            "signature": "云岭省青禾市棠溪县数据资源与社会事务综合服务管理局\n2032年1月20日",
        },
    )


def rare() -> Report:
    """Return a report with rare characters in every text, one of which no font has."""
    report = full_report()
    texts = {key: f"{_RARE}{text}" for key, text in report.texts.items() if key != "signature"}
    return replace(report, unit="䶮㙟镇人民政府", texts={**texts, "s6": f"{_RARE}\U000e0fff末尾\U0010fff0字。"})


KINDS = {"空白": empty, "一般": typical, "市级": large, "长文": long, "生僻字": rare}


def main() -> None:
    """Write the reports and tell what a clerk would be told of each."""
    folder = Path(sys.argv[1])
    dpi = int(sys.argv[2]) if len(sys.argv) > 2 else 150
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in KINDS.items():
        data, notes = write(make())
        (folder / f"{name}.pdf").write_bytes(data)
        document = pypdfium2.PdfDocument(data)
        for at, page in enumerate(document, start=1):
            page.render(scale=dpi / 72).to_pil().save(folder / f"{name}-{at}.png")
        say(f"{name}: {len(document)} pages, {len(data) // 1000} KB")
        for note in notes:
            say(f"  {note}")
        document.close()


if __name__ == "__main__":
    main()
