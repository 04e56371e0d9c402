"""Switching a rule off or on for the unit of the open report: one step of undo, and what to say of it."""

from core import edits
from ui.session import Session
from ui.words import FROZEN

_LABELS = ("停用规则", "启用规则", "启用全部规则")


def is_switch(label: str | None) -> bool:
    """Whether a step of undo is one that was made here."""
    return label is not None and label.startswith(_LABELS)


def switch_rule(session: Session, code: str, *, on: bool) -> str:
    """Let a rule judge this unit's reports, or not; return what to say at the foot of the window."""
    if not session.edit(f"{'启用' if on else '停用'}规则 {code}", edits.switch_rule, code, on=on):
        return FROZEN
    if on:
        return f"规则 {code} 已重新启用。按 Ctrl+Z 可以撤销。"
    return f"本单位已停用规则 {code}，校核单上会列出。按 Ctrl+Z 可以撤销。"


def switch_all_on(session: Session) -> str:
    """Let every rule judge again; return what to say."""
    if not session.edit("启用全部规则", edits.use_all_rules):
        return FROZEN
    return "全部规则已启用。按 Ctrl+Z 可以撤销。"
