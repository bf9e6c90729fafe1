"""Asks how a lesson should come onto paper: with questions or without, printer or PDF file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QThread, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.content.activities import NumberCheck, Sorting
from ecolearn.content.blocks import ActivityCard, Block, Question
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.lesson import picture_store, printing, raster
from ecolearn.ui.lesson.prose import MediaFinder
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.heading import Heading


def file_name(title: str) -> str:
    """Return a file name that every system takes."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return " ".join(kept.split())[:80] or "lesson"


class PrintDialog(QDialog):
    """Print… or Save as PDF…"""

    def __init__(
        self,
        title: str,
        blocks: Sequence[Block],
        language: str,
        media: MediaFinder,
        *,
        course_title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = title
        self._blocks = tuple(blocks)
        self._language = language
        self._media = media
        self._course_title = course_title
        self.setWindowTitle(self.tr("Print or save as PDF"))
        heading = Heading(title, 3)
        self.with_questions = QCheckBox(self.tr("With the questions, as a worksheet to fill in"))
        self.with_questions.setChecked(True)
        self.with_answers = QCheckBox(self.tr("With a page of answers, for the teacher"))
        asks = any(isinstance(one, Question) for one in self._blocks)
        judged = any(
            isinstance(one, ActivityCard) and isinstance(one.activity, (NumberCheck, Sorting))
            for one in self._blocks
        )
        self.with_questions.setVisible(asks)
        self.with_answers.setVisible(asks or judged)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Drawing the pictures…"))
        self.progress.hide()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.hide()
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.pdf_button = QPushButton(self.tr("Save as PDF…"))
        self.print_button = QPushButton(self.tr("Print…"))
        style.set_kind(self.print_button, "primary")
        icons.set_button_icon(self.pdf_button, "file-down")
        icons.set_button_icon(self.print_button, "printer")
        buttons = QWidget(self)
        row = TileFlow(buttons, gap=Space.S, trailing=0)
        row.addWidget(self.cancel_button)
        row.addWidget(self.pdf_button)
        row.addWidget(self.print_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[style.px(Space.XL)] * 4)
        down.setSpacing(style.px(Space.M))
        down.addWidget(heading)
        down.addWidget(self.with_questions)
        down.addWidget(self.with_answers)
        down.addWidget(self.message)
        down.addWidget(self.progress)
        down.addWidget(buttons)
        self.setMinimumWidth(style.px(480))
        self._drawing: Drawing | None = None
        self.with_questions.toggled.connect(self.with_answers.setEnabled)
        self.cancel_button.clicked.connect(self.reject)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the rows of buttons need: Qt judged by another width."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    @Slot()
    def _on_pdf(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / f"{file_name(self._title)}.pdf")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), start, self.tr("PDF files (*.pdf)")
        )
        if name:
            path = Path(name if name.lower().endswith(".pdf") else name + ".pdf")
            self._when_drawn(partial(self.save_pdf, path))

    # ── pictures ──────────────────────────────────────────────────────────────────────────────

    def _when_drawn(self, then: Callable[[], object]) -> None:
        """Go on when all pictures are drawn, showing how far that is."""
        files = printing.picture_files(self._blocks, self._media)
        waiting = [path for path in files if not picture_store.is_drawn(path)]
        if not waiting:
            then()
            return
        self._say(self.tr("Drawing the pictures…"), "note")
        self.progress.setRange(0, len(waiting))
        self.progress.setValue(0)
        self.progress.show()
        self._set_busy(True)
        self._drawing = Drawing(waiting, self)
        self._drawing.one_done.connect(self.progress.setValue)
        self._drawing.finished.connect(partial(self._on_drawn, then))
        self.finished.connect(self._drawing.stop)
        self._drawing.start()

    def _on_drawn(self, then: Callable[[], object]) -> None:
        stopped = self._drawing is None or self._drawing.stopped
        self._set_busy(False)
        self.progress.hide()
        self.message.hide()
        if not stopped:
            then()

    def _set_busy(self, busy: bool) -> None:
        for button in (self.pdf_button, self.print_button):
            button.setEnabled(not busy)

    @property
    def _answers(self) -> bool:
        return self.with_questions.isChecked() and self.with_answers.isChecked()

    def save_pdf(self, path: Path) -> bool:
        """Write the file; say so if that fails, and stay open."""
        try:
            printing.write_pdf(
                path,
                self._title,
                self._blocks,
                self._language,
                self._media,
                course_title=self._course_title,
                worksheet=self.with_questions.isChecked(),
                answers=self._answers,
            )
        except OSError:
            self._say(
                self.tr(
                    "The file {name} cannot be written. Choose another folder, or close the file "
                    "if it is open in another program."
                ).format(name=path.name)
            )
            return False
        self.accept()
        return True

    @Slot()
    def _on_print(self) -> None:
        self._when_drawn(self._print)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(printing.page_layout())
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        document = printing.build_document(
            self._title,
            self._blocks,
            self._language,
            self._media,
            width=printing.text_width(printer.pageLayout()),
            worksheet=self.with_questions.isChecked(),
            answers=self._answers,
        )
        printing.paint_pages(document, printer, self._title, self._course_title)
        self.accept()

    def _say(self, text: str, tone: str = "danger") -> None:
        self.message.setText(text)
        style.set_tone(self.message, tone)
        self.message.show()


class Drawing(QThread):
    """Draws pictures beside the window.

    Signals:
        one_done(int): So many are done, or cannot be drawn.
    """

    one_done = Signal(int)

    def __init__(self, paths: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._paths = tuple(paths)
        self._worker = raster.Worker()
        self.stopped = False

    def run(self) -> None:
        """Draw one after the other; what fails is printed as its words."""
        for number, path in enumerate(self._paths, 1):
            if self.stopped:
                break
            with contextlib.suppress(OSError, raster.NotDrawn):
                picture_store.raster_file(path, self._worker, again=True)
            self.one_done.emit(number)
        self._worker.stop()

    @Slot()
    def stop(self) -> None:
        """Stop soon, and wait for it: the dialog is going away."""
        self.stopped = True
        self._worker.closing = True
        self._worker.kill()
        self.wait()
