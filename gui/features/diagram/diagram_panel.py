"""A panel holds the canvas and, above it, the ready networks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.features.diagram.diagram_view import DiagramView
from gui.features.diagram.palette.network_palette import NetworkPalette


class DiagramPanel(QWidget):
    """Stacks the palette over the canvas."""

    def __init__(self, palette: NetworkPalette, view: DiagramView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagram_panel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(palette)
        layout.addWidget(view)  # which takes what the palette leaves
        palette.chosen.connect(view.use_network)
