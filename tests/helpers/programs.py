"""Programs that tests start."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def started(command: Sequence[str], **settings: Any) -> Iterator[subprocess.Popen[str]]:
    """The program; it is killed at the end, else a test that fails before it does so would wait for it for ever."""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, **settings) as program:
        try:
            yield program
        finally:
            program.kill()
