"""Starting the window: paint first, build the core afterwards on the database thread.

What stands between the start and the first picture is Qt, four fonts, one style sheet and a few
rows read by `store.quick`; SQLAlchemy and the rest of the core come while the learner already
looks at their courses (PERFORMANCE, "What dominates").
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from ecolearn import paths
from ecolearn.messages import catalogue, system_language

TROUBLE = 3


def main(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    if not has_display():
        words = catalogue("errors", system_language()).get("no-display", NO_DISPLAY)
        sys.stderr.write(words + "\n")
        return TROUBLE
    gc.disable()  # nothing made while starting is thrown away soon; on again with the core
    from PySide6.QtCore import QTimer

    from ecolearn.ui.application import make_application
    from ecolearn.ui.preferences import Preferences

    data = paths.user_data()
    preferences = Preferences.load(data)
    app = make_application(preferences)

    from ecolearn.ui.ending import Ending
    from ecolearn.ui.main_window import MainWindow

    window = MainWindow(data, preferences)
    window.show_first()
    ending = Ending(app)
    ending.asked.connect(window.close)
    ending.asked.connect(app.exit)  # also out of an open dialog
    QTimer.singleShot(0, window.start_core)
    code = app.exec()
    window.shut_down()
    return code


NO_DISPLAY = "There is no display here, so no window can open. Try: ecolearn tour FOLDER"


def has_display() -> bool:
    """Tell whether a window can open; without a display Qt would abort with a riddle."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
