"""Sentences about a sorting game that its pages and its copy share."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from ecolearn.content.activities.base import State
from ecolearn.content.activities.sorting import Sorting
from ecolearn.ui.activities.base import Around
from ecolearn.ui.items.text import plain


def share_text(share: float) -> str:
    """Return a share (0–1) in per cent with at most one decimal, as the language writes it."""
    locale = QLocale()
    number = locale.toString(round(100 * share, 1), "g", 4)
    space = "" if locale.language() == QLocale.Language.English else "\u00a0"
    return f"{number}{space}%"


def capital(words: str) -> str:
    """Return `words` with a capital letter first, to stand alone."""
    return words[:1].upper() + words[1:]


class SortingWords(QObject):
    """The words for one state of a game."""

    def __init__(self, activity: Sorting, around: Around, state: State) -> None:
        super().__init__()
        self._activity = activity
        self._around = around
        self._state = state

    def bin(self, bin_id: str) -> str:
        """Return the words of a bin in the set that is played."""
        text = self._around.text
        chosen = self._activity.set(str(self._state.get("set", "")))
        other = text(chosen.bins.get(bin_id, {})) if chosen is not None else ""
        found = self._activity.bin(bin_id)
        return other or (text(found.label) if found is not None else bin_id)

    def watched(self) -> str:
        """Return what the share of wrong things is about."""
        if not self._activity.watch:
            return self.tr("of all things in a wrong bin")
        name = self.bin(self._activity.watch)
        return self.tr("wrong things in “{bin}”").format(bin=name)

    def contamination(self) -> str:
        """Return how clean the watched bin is, and what passes."""
        found = self._activity.contamination(self._state)
        limit = share_text(self._activity.pass_mark)
        name = self.bin(self._activity.watch) if self._activity.watch else ""
        if not found.count:
            return self.tr("Nothing was put into “{bin}”, so nothing can be said about it.").format(
                bin=name
            )
        if name:
            words = self.tr(
                "{wrong} of %n thing(s) in “{bin}” did not belong there: {share}.", "", found.count
            )
        else:
            words = self.tr(
                "{wrong} of %n thing(s) did not belong there: {share}.", "", found.count
            )
        said = words.format(wrong=found.wrong, bin=name, share=share_text(found.share))
        if self._activity.is_practice(self._state):
            return said
        return f"{said} " + self.tr("Up to {limit} is clean enough.").format(limit=limit)

    def report(self) -> str:
        """Return the whole game as text."""
        text = self._around.text
        rows = [text(self._activity.title), ""]
        count = len(self._state.get("order", ()))
        right = self._activity.right_count(self._state)
        rows.append(
            self.tr("{count} of {whole} right at the first try").format(count=right, whole=count)
        )
        rows.append(self.contamination())
        mistakes = self._activity.mistakes(self._state)
        if mistakes:
            rows += ["", self.tr("What went into another bin") + ":"]
        for thing, bin_id in mistakes:
            row = self.tr("{thing}: {chosen} (right: {right}). {why}").format(
                thing=text(thing.label),
                chosen=self.bin(bin_id),
                right=self.bin(thing.bin),
                why=plain(text(thing.why)),
            )
            rows.append(f"- {row}")
        return "\n".join(rows)


__all__ = ["SortingWords", "capital", "share_text"]
