"""The window. Everything that knows Qt is below this package."""

import builtins

_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

# PySide6 replaces `__import__` to look for `from __feature__ import …` in the source of every
# module imported later: 65–86 ms of a start (PERFORMANCE, "What dominates"). We use no features.
builtins.__import__ = _plain_import
