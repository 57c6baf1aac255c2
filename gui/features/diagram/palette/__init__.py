"""Ready networks stand above the canvas; a click or a drag takes one."""

from gui.features.diagram.palette.network_palette import NetworkPalette

__all__ = ["NetworkPalette"]
