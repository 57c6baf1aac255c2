"""Saves a run as an animation, made from the run's checkpoints in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from engine.training.checkpoints import Checkpoints, checkpoints_of
from engine.training.history import LossCurve, curve_of
from engine.training.run import Run
from gui.features.context import WindowContext

if TYPE_CHECKING:
    from gui.features.pictures.animation_dialog import AnimationChoice, AnimationDialog, AnimationOffer


class AnimationSource(Protocol):
    """The views that an animation can show."""

    def offers(self, checkpoints: Checkpoints, curve: LossCurve) -> list[AnimationOffer]:
        """What can be shown of a run; later edits of the project change nothing in it."""
        ...


class AnimationSaving(QObject):
    """Asks for the run, offers what it can show, and remembers what was chosen."""

    def __init__(self, context: WindowContext, views: AnimationSource, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._views = context, views
        self._dialog: AnimationDialog | None = None

    def ask(self) -> None:
        """Open the dialog for the run as it stands, once it is known."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        self._context.session.request_run(self._on_run)

    def close(self) -> None:
        """Give up what is being made."""
        if self._dialog is not None:
            self._dialog.done(0)

    def _on_run(self, run: Run | None) -> None:
        checkpoints = checkpoints_of(run)
        if run is None or checkpoints is None or len(checkpoints) < 2:
            self._context.messages.notice(self._why_not(run))
            return
        if self._dialog is None:
            has_test = self._context.document.dataset.n_test_samples > 0
            self._open(checkpoints, curve_of(run.curve.array, has_test))

    def _open(self, checkpoints: Checkpoints, curve: LossCurve) -> None:
        from gui.features.pictures.animation_dialog import AnimationDialog

        context = self._context
        offers = self._views.offers(checkpoints, curve)
        dialog = AnimationDialog(offers, checkpoints.epochs, self._remembered(), context.themes, context.window)
        self._dialog = dialog
        dialog.saved.connect(lambda path: context.messages.notice(self.tr("Saved as {path}.").format(path=path)))
        dialog.finished.connect(lambda _result: self._on_dialog_finished(dialog.choice))
        dialog.show()

    def _why_not(self, run: Run | None) -> str:
        if run is None or run.moments is not None:
            return self.tr("There is no run to show yet: train first.")
        return self.tr("This run has no film: its network is too large to keep its moments, or the file is an old one.")

    # ------------------------------------------------------------------ what was chosen last

    def _remembered(self) -> AnimationChoice:
        from gui.features.pictures.animation_dialog import AnimationChoice

        settings, usual = self._context.settings, AnimationChoice()
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
        remember = self._context.settings.remember
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
