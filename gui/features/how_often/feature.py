"""The page that tries many starts of the project, and opens failed ones in the workbench."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.data.datasets.recipe import data_of
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.run import Run
from gui.document import commands
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.background_job import Background
from gui.toolkit.containers.pages import WORKBENCH, PageSpec
from gui.toolkit.export import Offer
from gui.toolkit.services.actions import spec
from gui.words.error_text import error_text
from gui.words.number_text import grouped

if TYPE_CHECKING:
    from engine.export.csv_lines import Line
    from gui.features.how_often.page import HowOftenPage
    from gui.features.how_often.trials import Trials

PAGE = PageSpec("how_often", shows_run=False)


class HowOftenFeature(Feature):
    """The page is made when it is first shown; what it tries is the project as it is at that moment."""

    actions = (
        spec(
            "page_how_often",
            QT_TRANSLATE_NOOP("Actions", "How &often"),
            QT_TRANSLATE_NOOP("Actions", "Train from many random starts: how often it succeeds, where the others end"),
            "Ctrl+5",
            group="page",
        ),
        spec(
            "try_starts",
            QT_TRANSLATE_NOOP("Actions", "Try &many starts"),
            QT_TRANSLATE_NOOP("Actions", "Count from many random starts how often training succeeds"),
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._page: HowOftenPage | None = None
        self._trials: Trials | None = None
        self._opener = Background("perceptra-open-start", self)
        self._opener.done.connect(self._on_opener_done)
        self._opener.failed.connect(context.messages.warn)
        self._exports = Background("perceptra-starts-export", self)
        self._exports.done.connect(self._on_exports_done)
        self._exports.failed.connect(context.messages.warn)
        context.pages.add_later(PAGE, self._make_page)
        context.document.changed.connect(self._on_document_changed)
        context.actions["try_starts"].triggered.connect(lambda _checked=False: self._try_at_once())

    def pictures(self) -> list[Offer]:
        if self._page is None:
            return []
        translate, page = QCoreApplication.translate, self._page
        return [
            Offer("how_often", translate("HowOften", "How often"), page.rate.chart.picture, page.caption),
            Offer("sweep", translate("HowOften", "Success rate over the settings"), page.sweep.picture, page.caption),
        ]

    def facts(self) -> dict[str, object]:
        """Whether it is known how often the project succeeds."""
        return {"success.known": self._page is not None and self._page.is_known}

    def close(self) -> None:
        if self._trials is not None:
            self._trials.cancel()

    def _make_page(self) -> HowOftenPage:
        from gui.features.how_often.page import HowOftenPage
        from gui.features.how_often.trials import Trials

        page = self._page = HowOftenPage(self.context.themes, self.context.window)
        trials = self._trials = Trials(self)
        page.start_wanted.connect(self._on_page_start_wanted)
        page.cancel_wanted.connect(self._on_page_cancel_wanted)
        page.open_wanted.connect(self._on_page_open_wanted)
        page.export_wanted.connect(self._on_page_export_wanted)
        page.export_sweep_wanted.connect(self._on_page_export_sweep_wanted)
        trials.progressed.connect(page.show_progress)
        trials.ended.connect(page.finish)
        trials.failed.connect(page.show_problem)
        self._offer(self.context.document.project)
        self._show_limit(self.context.document.project)
        return page

    # ------------------------------------------------------------------ the project

    def _on_document_changed(self, before: Project, after: Project) -> None:
        page = self._page
        if page is None:
            return
        if (before.network, before.training, before.dataset) != (after.network, after.training, after.dataset):
            self._offer(after)
        if before.training.max_epochs != after.training.max_epochs:
            self._show_limit(after)
        if page.trial is not None:
            page.mark_outdated(not page.trial.is_about(after))

    def _offer(self, project: Project) -> None:
        """Offer the settings of `project` that can be varied."""
        if self._page is not None:
            from engine.project.sweep import axes_for

            self._page.offer_axes(axes_for(project), len(project.network.layers) - 1)

    def _show_limit(self, project: Project) -> None:
        if self._page is not None:
            from engine.training.starts.success_rate import DEFAULT_LIMIT

            self._page.controls.limit.show_number(project.training.max_epochs or DEFAULT_LIMIT)

    # ------------------------------------------------------------------ trying

    def _try_at_once(self) -> None:
        self.context.actions["page_how_often"].trigger()
        self._on_page_start_wanted()

    def _on_page_start_wanted(self) -> None:
        from engine.project.sweep import cells_of, check_count
        from engine.project.variables import at_its_start
        from gui.features.how_often.trial import Trial

        page, trials, context = self._page, self._trials, self.context
        assert page is not None
        assert trials is not None
        if context.session.preparing:
            page.show_problem(self.tr("The engine is being compiled; try again in a moment."))
            return
        project = at_its_start(context.document.project)
        try:
            wish = page.controls.wish()
            trial = Trial(project, wish, cells_of(project, wish.axes))
            check_count(trial.cells, wish.n_starts)
        except EngineError as error:
            page.show_problem(error_text(error))
            return
        page.begin(trial, context.document.dataset)
        trials.begin(trial)

    def _on_page_cancel_wanted(self) -> None:
        self.close()
        if self._page is not None:
            self._page.finish()

    # ------------------------------------------------------------------ opening

    def _on_page_open_wanted(self, cell: int, seed: int) -> None:
        """Train the start again, with the moments on its way, and show it."""
        from engine.training.starts.success_rate import run_again

        trial = None if self._page is None else self._page.trial
        assert trial is not None
        tried, training = trial.project_of(cell), trial.training_of(cell)

        def job(_is_cancelled: object) -> tuple[Project, int, Run]:
            return tried, seed, run_again(tried.start, data_of(tried.dataset), training, seed)

        self._opener.submit(job)

    def _on_opener_done(self, opened: tuple[Project, int, Run]) -> None:
        context, (tried, seed, run) = self.context, opened
        if context.session.state == "training":
            context.session.pause()
        commands.open_start(context.document, tried, seed, run)
        context.pages.show_page(WORKBENCH)
        if run.stop_reason == "diverged":
            text = self.tr("The start of seed {seed} at epoch {epoch}, the last before it diverged; undo: {key}.")
        else:
            text = self.tr(
                "The start of seed {seed}, as it ended at epoch {epoch}. Train goes on from there; undo: {key}."
            )
        key = context.actions["undo"].shortcut().toString()
        context.messages.notice(text.format(seed=seed, epoch=grouped(run.epoch), key=key))

    # ------------------------------------------------------------------ exporting

    def _on_page_export_wanted(self) -> None:
        from engine.export.starts_csv import start_lines

        self.context.questions.ask_save_table(
            self.tr("Export all starts"), lambda path: self._export(path, start_lines)
        )

    def _on_page_export_sweep_wanted(self) -> None:
        from engine.export.starts_csv import cell_lines

        self.context.questions.ask_save_table(
            self.tr("Export the rates"),
            lambda path: self._export(path, lambda names, values, _made, figures: cell_lines(names, values, figures)),
        )

    def _export(self, path: Path, write: Callable[..., Iterator[Line]]) -> None:
        """Write what is known now to `path`, beside the window."""
        from engine.export.csv_lines import save_lines

        page, trials = self._page, self._trials
        if page is None or trials is None or page.trial is None or page.progress is None:
            return
        names = [axis.setting for axis in page.trial.wish.axes]
        values = [cell.values for cell in page.trial.cells]
        made, figures = trials.attempts(), page.progress.figures

        def job(_is_cancelled: object) -> Path:
            save_lines(write(names, values, made, figures), path)
            return path

        self._exports.submit(job)

    def _on_exports_done(self, path: Path) -> None:
        self.context.messages.notice(self.tr("Written to {path}.").format(path=path))
