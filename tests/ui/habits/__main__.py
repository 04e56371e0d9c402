"""Try the habits in our window and in a plain table view of Qt, and print which hold: python -m tests.ui.habits."""

import os
import sys
import tempfile

from PySide6.QtWidgets import QApplication

from tests.ui.habits.habits import HABITS
from tests.ui.habits.stage import Ours, Stock


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        os.environ["NIANBAO_HOME"] = home
        app = QApplication(sys.argv)
        stock, ours = Stock(), Ours()
        rows = []
        for habit in HABITS:
            stock.show()
            plain = habit.holds(stock)
            ours.show()
            rows.append((habit.name, habit.holds(ours), plain))
        for number, (name, here, there) in enumerate(rows, start=1):
            print(f"{number:2}  {'✓' if here else '✗'} ours  {'✓' if there else '✗'} stock  {name}")  # noqa: T201 - a report
        held, plainly = sum(here for _, here, _ in rows), sum(there for *_, there in rows)
        print(f"ours {held} of {len(rows)}, plain QTableView {plainly} of {len(rows)}")  # noqa: T201 - a report
        app.quit()
    return 0 if held == len(rows) else 1


if __name__ == "__main__":
    sys.exit(main())
