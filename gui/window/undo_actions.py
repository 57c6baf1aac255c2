"""Edit ▸ Undo and Redo, which name the step that they would take."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.services.actions import KEYS, spec

UNDO = (
    spec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last edit"),
        KEYS.Undo,
        icon="undo",
    ),
    spec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Make the edit again that was taken back"),
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        icon="redo",
    ),
)


class UndoActions(Feature):
    """Follows the undo stack of the document."""

    actions = UNDO

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._stack = stack = context.document.undo_group
        context.actions["undo"].triggered.connect(lambda _checked=False: stack.undo())
        context.actions["redo"].triggered.connect(lambda _checked=False: stack.redo())
        context.document.changed.connect(self.retranslate)
        for changed in (stack.canUndoChanged, stack.canRedoChanged, stack.indexChanged):
            changed.connect(self.retranslate)

    def retranslate(self) -> None:
        stack = self._stack
        for name, can, what, text in (
            ("undo", stack.canUndo(), stack.undoText(), self.tr("&Undo {step}")),
            ("redo", stack.canRedo(), stack.redoText(), self.tr("&Redo {step}")),
        ):
            self.context.actions[name].setEnabled(can)
            self.context.actions[name].setText(text.format(step=what).strip())
