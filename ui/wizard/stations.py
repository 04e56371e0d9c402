"""The way through the sample in six stations, as data: where each is, what is shown there, and what to try."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Station:
    """One station. `step` is turned to, `targets` (objectNames) are framed, `tab` is the page of the side panel."""

    title: str
    words: str
    step: str
    targets: tuple[str, ...]
    tab: int | None = None
    last_year: bool = False


STATIONS = (
    Station(
        "步骤",
        "左边八步，先做哪一步都行，随时可以回来。记号：✓ 完成，▲ 必须改，● 要改或者说明。",
        "cover",
        ("stepList",),
    ),
    Station(
        "填表",
        "点一格就打数字，回车到下一格；没有发生填 0。灰底的总计由程序算，不用填。",
        "s3",
        ("matrixT3",),
    ),
    Station(
        "勾稽",
        "表下面随时算两边平不平。改错一个数试试，再按 Ctrl+Z 撤销。",
        "s3",
        ("equationStrip",),
    ),
    Station(
        "检查",
        "要改和要说明的都列在右边。改错一个数，按 F8 就转过去；情况属实的，在列表下面写明原因。",
        "s3",
        ("findingsPanel",),
        tab=0,
    ),
    Station(
        "上年",
        "“上年值”在格内用小字显示上年的数，“上年”一页比较增减；这一格计什么，看“口径”（F1）。",
        "s3",
        ("lastYear", "findingsPanel"),
        tab=1,
        last_year=True,
    ),
    Station(
        "导出",
        "没有必须改的，就导出 Word、PDF 或 Excel。做自己的年报：菜单“文件—从上年报告开始”。",
        "finish",
        ("exportXlsx", "exportPdf", "exportDocx"),
        tab=0,
    ),
)
