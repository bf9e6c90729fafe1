"""Asks how a lesson should come onto paper: with questions or without, printer or PDF file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.content.blocks import Block, Question
from ecolearn.ui.lesson import printing
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
        self.with_questions.setVisible(any(isinstance(one, Question) for one in self._blocks))
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.hide()
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.pdf_button = QPushButton(icons.icon("file-down"), self.tr("Save as PDF…"))
        self.print_button = QPushButton(icons.icon("printer", "on_primary"), self.tr("Print…"))
        style.set_kind(self.print_button, "primary")
        row = QHBoxLayout()
        row.setSpacing(style.px(Space.S))
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.pdf_button)
        row.addWidget(self.print_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[style.px(Space.XL)] * 4)
        down.setSpacing(style.px(Space.M))
        down.addWidget(heading)
        down.addWidget(self.with_questions)
        down.addWidget(self.message)
        down.addLayout(row)
        self.setMinimumWidth(style.px(480))
        self.cancel_button.clicked.connect(self.reject)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setDefault(True)

    @Slot()
    def _on_pdf(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / f"{file_name(self._title)}.pdf")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), start, self.tr("PDF files (*.pdf)")
        )
        if name:
            self.save_pdf(Path(name if name.lower().endswith(".pdf") else name + ".pdf"))

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
        )
        printing.paint_pages(document, printer, self._title, self._course_title)
        self.accept()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        style.set_tone(self.message, "danger")
        self.message.show()
