"""What helps to read the diagram: numbers written onto it, and one neuron set off from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gui.diagram.annotations import NOTHING, Annotations, PartKey
from gui.diagram.layout import Layout
from gui.diagram.target import INPUTS, Target

if TYPE_CHECKING:
    from gui.diagram.diagram_canvas import DiagramCanvas


class ReadingAids:
    """Composes what is written onto a `DiagramCanvas` and what stands out; `refresh` after anything has changed."""

    def __init__(self, canvas: DiagramCanvas) -> None:
        self._canvas = canvas
        self._given: Annotations | None = None

    def set_annotations(self, annotations: Annotations | None) -> None:
        """Write these, whatever else is asked for; None: no longer."""
        if annotations != self._given:
            self._given = annotations
            self.refresh()

    def refresh(self) -> None:
        """Bring the picture in line."""
        shown = self._given or NOTHING
        layout = self._canvas.layout_of()
        parts = [part for key in shown.emphasis for part in _parts_of(key, layout)]
        self._canvas.diagram_scene.show_annotations(shown, parts, layout)


def _parts_of(key: PartKey, layout: Layout) -> Iterator[Target]:
    """The drawn neuron or connection that a key names; nothing for what is not drawn."""
    layer, unit = key[0], key[1]
    if not INPUTS <= layer < len(layout.columns) - 1 or unit not in layout.column(layer).shown:
        return
    if len(key) == 2:
        yield Target("neuron", layer, unit)
    elif layer > INPUTS and key[2] in layout.column(layer - 1).shown:
        yield Target("connection", layer, unit, key[2])
