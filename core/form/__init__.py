"""The printed forms as data: one description that editor, checks, recogniser and writers read."""

from core.form.f2019 import F2019
from core.form.f2021 import F2021
from core.form.layout import Form

__all__ = ["F2019", "F2021", "FORMS"]

FORMS: dict[str, Form] = {form.id: form for form in (F2021, F2019)}
"""Every form of which a report can be read, by identifier; new reports are in F2021."""
