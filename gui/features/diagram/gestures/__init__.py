"""A gesture is an object that starts at the press of a mouse button and is finished or cancelled.

May import the modules of the diagram, except its canvas and its view.
"""

from gui.features.diagram.gestures.canvas_parts import CanvasParts
from gui.features.diagram.gestures.choice import gesture_for
from gui.features.diagram.gestures.gesture import Gesture

__all__ = ["CanvasParts", "Gesture", "gesture_for"]
