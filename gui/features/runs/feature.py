"""The runs that stay: the tab below the network, and what keeps, restores, renames and deletes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.document import commands
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.runs.branching import Branching
from gui.features.runs.run_saving import RunSaver
from gui.toolkit.containers.tabbed_card import tab_spec
from gui.toolkit.export import Offer
from gui.toolkit.services.actions import spec

if TYPE_CHECKING:
    from engine.project.saved_run import SavedRun
    from gui.features.runs.runs_panel import RunsPanel

TAB = tab_spec(
    "runs",
    QT_TRANSLATE_NOOP("Tabs", "Runs"),
    QT_TRANSLATE_NOOP("Tabs", "Runs that have ended, to compare and to restore"),
)


class RunsFeature(Feature):
    """The panel is made when its tab first comes to the front."""

    actions = (
        spec(
            "keep_run",
            QT_TRANSLATE_NOOP("Actions", "&Keep this run"),
            QT_TRANSLATE_NOOP("Actions", "Add the present run to the list of runs, to compare and to restore it later"),
            "Ctrl+M",
        ),
        spec(
            "branch",
            QT_TRANSLATE_NOOP("Actions", "&Go on from here"),
            QT_TRANSLATE_NOOP("Actions", "Train on from the past moment on show; the run so far stays in Runs"),
            "Ctrl+G",
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.keeper = RunSaver(context.document, context.session, self)
        self.panel: RunsPanel | None = None
        self._branching = Branching(context, self.keeper)
        context.tabs.add_later(TAB, self._make_panel)
        context.actions["branch"].triggered.connect(lambda _checked=False: self._branching.go_on())
        context.actions["keep_run"].triggered.connect(lambda _checked=False: self.keeper.keep_present())
        self.keeper.declined.connect(context.messages.notice)

    def pictures(self) -> list[Offer]:
        title = self.tr("Error curves of the selected runs")
        return [] if self.panel is None else [Offer("runs", title, self.panel.chart.picture)]

    def facts(self) -> dict[str, object]:
        """How many runs are kept."""
        return {"runs.kept": len(self.context.document.project.runs)}

    def _make_panel(self) -> RunsPanel:
        from gui.features.runs.runs_panel import RunsPanel

        context = self.context
        panel = self.panel = RunsPanel(context.document, context.themes, context.window)
        panel.keep_wanted.connect(self.keeper.keep_present)
        panel.restore_wanted.connect(self._on_panel_restore_wanted)
        panel.rename_wanted.connect(lambda key, name: commands.rename_run(context.document, key, name))
        panel.delete_wanted.connect(lambda keys: commands.delete_runs(context.document, keys))
        return panel

    def _run(self, key: object) -> SavedRun | None:
        return next((run for run in self.context.document.project.runs if run.key == key), None)

    def _on_panel_restore_wanted(self, key: object) -> None:
        context, kept = self.context, self._run(key)
        if kept is None:
            return
        if context.session.state == "training":
            context.session.pause()
        before = context.document.project
        commands.restore_run(context.document, kept)
        if kept.state is None and context.document.project == before:
            context.session.reset()  # all is as it was but for how far the run has come
        if kept.was_steered:
            self.keeper.mark_steered()
        context.messages.notice(self._sentence(kept))

    def _sentence(self, kept: SavedRun) -> str:
        if kept.state is not None:
            return self.tr("{name} is back as it ended; Train goes on from there.").format(name=kept.name)
        if kept.was_steered:
            text = self.tr(
                "{name} is back at its start. Its end was too large to keep, and its settings or data were changed "
                "while it trained: Train gives another run."
            )
            return text.format(name=kept.name)
        text = self.tr("{name} is back at its start. Its end was too large to keep: Train gives it again, bit by bit.")
        return text.format(name=kept.name)
