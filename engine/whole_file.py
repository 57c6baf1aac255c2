"""Writes files in one stroke, so that neither a full disk nor a killed process leaves half of one behind."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from engine.errors import EngineError
from engine.text_file import reason_of


def write_whole(path: Path, payload: bytes) -> None:
    """Write `payload` to `path`, wholly or not at all: beside the file, forced to the disk, then put in its place.

    Raises EngineError, leaving a former file as it was, where the place does not allow it.
    """
    try:
        target = path.resolve()  # a link goes on pointing to the file
        if target.exists() and not target.is_file():  # a folder, or a device that must not be replaced
            raise EngineError(
                "{file} in {folder} is not a file; choose another name.", file=path.name, folder=path.parent
            )
        spare = target.with_name(f".{secrets.token_hex(8)}.tmp")
        try:
            with spare.open("xb") as file:
                file.write(payload)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, spare)
            os.replace(spare, target)
        finally:
            spare.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except EngineError:
        raise
    except (OSError, ValueError) as error:
        raise EngineError(
            "{file} could not be saved in {folder}: {reason}. Choose another folder or name.",
            file=path.name,
            folder=path.parent,
            reason=reason_of(error),
        ) from error


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
