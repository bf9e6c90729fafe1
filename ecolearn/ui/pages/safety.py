"""Safety and self-check: is what was saved safe, what is to be done, copies and going back."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecolearn import paths
from ecolearn.changes import Changes
from ecolearn.messages import sentence
from ecolearn.ui.context import Context, Route
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.safety import put_back, recovery_words
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from ecolearn.store.backup import Copy
    from ecolearn.store.doctor import Finding

_COLUMN_PX = 720
_ICONS = {
    "ok": ("circle-check", "ok"),
    "warning": ("triangle-alert", "warn"),
    "problem": ("circle-x", "danger"),
}
_ORDER = {"problem": 0, "warning": 1, "ok": 2}


class SafetyPage(Page):
    """Looks at everything when it is opened; what is wrong comes first."""

    name = "safety"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self._findings: tuple[Finding, ...] = ()
        self._copies: list[Copy] = []
        self._at_work = 0
        # widgets
        self._title = Heading("", 1)
        self._verdict = QLabel()
        self._verdict.setWordWrap(True)
        self._again = QPushButton()
        style.set_kind(self._again, "primary")
        self._backup = QPushButton()
        self._save = QPushButton()
        self._wrong = QVBoxLayout()
        self._fine = QVBoxLayout()
        self._fine_title = Heading("", 3)
        self._back_title = Heading("", 3)
        self._back_words = _muted()
        self._choice = QComboBox()
        self._choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._choice.setMinimumContentsLength(10)
        self._restore = QPushButton()
        self._second_title = Heading("", 3)
        self._second_words = _muted()
        self._pick = QPushButton()
        self._no_second = QPushButton()
        # layout
        body = QWidget()
        self._body = body
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._title)
        column.addWidget(self._verdict)
        column.addWidget(_in_a_row(self._again, self._backup, self._save))
        self._wrong_card = _card(_holder(self._wrong))
        column.addWidget(self._wrong_card)
        going_back = QWidget()
        row = QHBoxLayout(going_back)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._choice, 1)
        row.addWidget(self._restore)
        column.addWidget(_card(self._back_title, self._back_words, going_back))
        buttons = _in_a_row(self._pick, self._no_second)
        column.addWidget(_card(self._second_title, self._second_words, buttons))
        column.addWidget(_card(self._fine_title, _holder(self._fine)))
        column.addStretch(1)
        inside = QWidget()
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        middle.addStretch(1)
        middle.addWidget(body, 100)
        middle.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        # connections
        self._again.clicked.connect(self.check)
        self._backup.clicked.connect(self._on_backup)
        self._save.clicked.connect(self._on_save)
        self._restore.clicked.connect(self._on_restore)
        self._pick.clicked.connect(self._on_pick)
        self._no_second.clicked.connect(self._on_no_second)
        style.notifier.changed.connect(self._on_style_changed)
        # texts
        self._on_style_changed()
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Tell whether something is being checked or made."""
        return self._at_work > 0

    @property
    def folder(self) -> Path:
        """Return the data folder."""
        return self.context.data or paths.user_data()

    def open(self, route: Route) -> None:
        """Check."""
        self.check()

    def core_ready(self) -> None:
        """Copies can be made now."""
        self._show_buttons()

    # ── checking ─────────────────────────────────────────────────────────────────────────────

    @Slot()
    def check(self) -> None:
        """Look at everything, beside the database thread."""
        if self.busy:
            return
        folder = self.folder
        self._begin()
        self.context.jobs.aside(lambda: _look(folder), self._on_looked, self._on_failed)

    def _begin(self) -> None:
        self._at_work += 1
        self._show_buttons()
        self._show_verdict()

    def _end(self) -> None:
        self._at_work -= 1
        self._show_buttons()
        self._show_verdict()

    @Slot(object)
    def _on_looked(self, result: tuple[tuple[Finding, ...], list[Copy]]) -> None:
        self._findings, self._copies = result
        self._end()
        self._fill()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self.context.tell("danger", describe(error, self.context.language))

    # ── what the buttons do ──────────────────────────────────────────────────────────────────

    @Slot()
    def _on_backup(self) -> None:
        core: Any = self.context.core
        if core is None or self.busy:
            return
        self._begin()
        self.context.jobs.aside(
            lambda: core.store.backup_if_changed(always=True), self._on_backed_up, self._on_failed
        )

    @Slot(object)
    def _on_backed_up(self, made: bool) -> None:
        self._end()
        if made:
            self.context.tell("ok", self.tr("A copy is made and checked."))
        else:
            self.context.tell("warning", self.tr("No copy could be made. The list below says why."))
        self.check()

    @Slot()
    def _on_save(self) -> None:
        name = f"ecolearn-{time.strftime('%Y-%m-%d')}.zip"
        target = ask_target(self, self.tr("Save a diagnostic file"), str(Path.home() / name))
        if target is None or self.busy:
            return
        folder, findings, language = self.folder, self._findings, self.context.language
        self._begin()

        def save() -> Path:
            from ecolearn.store import diagnostics

            return diagnostics.save(target, folder, findings, language)

        self.context.jobs.aside(save, self._on_saved, self._on_not_saved)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._end()
        self.context.tell("ok", sentence("doctor", "saved", {"path": path}, self.context.language))

    @Slot(object)
    def _on_not_saved(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            self._on_failed(error)
            return
        self._end()
        self.context.tell(
            "warning",
            self.tr("The file could not be written there. Choose another folder, please."),
        )

    @Slot()
    def _on_restore(self) -> None:
        copy = self._choice.currentData()
        if copy is None or self.context.core is None or self.busy:
            return
        keep_newer = ask_restore(self, self._choice.currentText())
        if keep_newer is None:
            return
        self._begin()
        self.context.jobs.database(
            lambda: put_back(self.context, copy, keep_newer), self._on_restored, self._on_failed
        )

    @Slot(object)
    def _on_restored(self, result: tuple[Any, Any]) -> None:
        core, done = result
        self._end()
        self.context.core_replaced.emit(core)
        self.context.sign_in(None)
        self.context.announce(Changes(learners=True, library=True))
        self.context.tell("info", recovery_words(done, self.context.language))

    @Slot()
    def _on_pick(self) -> None:
        folder = ask_folder(self, self.tr("A second place for copies"))
        if folder is not None:
            self._choose_second(str(folder))

    @Slot()
    def _on_no_second(self) -> None:
        self._choose_second("")

    def _choose_second(self, folder: str) -> None:
        self.context.preferences.backup_folder = folder
        self.context.preferences.save()
        if folder:
            self._on_backup()
        else:
            self.check()

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def _fill(self) -> None:
        for lines in (self._wrong, self._fine):
            while (item := lines.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        for finding in sorted(self._findings, key=lambda one: _ORDER[one.verdict]):
            lines = self._fine if finding.verdict == "ok" else self._wrong
            lines.addWidget(_Line(finding, self.context.language))
        self._wrong_card.setVisible(self._wrong.count() > 0)
        self._show_copies()
        self._show_second()
        self._show_verdict()
        self._show_buttons()

    def _show_copies(self) -> None:
        from ecolearn.store.doctor import time_words

        chosen = self._choice.currentData()
        self._choice.clear()
        for copy in self._copies:
            made = time_words(int(copy.made_at.timestamp() * 1000), self.context.language)
            self._choice.addItem(self.tr("Copy of {time}").format(time=made), copy.path)
        self._choice.setCurrentIndex(max(0, self._choice.findData(chosen)))

    def _show_second(self) -> None:
        from ecolearn.store.second import chosen_folder, is_decided_by_school

        place = chosen_folder(self.folder)
        decided = is_decided_by_school()
        if place is None:
            words = self.tr(
                "If the disk of this PC breaks, its copies are lost too. Choose a folder on a "
                "stick, on another disk or on a share: each copy is then also put there."
            )
        elif decided:
            words = self.tr("Copies also go to {folder}. Your school has decided that.")
        else:
            words = self.tr("Copies also go to {folder}.")
        self._second_words.setText(words.format(folder=place))
        self._pick.setEnabled(not decided)
        self._no_second.setVisible(place is not None and not decided)

    def _show_verdict(self) -> None:
        if self.busy:
            self._verdict.setText(self.tr("Being checked …"))
            style.set_tone(self._verdict, "info")
            return
        worst = min((one.verdict for one in self._findings), key=_ORDER.__getitem__, default="ok")
        self._verdict.setText(
            {
                "ok": self.tr("All is well: what was saved is safe."),
                "warning": self.tr("What was saved is safe, but there is something to look at."),
                "problem": self.tr("Something is wrong. The first lines say what to do."),
            }[worst]
        )
        tones = {"ok": "ok", "warning": "warning", "problem": "danger"}
        style.set_tone(self._verdict, tones[worst])

    def _show_buttons(self) -> None:
        free = not self.busy
        core = self.context.core is not None
        self._again.setEnabled(free)
        self._backup.setEnabled(free and core)
        self._save.setEnabled(free and bool(self._findings))
        self._restore.setEnabled(free and core and bool(self._copies))
        self._choice.setEnabled(bool(self._copies))

    @Slot()
    def _on_style_changed(self) -> None:
        self._body.setMaximumWidth(style.px(_COLUMN_PX))

    def retranslate(self) -> None:
        """Set every visible text again."""
        self._title.setText(self.tr("Safety and self-check"))
        self._again.setText(self.tr("Check again"))
        self._backup.setText(self.tr("Back up now"))
        self._save.setText(self.tr("Save a diagnostic file …"))
        self._back_title.setText(self.tr("Going back to a copy"))
        self._back_words.setText(
            self.tr(
                "What is there now is set aside, never thrown away. For the teacher or whoever "
                "looks after the PC."
            )
        )
        self._choice.setAccessibleName(self.tr("The copy to go back to"))
        self._restore.setText(self.tr("Restore …"))
        self._second_title.setText(self.tr("A second place for copies"))
        self._fine_title.setText(self.tr("What is as it should be"))
        self._pick.setText(self.tr("Choose a folder …"))
        self._no_second.setText(self.tr("No second place"))
        self._fill()


class _Line(QFrame):
    """One thing that was looked at: icon, what, what was found, what to do."""

    def __init__(self, finding: Finding, language: str) -> None:
        super().__init__()
        from ecolearn.store import doctor

        icon, role = _ICONS[finding.verdict]
        word = sentence("doctor", f"say.{finding.verdict}-word", {}, language)
        head = _plain(f"{doctor.title(finding, language)}: {word}")
        style.set_role(head, "strong")
        found = _plain(doctor.meaning(finding, language))
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(head)
        words.addWidget(found)
        if todo := doctor.advice(finding, language):
            words.addWidget(_muted(todo))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(icon, 20, role), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _plain(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _muted(text: str = "") -> QLabel:
    label = _plain(text)
    style.set_role(label, "muted")
    return label


def _card(*rows: QWidget) -> QFrame:
    card = QFrame()
    style.set_surface(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
    column.setSpacing(Space.M)
    for row in rows:
        column.addWidget(row)
    return card


def _holder(lines: QVBoxLayout) -> QWidget:
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(Space.M)
    box = QWidget()
    box.setLayout(lines)
    return box


def _in_a_row(*buttons: QPushButton) -> QWidget:
    box = QWidget()
    row = FlowLayout(box, min_item=200, spacing=Space.M)
    for button in buttons:
        row.addWidget(button)
    return box


def _look(folder: Path) -> tuple[tuple[Finding, ...], list[Copy]]:
    from ecolearn.store.backup import copies
    from ecolearn.store.doctor import examine
    from ecolearn.store.second import second_folder

    findings = examine(folder)
    second = second_folder(folder)
    found = copies(folder / "backups")
    if not found and second is not None:
        found = copies(second)
    return findings, found


# ── questions to the person; tests answer them ────────────────────────────────────────────────


def ask_target(parent: QWidget, title: str, proposal: str) -> Path | None:
    """Ask where to save a file."""
    name, _filter = QFileDialog.getSaveFileName(parent, title, proposal, "*.zip")
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def ask_restore(page: SafetyPage, copy: str) -> bool | None:
    """Ask whether to go back; return whether newer answers are kept, None = stay."""
    question = QMessageBox(page)
    question.setIcon(QMessageBox.Icon.Question)
    question.setWindowTitle(QCoreApplication.translate("SafetyPage", "Going back to a copy"))
    question.setText(
        QCoreApplication.translate("SafetyPage", "Put this in place: {copy}?").format(copy=copy)
    )
    question.setInformativeText(
        QCoreApplication.translate(
            "SafetyPage",
            "Everybody is signed out. What is there now is set aside, never thrown away.",
        )
    )
    keep = QCheckBox(QCoreApplication.translate("SafetyPage", "Keep newer answers too"))
    keep.setChecked(True)
    question.setCheckBox(keep)
    yes = question.addButton(
        QCoreApplication.translate("SafetyPage", "Restore"), QMessageBox.ButtonRole.AcceptRole
    )
    stay = question.addButton(
        QCoreApplication.translate("SafetyPage", "Leave it as it is"),
        QMessageBox.ButtonRole.RejectRole,
    )
    question.setDefaultButton(stay)
    question.exec()
    return keep.isChecked() if question.clickedButton() is yes else None
