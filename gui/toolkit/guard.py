"""One guard round everything that Qt calls: no exception of ours leaves a paint, an event or an event filter.

Qt cannot pass a Python exception on. A painter that such an exception keeps alive ends the program when Qt goes on
painting, and PySide raises the exception again later, out of any call that has nothing to do with it. So the methods
that override Qt's are wrapped, in our classes and in pyqtgraph's: what goes wrong is reported to `sys.excepthook`, as
PySide does for slots, and Qt is given an empty answer.
"""

from __future__ import annotations

import contextlib
import sys
import time
import traceback
from collections.abc import Callable
from functools import wraps
from types import FunctionType, TracebackType
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsItem

_Call = TypeVar("_Call", bound=Callable[..., Any])

_ANSWERS: dict[str, Callable[[], object]] = {
    "event": bool,
    "eventFilter": bool,
    "viewportEvent": bool,
    "sceneEvent": bool,
    "boundingRect": QRectF,
    "shape": QPainterPath,
    "sizeHint": QSize,
    "minimumSizeHint": QSize,
    "minimumSize": QSize,
    "heightForWidth": int,
    "hasHeightForWidth": bool,
    "rowCount": int,
    "columnCount": int,
    "setData": bool,
    "flags": lambda: Qt.ItemFlag.NoItemFlags,
    "textFromValue": str,
}
"""What Qt is told where the method that should answer has failed; methods not named here answer None."""
_WITHOUT_ANSWER = frozenset((
    "paint",
    "data",
    "headerData",
    "setGeometry",
    "setEditorData",
    "setModelData",
    "updateEditorGeometry",
    "selectionChanged",
    "currentChanged",
    "scrollContentsBy",
    "drawBackground",
    "drawForeground",
    "tabLayoutChange",
))  # fmt: skip
_REPEAT_AFTER_S = 1.0
"""A paint that fails fails many times a second: one report of the same place is enough."""

_bases: set[type] = set()
_reported: dict[tuple[str, int], float] = {}


def install() -> None:
    """Guard all classes on top of Qt's, those that are there and those that come."""
    for base in (QObject, QGraphicsItem):
        if base not in _bases:
            _bases.add(base)
            for kind in _subclasses(base):
                _guard(kind)
            _guard_future(base)


def is_guarded(call: object) -> bool:
    """Whether exceptions of `call` are kept from Qt."""
    return bool(getattr(call, "is_guarded", False))


def guarded(call: _Call, answer: Callable[[], object] = lambda: None) -> _Call:
    """`call`, which reports its exceptions and then answers `answer()`."""

    @wraps(call)
    def guard(*arguments: Any, **named: Any) -> Any:
        try:
            return call(*arguments, **named)
        except Exception as error:
            del arguments, named  # the report keeps this frame, and a painter must not live on with it
            _report(error)
            return answer()

    guard.is_guarded = True  # type: ignore[attr-defined]
    return guard  # type: ignore[return-value]


def overrides(kind: type) -> dict[str, FunctionType]:
    """The Python methods of `kind`, its own and those of its bases, that Qt calls, by name."""
    ours = [base for base in kind.__mro__ if not _is_qt(base) and base is not object]
    qts = [base for base in kind.__mro__ if _is_qt(base)]
    found: dict[str, FunctionType] = {}
    for base in reversed(ours):
        for name, call in vars(base).items():
            if isinstance(call, FunctionType) and _is_called(name) and any(name in vars(qt) for qt in qts):
                found[name] = call
    return found


def _is_qt(kind: type) -> bool:
    return kind.__module__.startswith(("PySide6", "Shiboken"))


def _is_called(name: str) -> bool:
    return name in _ANSWERS or name in _WITHOUT_ANSWER or name.endswith("Event")


def _guard(kind: type) -> None:
    if _is_qt(kind):
        return
    for name, call in overrides(kind).items():
        if not is_guarded(call):
            setattr(kind, name, guarded(call, _ANSWERS.get(name, lambda: None)))


def _guard_future(base: type) -> None:
    def guard_subclass(cls: type, **named: object) -> None:
        super(base, cls).__init_subclass__(**named)  # type: ignore[arg-type]
        _guard(cls)

    base.__init_subclass__ = classmethod(guard_subclass)  # type: ignore


def _subclasses(base: type) -> set[type]:
    found: set[type] = set()
    waiting: list[type] = [base]
    while waiting:
        below: list[type] = type.__subclasses__(waiting.pop())
        waiting += [kind for kind in below if kind not in found]
        found.update(below)
    return found


def _report(error: Exception) -> None:
    trace = error.__traceback__
    where = traceback.extract_tb(trace)[-1]
    _let_go_of_locals(trace)
    place, now = (where.filename, where.lineno or 0), time.monotonic()
    if now - _reported.get(place, -_REPEAT_AFTER_S) >= _REPEAT_AFTER_S:
        _reported[place] = now
        sys.excepthook(type(error), error, trace)


def _let_go_of_locals(trace: TracebackType | None) -> None:
    """A painter lives on with the frame in which it was made, and with the frame's dictionary, if anyone asked."""
    for frame, _line in traceback.walk_tb(trace):
        with contextlib.suppress(RuntimeError):  # it still runs
            frame.clear()
            len(frame.f_locals)  # brings the dictionary up to date: empty
