"""The reports that are written and read back: those of the shared corpus, and invented ones of every kind."""

import random
from collections.abc import Iterator
from pathlib import Path

from core import edits
from core.cells import CellId, Entry, parse
from core.errors import UserError
from core.form import F2021
from core.form.layout import TEXTS
from core.isolation import desk
from core.report import Report
from tests.examples import TYPED

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

_SIZES = (1, 10, 1000, 10**7)
_ODD = ("", "/", "无", "1,204", "3.5", "0")
_UNITS = ("云岭省青禾市棠溪县", "石桥镇", "北屿区发展改革与科技创新促进中心（档案局）", "南塘自治州")
_STEMS = (
    *("公开平台发布信息", "办理申请", "回应群众关切", "举办“开放日”活动", "修订《工作规程》", "清理文件"),
    *("开展业务培训", "OpenData 平台访问量", "答复率达到", "压缩时限至", "𬭎山、㙟桥、䶮湖三个网点共接待"),
)
_TAILS = ("{}件。", "{}次；", "{}人（含线上），", "{}.5%，", "{}个工作日。", "，较上年增加{}项：")


def invented(number: int) -> Report:
    """Return a report that depends on `number` alone: from blank to city-size, with short prose or long."""
    chance = random.Random(number)
    size = _SIZES[number % len(_SIZES)]
    typed: dict[CellId, Entry] = {}
    for cell in TYPED:
        raw = chance.choice(_ODD) if chance.random() < 0.04 * (number % 3) else str(chance.randrange(size))
        if raw:
            typed[cell] = parse(raw, F2021.cells[cell].kind)
    unit = chance.choice(_UNITS) + chance.choice(("人民政府", "统计局", ""))
    keys = [key for key in TEXTS if key != "signature" and chance.random() < 0.8]
    texts = {key: _prose(chance, 1 + number % 5) for key in keys} | {
        "signature": f"{unit}\n2032年1月{1 + number % 28}日"
    }
    return Report(unit=unit, year=2031, typed=typed, texts=texts)


def _prose(chance: random.Random, paragraphs: int) -> str:
    return "\n".join(_paragraph(chance, at) for at in range(paragraphs))


def _paragraph(chance: random.Random, at: int) -> str:
    pieces = [
        chance.choice(_STEMS) + chance.choice(_TAILS).format(chance.randrange(3000))
        for _ in range(chance.randrange(1, 9))
    ]
    lead = f"（{'一二三四五'[at]}）{chance.choice(_STEMS)}。" if chance.random() < 0.5 else ""
    return lead + "".join(pieces)


def published() -> Iterator[tuple[str, Report]]:
    """Yield every report of the shared corpus that can be read, by the name of its file, as the program takes it in."""
    for path in sorted(CORPUS.glob("*")) if CORPUS.is_dir() else ():
        if path.suffix in {".json", ".md", ".py"} or path.is_dir():
            continue
        try:
            yield path.name, edits.adopt(desk.read_file(path).report)
        except UserError:
            continue
