"""The canvas on which a network is built, read and edited while it trains."""

from gui.diagram.diagram_view import DiagramView

__all__ = ["DiagramView"]
