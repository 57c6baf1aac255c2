"""Ready networks above the canvas, to click or to drag onto it."""

from gui.features.diagram.palette.network_palette import NetworkPalette

__all__ = ["NetworkPalette"]
