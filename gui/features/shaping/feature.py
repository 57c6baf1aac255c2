"""Data ▸ Shape the data."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.shaping.scaling_advice import ScalingAdvice
from gui.toolkit.services.actions import spec


class ShapingFeature(Feature):
    """Opens the dialog, which is made when it is first asked for, and offers scaling where training runs away."""

    actions = (
        spec(
            "shape_data",
            QT_TRANSLATE_NOOP("Actions", "&Shape the data…"),
            QT_TRANSLATE_NOOP(
                "Actions", "Split off test samples, scale the inputs, let the network see derived features, add noise"
            ),
            "Ctrl+Shift+T",
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        context.actions["shape_data"].triggered.connect(lambda _checked=False: self.open())
        ScalingAdvice(context, self)

    def open(self) -> None:
        """Show the dialog, unless another one stands before the window."""
        context = self.context
        if context.questions.is_asking():
            return
        from gui.features.shaping.shape_dialog import ShapeDialog

        ShapeDialog(context.document, context.themes, context.window).open()
