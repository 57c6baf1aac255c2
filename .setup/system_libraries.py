"""Installs the system libraries and the font that the window needs, on Debian and Ubuntu; elsewhere does nothing.

Says what it is about to do; uses sudo only when not root. What could not be installed stops nothing here:
the start and the tests look again and say what is missing.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from gui.startup_check import (
    DRAWING_LIBRARIES,
    WAYLAND_LIBRARIES,
    X11_LIBRARIES,
    Library,
    missing_libraries,
)

# Qt's translation tools, which `make translations` and one test run, link Qt's network library.
TOOL_LIBRARIES = (Library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),)
CHINESE_FONT = "fonts-noto-cjk"

_QUIET = ["-o", "Dpkg::Use-Pty=0"]


def install_missing(window: bool, venv: bool) -> bool:
    """Install what is missing; False when that did not work.

    window: also what a real window needs; otherwise what drawing off screen and the translation tools need.
    venv: also the package with which this Python makes virtual environments.
    """
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return True
    packages = missing_packages(window)
    if venv:
        packages.append(venv_package())
    if not packages:
        return True
    privilege = _privilege()
    if privilege is None:
        _say(
            f"System packages are missing and this user may not install them: sudo apt-get install -y {_join(packages)}"
        )
        return False
    _say(f"Installing system packages with apt-get: {_join(packages)}")
    install = ["install", "-y", "--no-install-recommends", *packages]
    if _has_package_lists() and _apt(privilege, install):
        return True
    # A fresh machine has no lists of packages yet, and old lists name versions that are gone.
    _apt(privilege, ["update"])
    if _apt(privilege, install):
        return True
    _say(f"That did not work; please try: sudo apt-get install -y {_join(packages)}")
    return False


def missing_packages(window: bool) -> list[str]:
    """Debian packages to install, in a fixed order."""
    wanted = DRAWING_LIBRARIES + (X11_LIBRARIES if window else TOOL_LIBRARIES)
    if window and os.environ.get("WAYLAND_DISPLAY"):
        wanted += WAYLAND_LIBRARIES
    packages = [library.package for library in missing_libraries(wanted)]
    if not has_chinese_font():
        packages.append(CHINESE_FONT)
    return packages


def has_chinese_font() -> bool:
    """Whether fontconfig knows a font with Simplified Chinese; without fontconfig there is none for Qt."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    fontconfig.FcNameParse.restype = ctypes.c_void_p
    fontconfig.FcObjectSetCreate.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)  # the struct begins with the number of fonts
    fontconfig.FcFontList.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    pattern = fontconfig.FcNameParse(b":lang=zh-cn")
    fonts = fontconfig.FcFontList(None, pattern, fontconfig.FcObjectSetCreate())
    return bool(fonts) and fonts[0] > 0


def venv_package() -> str:
    """The Debian package that brings venv and ensurepip to this Python."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def _privilege() -> list[str] | None:
    """What stands before apt-get; None when this user has no way to become root."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if sys.stdin.isatty():
        return ["sudo"]
    allowed = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    return ["sudo", "-n"] if allowed else None


def _has_package_lists() -> bool:
    return any(Path("/var/lib/apt/lists").glob("*_Packages*"))


def _apt(privilege: list[str], arguments: list[str]) -> bool:
    command = [*privilege, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *_QUIET, *arguments]
    return subprocess.run(command, check=False).returncode == 0


def _join(packages: list[str]) -> str:
    return " ".join(packages)


def _say(text: str) -> None:
    print(f"» {text}", flush=True)
