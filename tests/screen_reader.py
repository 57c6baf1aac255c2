"""Opens the window and reads it through AT-SPI, as a screen reader on Linux does; for the system's own Python.

    xvfb-run dbus-run-session -- /usr/bin/python3 tests/screen_reader.py .venv/bin/python

On Debian and Ubuntu it needs: apt-get install at-spi2-core python3-pyatspi xvfb dbus. It checks that the program has
its name, that epoch, error and right have their values, that the parts of the network are children with their values,
that plots have a sentence, and that a pause is announced. Exit code 0 only when all of it is so.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found] # noqa: E402

_START_S, _REPOSITORY = 60.0, Path(__file__).resolve().parents[1]
_ANNOUNCED = "object:announcement"
_PRESS = 1  # after "Toggle"


def main(python: str) -> int:
    """Open the window with `python`, read it, close it."""
    told: list[str] = []
    listener = Atspi.EventListener.new(lambda event, *_: told.append(str(event.any_data)))
    listener.register(_ANNOUNCED)
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1")
    command = [python, "main.py", "--demo", "spirals", "--language", "en"]
    program = subprocess.Popen(command, cwd=_REPOSITORY, env=environment)
    try:
        return _read(told)
    finally:
        program.terminate()
        program.wait(20)


def _read(told: list[str]) -> int:
    application = _awaited(_perceptra)
    button = _awaited(lambda: _button(application, "Train"))
    checks: dict[str, Callable[[], object]] = {
        "the program has its name": lambda: application is not None,
        "epoch has its value": lambda: _named(application, r"epoch \d"),
        "error has its value": lambda: _named(application, r"error \(sum\) \d"),
        "right has its value": lambda: _named(application, r"right \d+/\d+"),
        "a neuron is a child with its value": lambda: _named(application, r"a₁.* = "),
        "a connection is a child with its value": lambda: _named(application, r"w₁₁.* = −?\d"),
        "the region has a sentence": lambda: _described(application, r"Epoch \d+: \d+ of \d+ samples are right"),
        "training starts by its button": lambda: _becomes(button, "Pause"),
        "the error curve has a sentence": lambda: _described(application, r"Mean error \d.* at epoch \d"),
        "training pauses by its button": lambda: _becomes(button, "Train"),
        "the pause is announced": lambda: any(text.startswith("Training stands: epoch") for text in told),
    }
    failures = 0
    for title, check in checks.items():
        is_so = bool(_awaited(check))
        failures += not is_so
        print(f"{'yes' if is_so else 'NO '}  {title}")
    return min(failures, 1)


def _awaited(check: Callable[[], Any]) -> Any:
    """What `check` finds, asked until it finds something, while events arrive."""
    until = time.monotonic() + _START_S / 4
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            if found := check():
                return found
        except GLib.Error:  # the thing has gone while it was asked
            pass
        time.sleep(0.2)
    return None


def _perceptra() -> Any:
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    programs = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    return next((program for program in programs if program is not None and program.get_name() == "Perceptra"), None)


def _all_of(thing: Any) -> Iterator[Any]:
    yield thing
    for index in range(thing.get_child_count()):
        child = thing.get_child_at_index(index)
        if child is not None:
            yield from _all_of(child)


def _named(application: Any, pattern: str) -> Any:
    application.clear_cache()
    return next((thing for thing in _all_of(application) if re.match(pattern, thing.get_name() or "")), None)


def _described(application: Any, pattern: str) -> Any:
    application.clear_cache()
    return next((thing for thing in _all_of(application) if re.search(pattern, thing.get_description() or "")), None)


def _button(application: Any, name: str) -> Any:
    """The button of that name in the bar; Qt calls one that stays down a check box."""
    application.clear_cache()
    named = (thing for thing in _all_of(application) if thing.get_name() == name)
    return next((thing for thing in named if thing.get_role() == Atspi.Role.CHECK_BOX), None)


def _becomes(button: Any, name: str) -> bool:
    """Press `button`, unless it is called `name` already."""
    button.clear_cache()
    if button.get_name() == name:
        return True
    Atspi.Action.do_action(button, _PRESS)
    time.sleep(2.0)  # at other times it would be pressed back
    button.clear_cache()
    return bool(button.get_name() == name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else sys.executable))
