"""What the written sections have to tell, as data (domain.md A.5, A.6): the sub-headings and contents of each.

Section one tells of five aspects of the work (国办公开办函〔2021〕30号); governments add 工作考核、社会评议 and
责任追究 (条例 art. 50); section five tells of problems and of what was done about them; section six of the fee.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Topic:
    """One content of a section.

    `heading` is its sub-heading as the notice words it, `titled` finds it among the words of a sub-heading, `told`
    finds words that tell of it anywhere. Where `within` names another topic, it is a paragraph there.
    """

    name: str
    heading: str
    titled: re.Pattern[str]
    told: re.Pattern[str]
    within: str = ""


def _topic(name: str, titled: str, told: str, heading: str = "", within: str = "") -> Topic:
    return Topic(name, heading or name, re.compile(titled), re.compile(told), within)


ASPECTS = (
    _topic("主动公开", "主动公开", r"主动公开|公开(?:各类|政府)?信息|发布"),
    _topic("依申请公开", "依?申请(?:公开)?", r"申请"),
    _topic("政府信息管理", "信息管理|管理", r"信息管理|规范性文件|公文|审核|审查|保密|目录|管理"),
    _topic("平台建设", "平台|网站|渠道|载体", r"平台|网站|新媒体|公众号|专区|专栏|栏目", "政府信息公开平台建设"),
    _topic("监督保障", "监督(?:[和与及、]?保障)?|保障", r"监督|保障|考核|培训|领导小组|组织领导|评议|检查|督"),
)
"""The five aspects of section one, in the order of the notice."""

ACCOUNTS = (
    _topic("工作考核", "(?:工作)?考核", r"考核", "工作考核情况", "监督保障"),
    _topic("社会评议", "(?:社会)?评议", r"评议|评估|测评", "社会评议情况", "监督保障"),
    _topic("责任追究", "责任追究", r"追究|追责|问责", "责任追究结果", "监督保障"),
)
"""What governments tell besides, usually in the paragraph about 监督保障."""

_PROBLEMS = (
    _topic(
        "主要问题",
        "(?:存在的?)?(?:主要)?(?:问题|不足)(?:和不足|及原因)?",
        r"问题|不足|短板|差距|不够|欠缺|薄弱",
        "存在的主要问题",
    ),
    _topic(
        "改进情况",
        "(?:下一步)?(?:改进|整改)(?:措施)?|下一步(?:工作)?(?:打算|安排|计划|措施)?",
        r"改进|整改|下一步|今后|明年|将(?:进一步|继续|加|强|着|不断)",
    ),
)

FEE = _topic(
    "信息处理费", "(?:收取)?(?:信息)?处理费(?:收取)?|(?:信息公开)?收费", r"收费|费用|处理费|收取", "收取信息处理费情况"
)
"""What section six tells even where nothing was taken."""

TOPICS: Mapping[str, tuple[Topic, ...]] = MappingProxyType({"s1": ASPECTS, "s5": _PROBLEMS, "s6": (FEE,)})
"""What every unit tells, by section."""
