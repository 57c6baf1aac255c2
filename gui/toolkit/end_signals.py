"""This module hears of the signals by which a terminal or the system ends a program, in the window's event loop."""

from __future__ import annotations

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # the last on Windows, the one before it elsewhere
_MOST_AT_ONCE = 64


class EndSignals(QObject):
    """`received` tells a signal's number. A signal that whoever started the program has it ignore stays ignored.

    Python itself looks for signals between two of its own steps, and raises what nobody expects there; the event loop
    sleeps in C++. So the signal's number is written to a socket, which wakes the loop.
    """

    received = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._inbox, self._outbox = socket.socketpair()
        self._inbox.setblocking(False)
        self._outbox.setblocking(False)
        self._notifier = QSocketNotifier(self._inbox.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)
        signal.set_wakeup_fd(self._outbox.fileno(), warn_on_full_buffer=False)
        self._numbers = {int(getattr(signal, name)) for name in _NAMES if hasattr(signal, name)}
        for number in self._numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda _number, _frame: None)

    def _on_notifier_activated(self) -> None:
        with contextlib.suppress(BlockingIOError):
            for number in self._inbox.recv(_MOST_AT_ONCE):
                if number in self._numbers:
                    self.received.emit(number)
