"""The canvas on which a network is built, read and edited while it trains."""

from gui.diagram.diagram_panel import DiagramPanel
from gui.diagram.diagram_view import DiagramView
from gui.diagram.palette import NetworkPalette

__all__ = ["DiagramPanel", "DiagramView", "NetworkPalette"]
