"""The printed forms as data: one description that editor, checks, recogniser and writers read."""

from core.form.f2021 import F2021
from core.form.layout import Form

__all__ = ["F2021", "FORMS"]

FORMS: dict[str, Form] = {F2021.id: F2021}
"""Every form the program can edit, by identifier."""
