"""Training in the background: `TrainingSession` for the window, its threads behind it."""

from gui.session.session import DEFAULT_EPOCHS_PER_SECOND, TrainingSession

__all__ = ["DEFAULT_EPOCHS_PER_SECOND", "TrainingSession"]
