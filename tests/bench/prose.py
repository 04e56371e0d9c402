"""Typing into a written section of the whole window: key to painted window, by wall clock and by processor.

`python -m tests.bench.prose`: texts of 3,000 and 10,000 characters, half of whose sentences are last year's and still
待更新, with live references, last year's text beside and the findings panel shown. Letters, phrases of an input method,
line ends, deletions, undo and arrows at random places. What follows a pause (comparing with last year, the recovery
copy) has a line of its own: a key that comes just then waits for it. Goals: 95 % of the keys under 16 ms in the shorter
text and under 25 ms in the longer one, none over 50 ms.
"""

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import edits
from core.report import Report
from tests.bench.keypress import busy
from tests.bench.table import rows, say
from tests.bench.window import ROUNDS, opened
from ui.program import Program
from ui.sections.prose_field import ProseField

TEXT = "s1"
LENGTHS = (3000, 10_000)
BURSTS, BURST = 25, 8
SEED = 5
PAUSE = 0.35
"""Seconds: more than what waits for a pause waits."""

SOON, LATE = 0.016, 0.050
PHRASES = ("公开", "政府信息", "进一步", "工作机制", "按时办结")
_HEADS = ("主动公开情况", "依申请公开情况", "政府信息管理情况", "公开平台建设情况", "监督保障情况")
_OLD = (
    "通过门户网站发布各类信息{n}条，其中机构职能类{m}条。",
    "全年召开公开工作专题会议{m}次，研究解决重点问题，督促各科室按时更新栏目内容。",
    "严格执行信息发布审核制度，做到先审查、后公开，未发生失泄密事件。",
    "组织业务培训{m}期，参训人员{n}人次。",
    "及时回应群众关切，办理咨询留言{n}件，按时办结率100%。",
)
_NEW = (
    "收到新增申请{{t3.new_requests.total}}件，予以公开{{t3.granted.total}}件，均在法定期限内答复。",
    "上半年对{n}个栏目逐一检查，清理过期内容{m}条。",
    "政务新媒体推送图文{n}篇，阅读量较往年有所提高。",
)


class Taken(NamedTuple):
    """How long something took, in seconds: by the clock, which others delay, and of this process alone."""

    wall: float
    own: float


def report_of(length: int) -> Report:
    """Return a full report whose section one has about so many characters, half of them carried from last year."""
    old, new = _sentences(_OLD, random.Random(SEED)), _sentences((*_OLD, *_NEW, *_NEW), random.Random(SEED + 1))
    then, now = _text(length, old, None), _text(length, old, new)
    last = edits.set_text(replace(busy(), year=2023), TEXT, then)
    report = edits.attach_last_year(busy(), last)
    report = edits.set_text(report, TEXT, then)
    carried = frozenset(line for line in then.replace("。", "。\n").split("\n") if line and not line.startswith("（"))
    return edits.set_text(replace(report, carried={TEXT: carried}), TEXT, now)


def _sentences(patterns: tuple[str, ...], chance: random.Random) -> Iterator[str]:
    while True:
        yield chance.choice(patterns).format(n=chance.randrange(100, 900), m=chance.randrange(2, 40))


def _text(length: int, old: Iterator[str], new: Iterator[str] | None) -> str:
    """Paragraphs under sub-headings; every second sentence from `new` if there is one."""
    kept = [next(old) for _ in range(length // 20)]
    words, count = "", 0
    chance = random.Random(SEED)
    for number, sentence in enumerate(kept):
        if number % 6 == 0:
            head = number // 6
            opening = f"（{'一二三四五'[head]}）{_HEADS[head]}。" if head < len(_HEADS) else ""
            words += ("\n" if words else "") + opening
        words += sentence if new is None or chance.random() < 0.5 else next(new)
        count = len(words)
        if count >= length:
            break
    return words


def timed(action: Callable[[], object]) -> Taken:
    """Do something at the keyboard; return how long it took until everything was painted again."""
    wall, own = time.perf_counter(), time.process_time()
    action()
    for _ in range(ROUNDS):
        QApplication.processEvents()
    return Taken(time.perf_counter() - wall, time.process_time() - own)


def burst(field: ProseField, chance: random.Random, taken: dict[str, list[Taken]]) -> None:
    """Go somewhere and type there for a while, with all that hands do meanwhile."""
    cursor = field.textCursor()
    cursor.setPosition(chance.randrange(len(field.toPlainText())))
    taken["click"].append(timed(lambda: _go(field, cursor)))
    for _ in range(BURST):
        letter = chance.choice("abcdefgh0123456789")
        taken["letter"].append(timed(lambda letter=letter: QTest.keyClicks(field, letter)))  # type: ignore[misc]  # bound
    for words in chance.choices(PHRASES, k=BURST // 2):
        taken["composing"].append(timed(lambda: _compose(field, "gong'k", "")))
        taken["phrase"].append(timed(lambda words=words: _compose(field, "", words)))  # type: ignore[misc]  # bound
    keys = (
        ("Backspace", Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
        ("Enter", Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        ("undo", Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        ("arrow", Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        ("arrow", Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        ("Delete", Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    )
    for name, key, held in keys:
        taken[name].append(timed(lambda key=key, held=held: QTest.keyClick(field, key, held)))  # type: ignore[misc]  # bound


def pause() -> Taken:
    """Let the hands rest; return the longest time for which a key would have had to wait meanwhile."""
    until, longest = time.perf_counter() + PAUSE, Taken(0, 0)
    while time.perf_counter() < until:
        wall, own = time.perf_counter(), time.process_time()
        QApplication.processEvents()
        longest = max(longest, Taken(time.perf_counter() - wall, time.process_time() - own))
        time.sleep(0.002)
    return longest


def measured(program: Program) -> dict[str, list[Taken]]:
    """Type all bursts; return the times of each kind of key."""
    program.bench.show_step(TEXT)
    page = program.bench.page
    page.set_last_year_shown(True)
    page.focus_first()
    field = page.pane.field
    pause()
    chance = random.Random(SEED)
    taken: dict[str, list[Taken]] = defaultdict(list)
    burst(field, chance, defaultdict(list))
    for _ in range(BURSTS):
        burst(field, chance, taken)
        taken["pause"].append(pause())
    return taken


def show(taken: dict[str, list[Taken]]) -> None:
    """Print a line for each kind of key, and one for all."""
    every = [each for kind, times in taken.items() if kind != "pause" for each in times]
    rows(
        ("key", "times", "median", "p95", "p99", "max", "> 50", "own median", "own p95", "own max"),
        [(kind, *_line(times)) for kind, times in (*taken.items(), ("all keys", every))],
    )
    soon = [sum(each[i] < SOON for each in every) / len(every) for i in range(2)]
    say(f"in under {SOON * 1000:.0f} ms: {soon[0]:.2%} by the clock, {soon[1]:.2%} of this process")


def _line(times: list[Taken]) -> tuple[str, ...]:
    wall, own = (sorted(column) for column in zip(*times, strict=True))
    figures = [_share(wall, share) for share in (0.5, 0.95, 0.99, 1)]
    late = str(sum(seconds > LATE for seconds in wall))
    return str(len(times)), *figures, late, *(_share(own, share) for share in (0.5, 0.95, 1))


def _share(ordered: list[float], share: float) -> str:
    return f"{ordered[int((len(ordered) - 1) * share)] * 1000:.2f}"


def _go(field: ProseField, cursor: QTextCursor) -> None:
    field.setTextCursor(cursor)
    field.ensureCursorVisible()


def _compose(field: ProseField, composed: str, words: str) -> None:
    event = QInputMethodEvent(composed, [])
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def main() -> None:
    for length in LENGTHS:
        report = report_of(length)
        with opened(report) as program:
            say(
                f"a text of {len(report.text(TEXT))} characters, {len(report.stale_sentences(TEXT))} sentences 待更新, "
            )
            found = len(program.session.verdict.findings)
            say(f"{len(report.resolved(TEXT).references)} references, {found} findings, ms:")
            show(measured(program))


if __name__ == "__main__":
    main()
