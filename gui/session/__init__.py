"""Training in the background: `TrainingSession` for the window, its threads behind it.

May import `document`, `toolkit` and `words`, and no widget.
"""

from gui.session.session import DEFAULT_EPOCHS_PER_SECOND, TrainingSession

__all__ = ["DEFAULT_EPOCHS_PER_SECOND", "TrainingSession"]
