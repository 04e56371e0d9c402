"""Time of all rules after one keystroke, without a window: `python -m tests.bench.rules`.

The report is the largest kind: tables full of numbers, last year beside them, a text of 10,000 characters.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.report import Report
from tests.bench.table import say
from tests.examples import column, filled

LENGTH = 10_000
CELL = CellId("t3.granted.natural")
LEVEL_CELL = CellId("t2.penalties.decisions")
"""Stands in no sum: the tables stay in balance."""

FIGURES = (
    "（二）依申请公开。2024年，全县新收政府信息公开申请920件，上年结转40件，办结900件，结转下年度继续办理60件，办结率93.8%。",
    "因政府信息公开工作被申请行政复议10件，其中维持4件、纠正3件、其他结果2件、尚未审结1件。",
    "全年制发行政规范性文件3件，废止1件，现行有效12件。",
)
PROSE = (
    "（一）主动公开。坚持以公开为常态、不公开为例外，及时发布{0}政策文件和解读，全年公开{0}信息3120条，召开新闻发布会12场。"
    "聚焦{0}群众关切，优化栏目设置，规范公开流程，落实先审后发，确保发布内容准确、要素齐全、格式规范、便于查找。"
    "强化{0}协同配合，完善会商机制，对重点领域信息逐项梳理，明确责任单位和完成时限，定期通报进展，推动各项任务落实落细。"
)
OTHERS = {"preamble": "重点", "s5": "基层", "s6": "年度"}
MATTERS = [
    field + work
    for field in ("就业", "教育", "医疗", "养老", "住房", "交通", "水利", "环保")
    for work in ("服务", "补助", "监管", "规划", "项目", "采购", "执法", "救助")
]
"""What each paragraph is about: no sentence stands twice in a text that somebody wrote."""


def text(matters: Sequence[str], figures: Sequence[str] = FIGURES, *, broken: bool = True) -> str:
    """Return a text about these matters, in paragraphs as offices write them or in a single one."""
    return ("\n" if broken else "").join([*figures, *map(PROSE.format, matters)])[:LENGTH]


def full_report(*, broken: bool = True) -> Report:
    """Return a balanced report with long texts that agree with its tables, and a last year told half in its words."""
    numbers = column("natural", new=920, carried_in=40, granted=900, forward=60)
    numbers |= {"t4.review.upheld": 4, "t4.review.corrected": 3, "t4.review.other": 2, "t4.review.pending": 1}
    numbers |= {f"t2.normative_docs.{kind}": n for kind, n in (("issued", 3), ("repealed", 1), ("in_force", 12))}
    texts = {key: text([f"{word}{each}" for each in MATTERS[:6]], ()) for key, word in OTHERS.items()}
    report = replace(filled(numbers), texts=texts | {"s1": text(MATTERS, broken=broken)})
    other = [*MATTERS[:32], *(f"{matter}等重点民生领域有关单位" for matter in MATTERS[32:])]
    before = texts | {"s1": text(other, broken=broken).replace("2024", "2023")}
    return edits.attach_last_year(report, replace(filled(numbers), year=2023, texts=before))


def in_a_cell(report: Report) -> Iterator[Report]:
    for number in range(1000):
        yield edits.set_cell(report, LEVEL_CELL, f"{900 + number}")


def out_of_balance(report: Report) -> Iterator[Report]:
    for number in range(1, 1000):
        yield edits.set_cell(report, CELL, f"{900 + number}")


def in_the_text(report: Report) -> Iterator[Report]:
    before = report.text("s1")
    for number in range(1000):
        middle = len(before) // 2 + number
        yield edits.set_text(report, "s1", before[:middle] + f"{number}" + before[middle:])


def timed(strokes: Iterator[Report], times: int) -> list[float]:
    """Return the milliseconds of all rules after each keystroke."""
    took = []
    for _ in range(times):
        report = next(strokes)
        before = time.perf_counter()
        catalogue.run(report, typing=True)
        took.append((time.perf_counter() - before) * 1000)
    return took


def main(times: int = 60) -> None:
    cases: tuple[tuple[str, bool, Callable[[Report], Iterator[Report]]], ...] = (
        ("one keystroke in a cell", True, in_a_cell),
        ("the same with a column out of balance", True, out_of_balance),
        ("one keystroke in a text of 10,000 characters", True, in_the_text),
        ("the same in a text of a single paragraph", False, in_the_text),
    )
    gc.disable()  # a collection in between would be counted to whoever is at work
    for name, broken, strokes in cases:
        report = full_report(broken=broken)
        catalogue.run(report, typing=True)
        took = sorted(timed(strokes(report), times))
        say(f"{name}: median {median(took):.2f} ms, 95 % {took[int(len(took) * 0.95)]:.2f} ms, worst {took[-1]:.2f} ms")
    say(slowest())
    gc.enable()


def slowest() -> str:
    """Return the five rules that take longest after a keystroke in the text."""
    report = full_report()
    took: dict[str, float] = {}
    for rule in catalogue.RULES:
        list(rule.judge(report))
        before = time.perf_counter()
        for changed, _ in zip(in_the_text(report), range(5), strict=False):
            list(rule.judge(changed))
        took[rule.code] = (time.perf_counter() - before) * 200
    worst = sorted(took.items(), key=lambda each: -each[1])[:5]
    return "slowest rules alone: " + ", ".join(f"{code} {each:.2f} ms" for code, each in worst)


if __name__ == "__main__":
    main()
