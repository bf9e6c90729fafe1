"""The floor of a start: a bare PySide6 window with a word in it."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
window = QLabel("floor")
window.resize(1024, 680)
window.show()
sys.exit(app.exec())
