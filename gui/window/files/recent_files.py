"""The projects opened and saved last, newest first, remembered between starts."""

from __future__ import annotations

import json
from pathlib import Path

from gui.toolkit.services.settings import WindowSettings

MOST = 9  # as many as there are digits to press
_NAME = "recent_files"


class RecentFiles:
    """At most `MOST` different paths in the user's settings; what is damaged there counts as empty."""

    def __init__(self, settings: WindowSettings) -> None:
        self._settings = settings

    @property
    def paths(self) -> list[Path]:
        """The files, newest first, whether they are still there or not."""
        try:
            names = json.loads(self._settings.text(_NAME, "[]"))
        except (ValueError, RecursionError):
            return []
        return [Path(name) for name in names if isinstance(name, str)][:MOST] if isinstance(names, list) else []

    def add(self, path: Path) -> None:
        """Put `path` first."""
        path = path.absolute()
        self._remember([path, *(other for other in self.paths if other != path)])

    def remove(self, path: Path) -> None:
        """Forget `path`."""
        self._remember([other for other in self.paths if other != path])

    def clear(self) -> None:
        """Forget them all."""
        self._remember([])

    def _remember(self, paths: list[Path]) -> None:
        self._settings.remember(_NAME, json.dumps([str(path) for path in paths[:MOST]]))
