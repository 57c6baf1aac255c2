"""What hands do on the canvas: each gesture is an object that starts at a press and is finished or cancelled."""

from gui.features.diagram.gestures.choice import gesture_for
from gui.features.diagram.gestures.gesture import Gesture

__all__ = ["Gesture", "gesture_for"]
