"""Ready networks stand above the canvas; a click or a drag takes one.

May import the modules of `diagram` beside it and what they may import.
"""

from gui.features.diagram.palette.network_palette import NetworkPalette

__all__ = ["NetworkPalette"]
