"""View ▸ Hide the answer: each view covers its own part, as `context.hidden_answer` says."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.project.project import Project
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.services import screen_reader
from gui.toolkit.services.actions import spec


class HiddenAnswerFeature(Feature):
    """It stays while training goes on; other data are covered anew."""

    actions = (
        spec(
            "hide_answer",
            QT_TRANSLATE_NOOP("Actions", "&Hide the answer"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Cover desired outputs, outputs, right and wrong, and the region; a click on a row of the table"
                " uncovers that row",
            ),
            "H",
            checkable=True,
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._hidden = context.hidden_answer
        context.actions["hide_answer"].toggled.connect(self._on_hide_answer_toggled)
        context.document.changed.connect(self._on_document_changed)

    def _on_hide_answer_toggled(self, on: bool) -> None:
        if on:
            self.context.probe.clear()  # the diagram shows what comes out for it
        self._hidden.hide(on)
        text = self.tr("The answer is hidden.") if on else self.tr("The answer can be seen.")
        screen_reader.announce(self.context.window, text)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.dataset != after.dataset:
            self._hidden.forget_told()
