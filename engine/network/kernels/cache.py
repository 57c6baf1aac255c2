"""This module finds the folder of the compiled kernels without importing Numba.

The folder's name holds a hash of every kernel's source: Numba itself looks only at the file of the function it
caches, not at the files of the functions that were inlined into it.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from typing import Any

_KERNELS = Path(__file__).parent


def cache_folder() -> Path:
    """Where this version of the kernels is kept once compiled for this processor, Python and Numba."""
    return _cache_root() / f"kernels-{_fingerprint()}"


_found: dict[str, Any] = {}


def _cache_root() -> Path:
    """NUMBA_CACHE_DIR, else beside the kernels, else (a read-only installation) the user's cache."""
    if "root" not in _found:
        chosen = os.environ.get("NUMBA_CACHE_DIR")
        places = [Path(chosen)] if chosen else [_KERNELS / "__pycache__", _user_cache()]
        _found["root"] = next((place for place in places if _is_writable(place)), Path(tempfile.gettempdir()))
    root: Path = _found["root"]
    return root


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "perceptra" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "perceptra"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "perceptra"


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _fingerprint() -> str:
    if "fingerprint" not in _found:
        digest = hashlib.sha256()
        for fact in (sys.version, _version("numba"), _version("llvmlite"), _version("numpy"), _processor()):
            digest.update(fact.encode() + b"\0")
        for name, value in sorted(os.environ.items()):
            if name.startswith("NUMBA_CPU"):
                digest.update(f"{name}={value}\0".encode())
        for source in sorted(_KERNELS.glob("*.py")):
            digest.update(source.name.encode() + b"\0" + source.read_bytes())
        _found["fingerprint"] = digest.hexdigest()[:16]
    return str(_found["fingerprint"])


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"


def _processor() -> str:
    """The processor's model and abilities: compiled code for another one would not be used."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor() + platform.machine()
    wanted = ("model name", "flags", "Features", "CPU implementer", "CPU part")
    facts = dict.fromkeys(line for line in lines if line.startswith(wanted))
    return platform.machine() + "\n".join(facts)
