"""Where cells of the sheet in view lie on the screen, asked of LibreOffice: run by a Python that has `uno`.

`python3 calc_places.py PIPE A1 B2 …` prints "A1 x y" for each; the sheet may have no frozen panes.
"""

import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]  # comes with LibreOffice, for the system's own Python


def office(pipe: str) -> Any:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(100):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - what uno throws before the office listens has no class of its own
            time.sleep(0.2)
    sys.exit("LibreOffice does not answer")


def sheet_in_view(context: Any) -> Any:
    """Find the table of cells among all that the window shows."""
    if hasattr(context, "getAccessibleCellAt") and context.getAccessibleRowCount() > 1000:
        return context
    for number in range(min(context.getAccessibleChildCount(), 60)):
        child = context.getAccessibleChild(number)
        found = child and sheet_in_view(child.getAccessibleContext())
        if found:
            return found
    return None


def place(table: Any, address: str) -> str:
    letters = "".join(filter(str.isalpha, address))
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    cell = table.getAccessibleCellAt(int(address[len(letters) :]) - 1, column - 1).getAccessibleContext()
    corner, size = cell.getLocationOnScreen(), cell.getSize()
    return f"{address} {corner.X + size.Width // 2} {corner.Y + size.Height // 2}"


def main(pipe: str, addresses: list[str]) -> None:
    desktop = office(pipe).ServiceManager.createInstance("com.sun.star.frame.Desktop")
    window = desktop.getCurrentComponent().getCurrentController().getFrame().getContainerWindow()
    table = sheet_in_view(window.getAccessibleContext())
    for address in addresses:
        sys.stdout.write(place(table, address) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
