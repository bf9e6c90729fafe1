"""Messages over the page: newest below, at most three, none in the way of the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space

if TYPE_CHECKING:
    from ecolearn.ui.widgets.banner import Banner

_MOST = 3
_ABOUT_PAGE = "aboutPage"
_WIDEST_PX = 640
_ABOVE_BAR_PX = 76
_STAYS_MS = {"info": 6_000, "ok": 4_000, "warning": 12_000, "danger": 0}  # 0: until closed


class BannerStack(QObject):
    """Lays banners along the lower edge of `area`, over whatever it shows; `ground` is an
    ancestor of it that they belong to, so that a page shown later does not cover them."""

    def __init__(self, ground: QWidget, area: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._area = area
        self._shown: list[Banner] = []
        area.installEventFilter(self)

    def tell(self, kind: str, text: str, *, lasting: bool = False) -> None:
        """Show `text`; the same text twice is shown once. Screen readers hear it."""
        if any(banner.text() == text for banner in self._shown):
            return
        from ecolearn.ui.widgets.banner import Banner  # not before there is something to tell

        banner = Banner(text, kind, parent=self._ground)
        banner.setProperty(_ABOUT_PAGE, kind == "warning" and not lasting)
        banner.closed.connect(partial(self._drop, banner))
        self._shown.append(banner)
        while len(self._shown) > _MOST:
            self._drop(self._shown[0])
        banner.show()
        banner.raise_()
        self._place()
        stays = 0 if lasting else _STAYS_MS.get(kind, 6_000)
        if stays:
            QTimer.singleShot(stays, banner, partial(self._drop, banner))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._area, text))

    def texts(self) -> list[str]:
        """Return what is shown, oldest first."""
        return [banner.text() for banner in self._shown]

    def leave_page(self) -> None:
        """Take away the warnings about what is left now."""
        for banner in list(self._shown):
            if banner.property(_ABOUT_PAGE):
                self._drop(banner)

    def clear(self) -> None:
        """Take all away."""
        for banner in list(self._shown):
            self._drop(banner)
        self._shown.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the area."""
        if event.type() == QEvent.Type.Resize and self._shown:
            self._place()
        return False

    def _drop(self, banner: Banner) -> None:
        if banner in self._shown and shiboken6.isValid(banner):
            self._shown.remove(banner)
            banner.hide()
            banner.deleteLater()
            self._place()

    def _place(self) -> None:
        """Stack the banners upwards from above the bar that many pages have at the bottom."""
        edge = style.px(Space.L)
        width = min(self._area.width() - 2 * edge, style.px(_WIDEST_PX))
        corner = self._area.mapTo(self._ground, QPoint(0, 0))
        left = corner.x() + (self._area.width() - width) // 2
        bottom = corner.y() + self._area.height() - style.px(_ABOVE_BAR_PX)
        for banner in reversed(self._shown):
            banner.setFixedWidth(width)
            height = max(banner.sizeHint().height(), banner.heightForWidth(width))
            bottom -= height
            banner.setGeometry(left, bottom, width, height)
            bottom -= style.px(Space.S)
