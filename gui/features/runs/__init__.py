"""The runs that stay: listed, compared, restored and deleted.

May import `session`, `document`, `toolkit` and `words`.
"""

from gui.features.runs.runs_panel import RunsPanel

__all__ = ["RunsPanel"]
