"""Pictures ready to be painted: checked, drawn once, decoded off the GUI thread at the size shown.

Drawings (SVG) are kept as PNG in the cache folder by the hash of their source. Nothing here
raises: a picture that cannot be shown is `BROKEN`.
"""

from __future__ import annotations

import contextlib
import hashlib
import queue
import re
import threading
import time
from collections import OrderedDict
from enum import Enum
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPixmap

from ecolearn.content.svg import cleaned_svg
from ecolearn.paths import cache_dir
from ecolearn.ui.lesson import raster

#: RELIABILITY 3.15
MAX_SIDE = 8_192
MAX_PIXELS = 40_000_000
#: bytes of decoded pictures kept
_KEPT = 40_000_000
#: seconds until a drawing that failed is tried again: the PC may only have been busy
_TRY_AGAIN_S = 600.0
_RASTERS = {".png", ".jpg", ".jpeg", ".webp", ".gif"}
_VIEWBOX = re.compile(
    rb"viewBox\s*=\s*[\"']\s*[-\d.eE]+[\s,]+[-\d.eE]+[\s,]+([\d.eE]+)[\s,]+([\d.eE]+)"
)


class State(Enum):
    """How far a picture is."""

    WAITING = "waiting"
    READY = "ready"
    BROKEN = "broken"


@lru_cache(maxsize=256)
def _natural_size(path: Path, stamp: tuple[int, int]) -> QSize:
    del stamp  # part of the key only
    if path.suffix.lower() == ".svg":
        try:
            with path.open("rb") as file:
                head = file.read(4_096)
        except OSError:
            return QSize()
        found = _VIEWBOX.search(head)
        with contextlib.suppress(ValueError, OverflowError):
            if found:
                return _whole(float(found[1]), float(found[2]))
            tag = head[head.find(b"<svg") :].split(b">", 1)[0] + b">"
            sides = {
                name: float(value)
                for name, value in re.findall(
                    rb"\b(width|height)\s*=\s*[\"']([\d.]+)(?:px)?[\"']", tag
                )
            }
            return _whole(sides.get(b"width", 0), sides.get(b"height", 0))
        return QSize()
    if path.suffix.lower() not in _RASTERS:
        return QSize()
    size = QImageReader(str(path)).size()
    too_big = max(size.width(), size.height()) > MAX_SIDE
    return QSize() if too_big or size.width() * size.height() > MAX_PIXELS else size


def _whole(width: float, height: float) -> QSize:
    if not (0 < width < 100_000 and 0 < height < 100_000):
        return QSize()
    return QSize(max(1, round(width)), max(1, round(height)))


def natural_size(path: Path | None) -> QSize:
    """Return the size a picture says it has, without decoding it; empty if it is none."""
    if path is None:
        return QSize()
    stamp = _stamp(path)
    return _natural_size(path, stamp) if stamp else QSize()


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size)


class PictureStore(QObject):
    """Draws and decodes on one thread; what is ready is taken with `pixmap`.

    Signals:
        changed(Path): A picture that was waited for is ready or broken.
    """

    changed = Signal(object)
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: queue.SimpleQueue[tuple[str, Path, int, int] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._worker = raster.Worker()
        self._images: OrderedDict[tuple[Path, int, int], QPixmap] = OrderedDict()
        self._wanted: set[tuple[Path, int, int]] = set()
        self._broken: dict[Path, tuple[int, int] | None] = {}
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def state(self, path: Path | None) -> State:
        """Tell whether a picture is known to be broken."""
        if path is None or natural_size(path).isEmpty():
            return State.BROKEN
        if path in self._broken and self._broken[path] == _stamp(path):
            return State.BROKEN
        return State.READY

    def pixmap(self, path: Path, width: int, height: int) -> QPixmap | None:
        """Return the picture in this many device pixels; None if it has to be waited for."""
        key = (path, width, height)
        found = self._images.get(key)
        if found is not None:
            self._images.move_to_end(key)
            return found
        if key not in self._wanted and self.state(path) is not State.BROKEN:
            self._wanted.add(key)
            self._put("decode", path, width, height)
        return None

    def nearest(self, path: Path) -> QPixmap | None:
        """Return the picture in another size, to be shown while the right one is made."""
        for key in reversed(self._images):
            if key[0] == path:
                return self._images[key]
        return None

    def forget(self, path: Path) -> None:
        """Drop what is known of a file that changed."""
        for key in [one for one in self._images if one[0] == path]:
            del self._images[key]
        self._broken.pop(path, None)

    def prepare(self, path: Path | None) -> None:
        """Have a drawing drawn before it is needed."""
        if path is not None and path.suffix.lower() == ".svg" and not natural_size(path).isEmpty():
            self._put("draw", path, 0, 0)

    @property
    def idle(self) -> bool:
        """Tell whether nothing is waited for."""
        return not self._wanted

    def close(self) -> None:
        """End the thread and the drawing process."""
        if self._thread is not None:
            self._worker.closing = True
            self._queue.put(None)
            self._thread.join(raster.LIMIT_S)
            self._thread = None
        self._worker.stop()

    # ── the thread ────────────────────────────────────────────────────────────────────────────

    def _put(self, what: str, path: Path, width: int, height: int) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="pictures", daemon=True)
            self._thread.start()
        self._queue.put((what, path, width, height))

    def _run(self) -> None:
        while (entry := self._queue.get()) is not None:
            what, path, width, height = entry
            image: QImage | None = None
            with contextlib.suppress(Exception):  # a picture that fails in any way is broken
                file = raster_file(path, self._worker)
                if what == "draw":
                    continue
                reader = QImageReader(str(file))
                reader.setAutoTransform(True)
                reader.setAllocationLimit(256)
                reader.setScaledSize(QSize(width, height))
                image = reader.read()
            if what == "decode":
                with contextlib.suppress(RuntimeError):  # the program is closing
                    self._came.emit((path, width, height, image))

    @Slot(object)
    def _on_came(self, entry: tuple[Path, int, int, QImage | None]) -> None:
        path, width, height, image = entry
        key = (path, width, height)
        self._wanted.discard(key)
        if image is None or image.isNull():
            self._broken[path] = _stamp(path)
        else:
            self._images[key] = QPixmap.fromImage(image)
            self._trim()
        self.changed.emit(path)

    def _trim(self) -> None:
        total = sum(4 * one.width() * one.height() for one in self._images.values())
        while total > _KEPT and len(self._images) > 1:
            _, dropped = self._images.popitem(last=False)
            total -= 4 * dropped.width() * dropped.height()


def is_drawn(path: Path) -> bool:
    """Tell whether `raster_file` has nothing to draw."""
    if path.suffix.lower() != ".svg":
        return True
    try:
        return _target(path.read_bytes()).exists()
    except OSError:
        return True


def _target(data: bytes) -> Path:
    name = hashlib.sha256(data).hexdigest()[:32]
    return cache_dir() / "pictures" / f"{name}-{raster.WIDTH}.png"


def raster_file(path: Path, worker: raster.Worker | None = None, *, again: bool = False) -> Path:
    """Return a file of pixels for a picture: itself, or for a drawing the PNG made from it.

    Args:
        path: The picture.
        worker: The process that draws; one of its own if left out.
        again: Try once more if it failed today, on a busy PC for instance.

    Raises:
        raster.NotDrawn: It was refused, or could not be drawn in time.
        OSError: It cannot be read.
    """
    if path.suffix.lower() != ".svg":
        return path
    data = path.read_bytes()
    target = _target(data)
    if target.exists():
        return target
    bad = target.with_suffix(".bad")
    if _is_recent(bad) and not again:
        raise raster.NotDrawn(path.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    checked = target.with_name(f"{target.stem}-{threading.get_ident()}.svg")
    own = worker or raster.Worker()
    try:
        checked.write_bytes(cleaned_svg(data))  # only what the check knows is drawn
        own.draw(checked, target)
    except (raster.NotDrawn, ValueError) as error:
        if target.exists():  # somebody else was faster
            return target
        if not own.closing:
            with contextlib.suppress(OSError):
                bad.touch()
        raise raster.NotDrawn(path.name) from error
    finally:
        with contextlib.suppress(OSError):
            checked.unlink(missing_ok=True)
        if worker is None:
            own.stop()
    return target


def _is_recent(mark: Path) -> bool:
    """Tell whether a drawing failed a moment ago."""
    try:
        return time.time() - mark.stat().st_mtime < _TRY_AGAIN_S
    except OSError:
        return False


_store: PictureStore | None = None


def store() -> PictureStore:
    """Return the one store of the program; it ends with the application."""
    global _store
    if _store is None:
        _store = PictureStore()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(_store.close)
    return _store
