"""File ▸ Save the run as animation: from the checkpoints of the run, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize

from engine.training.checkpoints import Checkpoints
from engine.training.history import LossCurve, curve_of
from engine.training.run import Run, checkpoints_of
from gui.window.wiring.wiring import Wiring
from gui.words.number_text import four_figures

if TYPE_CHECKING:
    from gui.features.pictures.animation_dialog import AnimationChoice, AnimationDialog, AnimationOffer
    from gui.main_window import MainWindow
    from gui.window.wiring.animation_shows import Course

_SQUARE, _WIDE, _BOTH = QSize(480, 420), QSize(640, 400), QSize(900, 420)


class AnimationWiring(Wiring):
    """Asks for the run, offers what it can show, and remembers what was chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dialog: AnimationDialog | None = None
        window.actions_by_name["save_animation"].triggered.connect(self.ask)

    def ask(self) -> None:
        """Show the dialog for the run as it stands, once it is known."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        self.window.session.request_run(self._on_run)

    def close(self) -> None:
        if self._dialog is not None:
            self._dialog.done(0)

    def _on_run(self, run: Run | None) -> None:
        kept = checkpoints_of(run)
        if run is None or kept is None or len(kept) < 2:
            self.window.message_bar.notice(self._why_not(run))
            return
        if self._dialog is None:
            has_test = self.window.document.dataset.n_test_samples > 0
            self._open(kept, curve_of(run.curve.array, has_test))

    def _open(self, kept: Checkpoints, curve: LossCurve) -> None:
        from gui.features.pictures.animation_dialog import AnimationDialog

        window = self.window
        dialog = AnimationDialog(
            self._offers(kept, curve), kept.epochs, self._remembered(), window.appearance.themes, window
        )
        self._dialog = dialog
        dialog.saved.connect(lambda path: window.message_bar.notice(self.tr("Saved as {path}.").format(path=path)))
        dialog.finished.connect(lambda _result: self._on_dialog_finished(dialog.choice))
        dialog.show()

    def _why_not(self, run: Run | None) -> str:
        if run is None or run.checkpoints is not None:
            return self.tr("There is no run to show yet: train first.")
        return self.tr("This run has no film: its network is too large to keep its moments, or the file is an old one.")

    def _offers(self, kept: Checkpoints, curve: LossCurve) -> list[AnimationOffer]:
        """What can be shown, with everything taken as it is now: later edits do not change the animation."""
        from gui.features.error_curve.curve import curve_moment
        from gui.features.pictures.animation_dialog import AnimationOffer
        from gui.window.wiring.animation_shows import CurveShow, DiagramShow, RegionShow, SideBySide

        window = self.window
        course = self._course(kept, curve)
        moment = curve_moment(curve, window.error_plot.is_logarithmic)
        diagram, region = window.diagram_view.picture(), window.decision_region_plot.picture()
        offers = [AnimationOffer("curve", self.tr("Error curve"), _WIDE, lambda: CurveShow(course, moment))]
        if region is not None:
            setting, notation = region.moment.setting, window.appearance.notation
            offers = [
                AnimationOffer(
                    "both",
                    self.tr("Region and error curve"),
                    _BOTH,
                    lambda: SideBySide(RegionShow(course, setting, notation), CurveShow(course, moment, False)),
                ),
                AnimationOffer("region", self.tr("Region"), _SQUARE, lambda: RegionShow(course, setting, notation)),
                AnimationOffer(
                    "diagram", self.tr("Network"), _WIDE, lambda: DiagramShow(course, diagram, setting.plane)
                ),
                *offers,
            ]
        return offers

    def _course(self, kept: Checkpoints, curve: LossCurve) -> Course:
        from gui.window.wiring.animation_shows import Course

        places = np.searchsorted(curve.epochs, kept.epochs, side="right") - 1
        captions = []
        for epoch, place in zip(kept.epochs.tolist(), places.tolist(), strict=True):
            if place < 0:
                captions.append(self.tr("Epoch {epoch}").format(epoch=f"{epoch:,}"))
            else:
                text = self.tr("Epoch {epoch} · mean error {error}")
                captions.append(text.format(epoch=f"{epoch:,}", error=four_figures(float(curve.last[place]))))
        return Course(kept, tuple(captions))

    # ------------------------------------------------------------------ what was chosen last

    def _remembered(self) -> AnimationChoice:
        from gui.features.pictures.animation_dialog import AnimationChoice

        settings, usual = self.window.settings, AnimationChoice()
        return AnimationChoice(
            settings.text("film/shows", usual.shows),
            settings.number("film/tenths", round(10 * usual.seconds)) / 10,
            settings.number("film/per_second", usual.per_second),
            settings.number("film/width", usual.width),
            settings.text("film/spacing", usual.spacing),
            settings.flag("film/loops", usual.loops),
            settings.text("film/colours", usual.colours),
        )

    def _on_dialog_finished(self, choice: AnimationChoice) -> None:
        self._dialog = None
        remember = self.window.settings.remember
        for name, value in (
            ("shows", choice.shows),
            ("tenths", round(10 * choice.seconds)),
            ("per_second", choice.per_second),
            ("width", choice.width),
            ("spacing", choice.spacing),
            ("loops", choice.loops),
            ("colours", choice.colours),
        ):
            remember(f"film/{name}", value)
