"""Looks for what a start needs before Qt is imported, and says in one sentence how to mend what is missing.

Standard library only, a few milliseconds. Without it a missing library or display makes Qt abort with a
misleading text. This module and main.py keep to syntax that Python 3.6 can read, so that an old Python
prints the sentence too.
"""

import ctypes
import importlib.util
import os
import platform
import shlex
import shutil
import sys
from typing import Iterable, List, Mapping, NamedTuple, Optional, Tuple

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)

GLIBC_OF = {"x86_64": (2, 34), "aarch64": (2, 39)}
"""For each machine, the oldest C library of Linux that Qt's wheels run on."""
OLDEST_MACOS = 13

PACKAGES = ("PySide6", "pyqtgraph", "numpy", "contourpy", "msgspec")


class Library(NamedTuple):
    """A shared library and the Debian package that brings it."""

    soname: str
    package: str


DRAWING_LIBRARIES = (
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
)
X11_LIBRARIES = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
)
WAYLAND_LIBRARIES = (
    Library("libwayland-client.so.0", "libwayland-client0"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0"),
)


def find_problem(offscreen: bool = False) -> Optional[str]:
    """A sentence with the line that mends it, or None when the window can open.

    `offscreen`: no display is needed, only what Qt needs to draw into a picture.
    """
    problem = find_python_problem(sys.version_info[:2])
    if problem is None:
        problem = find_package_problem()
        if problem is not None:  # where they are there, somebody has built them for this system
            problem = find_system_problem() or problem
    return problem or find_display_problem(offscreen)


def find_python_problem(version: Tuple[int, ...]) -> Optional[str]:
    """Whether `version` (major, minor) is one that every dependency supports."""
    if OLDEST_PYTHON <= tuple(version) <= NEWEST_PYTHON:
        return None
    return (
        "Perceptra runs on Python {} to {}, and this is Python {}; start it with one of them: make run PYTHON=python{}"
    ).format(*(".".join(str(part) for part in it) for it in (OLDEST_PYTHON, NEWEST_PYTHON, version, NEWEST_PYTHON)))


def find_system_problem() -> Optional[str]:
    """Whether the packages that Perceptra needs are made for this system, whatever else is installed."""
    if sys.platform == "darwin":
        release = platform.mac_ver()[0]
        if release and int(release.split(".")[0]) < OLDEST_MACOS:
            return f"Perceptra needs macOS {OLDEST_MACOS} or later, as Qt does, and this is macOS {release}."
    return _linux_problem(platform.machine()) if sys.platform.startswith("linux") else None


def _linux_problem(machine: str) -> Optional[str]:
    needed = GLIBC_OF.get(machine)
    if needed is None:
        return f"Perceptra needs a computer with {' or '.join(GLIBC_OF)}, as Qt does, and this is {machine}."
    library, release = platform.libc_ver()
    if library == "glibc" and tuple(int(part) for part in release.split(".")[:2]) >= needed:
        return None
    found = f"glibc {release}" if library == "glibc" else "another C library"
    systems = "Debian 12, Ubuntu 22.04, Fedora 35, RHEL 9" if needed <= (2, 34) else "Debian 13, Ubuntu 24.04"
    wanted = f"glibc {needed[0]}.{needed[1]} or later"
    return f"Perceptra needs a Linux with {wanted}, as Qt does, and this one has {found}; use {systems} or later."


def find_package_problem(names: Iterable[str] = PACKAGES) -> Optional[str]:
    """Whether the Python packages that a start needs are installed."""
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    if not missing:
        return None
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    install = " ".join(shlex.quote(part) for part in (sys.executable or "python", "-m", "pip", "install", "-e", root))
    return f"Perceptra needs {_and_list(missing)}, not installed in this Python; run: make run (or: {install})"


def find_display_problem(offscreen: bool, environment: Optional[Mapping[str, str]] = None) -> Optional[str]:
    """Whether Qt can draw here: its libraries are there and, unless `offscreen`, a display answers."""
    if not sys.platform.startswith("linux"):
        return None
    environment = os.environ if environment is None else environment
    platform = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if offscreen or platform not in ("", "xcb", "wayland", "wayland-egl"):
        return _library_problem(DRAWING_LIBRARIES)
    x11 = bool(environment.get("DISPLAY")) and not platform.startswith("wayland")
    wayland = bool(environment.get("WAYLAND_DISPLAY")) and platform != "xcb"
    if not x11 and not wayland:
        return (
            "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            f"start Perceptra from a desktop, or save a picture without one: {_command()} --screenshot window.png"
        )
    problems = [_x11_problem(environment["DISPLAY"])] if x11 else []
    problems += [_wayland_problem(environment)] if wayland else []
    return None if None in problems else problems[0]


def missing_libraries(libraries: Iterable[Library]) -> List[Library]:
    """Those of `libraries` that the dynamic linker cannot load."""
    return [library for library in libraries if not _loads(library.soname)]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _library_problem(libraries: Iterable[Library]) -> Optional[str]:
    missing = missing_libraries(libraries)
    if not missing:
        return None
    count = "a system library is" if len(missing) == 1 else f"{len(missing)} system libraries are"
    return f"Perceptra cannot open a window because {count} missing; install with: {install_line(missing)}"


def install_line(libraries: Iterable[Library]) -> str:
    """The command that installs `libraries` on this system."""
    sudo = "" if getattr(os, "geteuid", lambda: 0)() == 0 else "sudo "
    if shutil.which("apt-get") is None and shutil.which("dnf") is not None:
        # dnf finds a package by the library that it provides.
        return sudo + "dnf install " + " ".join(f"'{library.soname}()(64bit)'" for library in libraries)
    return sudo + "apt-get install -y " + " ".join(library.package for library in libraries)


def _x11_problem(display: str) -> Optional[str]:
    problem = _library_problem(DRAWING_LIBRARIES + X11_LIBRARIES)
    if problem is not None:
        return problem
    # The X library's own attempt: it knows about sockets, hosts and access rights.
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return _unreachable(f"DISPLAY={display}") if refused else None


def _wayland_problem(environment: Mapping[str, str]) -> Optional[str]:
    problem = _library_problem(DRAWING_LIBRARIES + WAYLAND_LIBRARIES)
    if problem is not None:
        return problem
    import socket  # costs some ms, and few need it

    name = environment["WAYLAND_DISPLAY"]
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name))
        except OSError:
            return _unreachable(f"WAYLAND_DISPLAY={name}")
    return None


def _unreachable(display: str) -> str:
    return (
        f"The display {display} cannot be reached; start Perceptra from a desktop that is running, "
        f"or save a picture without one: {_command()} --screenshot window.png"
    )


def _command() -> str:
    return f"{shlex.quote(sys.executable or 'python')} {shlex.quote(sys.argv[0] or 'main.py')}"


def _and_list(names: List[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
