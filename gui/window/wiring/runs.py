"""The runs that stay: the tab below the network, and what keeps, restores, renames and deletes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.document import commands
from gui.toolkit.export import Offer
from gui.window.run_saving import RunKeeper
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from engine.project.saved_run import KeptRun
    from gui.features.runs import RunsPanel
    from gui.main_window import MainWindow

TABLE = "runs"


class RunsWiring(Wiring):
    """The panel is made when its tab first comes to the front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.keeper = RunKeeper(window.document, window.session, self)
        self.panel: RunsPanel | None = None
        self._place = QWidget(window)
        self._room = QVBoxLayout(self._place)
        self._room.setContentsMargins(0, 0, 0, 0)
        window.tables.add(TABLE, self._place)
        window.tables.shown.connect(self._on_tables_shown)
        window.actions_by_name["keep_run"].triggered.connect(lambda _checked=False: self.keeper.keep_present())
        self.keeper.declined.connect(window.message_bar.notice)

    def pictures(self) -> list[Offer]:
        title = self.tr("Error curves of the selected runs")
        return [] if self.panel is None else [Offer("runs", title, self.panel.chart.picture)]

    def retranslate(self) -> None:
        self.window.tables.set_title(TABLE, self.tr("Runs"), self.tr("Runs that have ended, to compare and to restore"))

    def facts(self) -> dict[str, object]:
        """How many runs are kept."""
        return {"runs.kept": len(self.window.document.project.runs)}

    def _on_tables_shown(self, name: str) -> None:
        if name != TABLE or self.panel is not None:
            return
        from gui.features.runs import RunsPanel

        window = self.window
        self.panel = RunsPanel(window.document, window.appearance.themes, self._place)
        self._room.addWidget(self.panel)
        self.panel.keep_wanted.connect(self.keeper.keep_present)
        self.panel.restore_wanted.connect(self._on_panel_restore_wanted)
        self.panel.rename_wanted.connect(lambda key, name: commands.rename_run(window.document, key, name))
        self.panel.delete_wanted.connect(lambda keys: commands.delete_runs(window.document, keys))

    def _run(self, key: object) -> KeptRun | None:
        return next((run for run in self.window.document.project.runs if run.key == key), None)

    def _on_panel_restore_wanted(self, key: object) -> None:
        window, kept = self.window, self._run(key)
        if kept is None:
            return
        if window.session.state == "training":
            window.session.pause()
        before = window.document.project
        commands.restore_run(window.document, kept)
        if kept.state is None and window.document.project == before:
            window.session.reset()  # all is as it was but for how far the run has come
        if kept.was_steered:
            self.keeper.mark_steered()
        window.message_bar.notice(self._sentence(kept))

    def _sentence(self, kept: KeptRun) -> str:
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
