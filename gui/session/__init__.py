"""Training in the background: `TrainingSession` for the window, its threads behind it.

May import `document`, `toolkit` and `words`, and no widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gui.session.session import DEFAULT_EPOCHS_PER_SECOND, TrainingSession

__all__ = ["DEFAULT_EPOCHS_PER_SECOND", "TrainingSession"]


def __getattr__(name: str) -> Any:
    """When it is asked for: kernels are prepared before anything else is imported."""
    if name in __all__:
        from gui.session import session

        return getattr(session, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
