"""What tells the old format from the new one."""

from core.form import F2021
from core.form.f2019 import MARKERS


def test_no_marker_of_the_old_format_is_printed_in_the_new_one() -> None:
    labels = "".join(label.text for table in F2021.tables for label in table.labels)
    assert [marker for marker in MARKERS if marker in labels] == []
