"""This module finds the folder of the compiled kernels without importing Numba.

The folder's name holds a hash of every source that a kernel is made of: Numba itself looks only at the file of the
function it caches, not at the files of the functions and numbers that were inlined into it. What lies in the folder is
run when it is loaded, so the folder is the user's own, and nobody else can write there; without such a place the
kernels are not kept.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import re
import stat
import sys
import tempfile
from pathlib import Path
from typing import Any

_KERNELS = Path(__file__).parent
_SPEC = _KERNELS.parents[1] / "spec"
_TAKEN_FROM_SPEC = re.compile(rb"^from engine\.spec\.(\w+) import", re.MULTILINE)
_CPU_INFO = Path("/proc/cpuinfo")
_OWNER_ALONE, _OTHERS_WRITE = 0o700, 0o022


def cache_folder() -> Path | None:
    """Where this version of the kernels is kept once compiled for this processor, Python and Numba; None: nowhere."""
    if "folder" not in _found:
        folders = (root / f"kernels-{_fingerprint()}" for root in _roots())
        _found["folder"] = next((folder for folder in folders if _is_ours_alone(folder)), None)
    folder: Path | None = _found["folder"]
    return folder


_found: dict[str, Any] = {}


def _roots() -> list[Path]:
    """NUMBA_CACHE_DIR, else beside the kernels, else (a read-only installation) the user's cache."""
    chosen = os.environ.get("NUMBA_CACHE_DIR")
    return [Path(chosen)] if chosen else [_KERNELS / "__pycache__", _user_cache()]


def _is_ours_alone(folder: Path) -> bool:
    """Makes the folder where it is missing; whether it is a folder in which this user, and nobody else, can write."""
    try:
        folder.parent.mkdir(_OWNER_ALONE, parents=True, exist_ok=True)
        folder.mkdir(_OWNER_ALONE, exist_ok=True)
        if os.name == "posix":
            status = folder.lstat()  # a link would lead to where somebody else has the say
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid() or status.st_mode & _OTHERS_WRITE:
                return False
            folder.chmod(_OWNER_ALONE)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "perceptra" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "perceptra"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "perceptra"


def _fingerprint() -> str:
    if "fingerprint" not in _found:
        digest = hashlib.sha256()
        for fact in (sys.version, _version("numba"), _version("llvmlite"), _version("numpy"), _processor()):
            digest.update(fact.encode() + b"\0")
        for name, value in sorted(os.environ.items()):
            if name.startswith("NUMBA_CPU"):
                digest.update(f"{name}={value}\0".encode())
        for source in _sources():
            digest.update(source.name.encode() + b"\0" + source.read_bytes())
        _found["fingerprint"] = digest.hexdigest()[:16]
    return str(_found["fingerprint"])


def _sources() -> list[Path]:
    """The kernels, and the modules of `spec` whose numbers are compiled into them."""
    kernels = sorted(_KERNELS.glob("*.py"))
    taken = {name.decode() for kernel in kernels for name in _TAKEN_FROM_SPEC.findall(kernel.read_bytes())}
    return [*kernels, *(_SPEC / f"{name}.py" for name in sorted(taken))]


def _version(package: str) -> str:
    """What the folder of the installation is called; `importlib.metadata` would load a parser of e-mails to read it."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        return "none"
    notes = Path(found.origin).parents[1].glob(f"{package}-*.dist-info")
    return " ".join(sorted(note.name for note in notes)) or str(Path(found.origin).stat().st_mtime_ns)


def _processor_as_compiled_for() -> str:
    try:
        from llvmlite import binding
    except ImportError:
        return ""
    return str(binding.get_host_cpu_name()) + str(binding.get_host_cpu_features().flatten())


def _processor() -> str:
    """The processor's model and abilities: compiled code for another one would not be used."""
    try:
        lines = _CPU_INFO.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # no Linux: there the names that the system gives are those of whole families
        return platform.machine() + platform.processor() + _processor_as_compiled_for()
    wanted = ("model name", "flags", "Features", "CPU implementer", "CPU part")
    facts = dict.fromkeys(line for line in lines if line.startswith(wanted))
    return platform.machine() + "\n".join(facts)
