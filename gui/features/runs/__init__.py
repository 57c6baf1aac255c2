"""The runs that stay: listed, compared, restored and deleted."""

from gui.features.runs.runs_panel import RunsPanel

__all__ = ["RunsPanel"]
