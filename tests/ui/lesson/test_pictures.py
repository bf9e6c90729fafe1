"""Pictures: drawn elsewhere, kept, decoded at the size shown; hostile ones refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.ui.lesson import picture_store, raster
from ecolearn.ui.lesson.blocks_picture import PictureButton
from ecolearn.ui.lesson.picture_dialog import PictureDialog
from ecolearn.ui.lesson.view import LessonView

GOOD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">'
    '<rect width="400" height="200" fill="#FF0000"/><text x="20" y="40">қуат</text></svg>'
)


def test_a_drawing_is_drawn_once_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "a.svg"
    source.write_text(GOOD, "utf-8")
    file = picture_store.raster_file(source)
    image = QImage(str(file))
    assert image.width() == raster.WIDTH
    assert image.height() == raster.WIDTH // 2
    assert image.pixelColor(700, 600) == QColor("#FF0000")
    stamp = file.stat().st_mtime_ns
    assert picture_store.raster_file(source) == file
    assert file.stat().st_mtime_ns == stamp


@pytest.mark.parametrize(
    "bad",
    [
        "<svg",
        "not a drawing",
        GOOD.replace("<rect", "<script>x</script><rect"),
        GOOD.replace("<rect", '<image href="https://example.org/x.png"/><rect'),
        '<!DOCTYPE x [<!ENTITY a "b">]>' + GOOD,
    ],
)
def test_what_the_check_refuses_is_not_drawn(tmp_path: Path, bad: str) -> None:
    source = tmp_path / "a.svg"
    source.write_text(bad, "utf-8")
    with pytest.raises(raster.NotDrawn):
        picture_store.raster_file(source)


def test_a_worker_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "LIMIT_S", 0.2)
    monkeypatch.setattr(raster, "_START_S", 0.2)
    monkeypatch.setattr(raster.sys, "executable", "/bin/cat")  # never answers "ok"
    worker = raster.Worker()
    with pytest.raises(raster.NotDrawn):
        worker.draw(tmp_path / "a.svg", tmp_path / "a.png")
    worker.stop()


def test_pictures_come_while_one_reads(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(GOOD, "utf-8")
    view = LessonView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.set_blocks((b.Picture("a.svg", "A red room", ()),), media=tmp_path.joinpath)
    (picture,) = view.body.findChildren(PictureButton)
    assert picture.height() == 360
    picture.grab()
    qtbot.waitUntil(lambda: picture_store.store().idle, timeout=20_000)
    assert not picture.missing
    assert picture.grab().toImage().pixelColor(300, 300) == QColor("#FF0000")


def test_a_file_that_is_no_picture_becomes_a_described_box(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(GOOD.replace("<rect", "<script/><rect"), "utf-8")
    view = LessonView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.set_blocks((b.Picture("a.svg", "A red room", ()),), media=tmp_path.joinpath)
    (picture,) = view.body.findChildren(PictureButton)
    picture.grab()
    qtbot.waitUntil(lambda: picture.missing, timeout=20_000)
    assert "A red room" in picture.accessibleName()


def test_giant_pictures_are_not_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    image = QImage(9_000, 2, QImage.Format.Format_Mono)
    image.save(str(path))
    assert picture_store.natural_size(path).isEmpty()


def test_space_opens_the_picture_larger(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    image.save(str(path))
    view = LessonView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.set_blocks((b.Picture("a.png", "Blue", (b.Run("Caption"),)),), media=tmp_path.joinpath)
    (picture,) = view.body.findChildren(PictureButton)
    QTest.keyClick(picture, Qt.Key.Key_Space)
    (dialog,) = view.findChildren(PictureDialog)
    assert dialog.isVisible()
    assert dialog.area.accessibleName() == "Blue"
    QTest.keyClick(dialog, Qt.Key.Key_Plus)
    assert dialog.zoom == 1.25
    dialog.grab()
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
