"""The window that ours is measured against: Qt, a main window, nothing in it. Frozen by `bare.spec`."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: TID251  a window is what it is for

application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("bare")
window.resize(1180, 720)
window.show()
sys.exit(application.exec())
