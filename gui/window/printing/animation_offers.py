"""This module lists what an animation of a run can show, from the views as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QSize

from engine.project.bookmarks import Bookmark
from engine.training.checkpoints import Checkpoints
from engine.training.history import LossCurve
from gui.window.layout.card_views import CardViews
from gui.words.notation import Notation
from gui.words.number_text import four_figures, grouped

if TYPE_CHECKING:
    from gui.features.pictures.animation_dialog import AnimationOffer
    from gui.window.printing.animated_views import CaptionedRun

_NOTE, _NOTE_SHARE = "  ★ ", 12
"""The note of a bookmark stands in the picture from its moment on, for a twelfth of the run's moments."""
_SQUARE, _WIDE, _BOTH = QSize(480, 420), QSize(640, 400), QSize(900, 420)


class AnimationOffers(QObject):
    """The plots, the diagram, and the region beside the error curve."""

    def __init__(
        self, views: CardViews, notation: Notation, parent: QObject, bookmarks: Callable[[], Sequence[Bookmark]]
    ) -> None:
        super().__init__(parent)
        self._views, self._notation, self._bookmarks = views, notation, bookmarks

    def offers(self, checkpoints: Checkpoints, curve: LossCurve) -> list[AnimationOffer]:
        """What can be shown of a run. Everything is taken as it is now: later edits of the project change nothing."""
        from gui.features.error_curve.curve import curve_moment
        from gui.features.pictures.animation_dialog import AnimationOffer
        from gui.window.printing.animated_views import AnimatedCurve, AnimatedDiagram, AnimatedRegion, SideBySide

        run = self._captioned(checkpoints, curve)
        moment = curve_moment(curve, self._views.error.is_logarithmic)
        diagram, region = self._views.diagram.picture(), self._views.region.picture()
        offers = [AnimationOffer("curve", self.tr("Error curve"), _WIDE, lambda: AnimatedCurve(run, moment))]
        if region is not None:
            setting, plane, notation = region.moment.setting, region.moment.setting.plane, self._notation
            offers = [
                AnimationOffer(
                    "both",
                    self.tr("Region and error curve"),
                    _BOTH,
                    lambda: SideBySide(AnimatedRegion(run, setting, notation), AnimatedCurve(run, moment, False)),
                ),
                AnimationOffer("region", self.tr("Region"), _SQUARE, lambda: AnimatedRegion(run, setting, notation)),
                AnimationOffer("diagram", self.tr("Network"), _WIDE, lambda: AnimatedDiagram(run, diagram, plane)),
                *offers,
            ]
        return offers

    def _captioned(self, checkpoints: Checkpoints, curve: LossCurve) -> CaptionedRun:
        from gui.window.printing.animated_views import CaptionedRun

        indices = np.searchsorted(curve.epochs, checkpoints.epochs, side="right") - 1
        captions = []
        for epoch, index in zip(checkpoints.epochs.tolist(), indices.tolist(), strict=True):
            if index < 0:
                captions.append(self.tr("Epoch {epoch}").format(epoch=grouped(epoch)))
            else:
                text = self.tr("Epoch {epoch} · mean error {error}")
                captions.append(text.format(epoch=grouped(epoch), error=four_figures(float(curve.last[index]))))
        for mark in self._bookmarks():
            first = int(np.searchsorted(checkpoints.epochs, mark.epoch))
            for index in range(first, min(len(captions), first + 1 + len(captions) // _NOTE_SHARE)):
                captions[index] = captions[index].split(_NOTE)[0] + (f"{_NOTE}{mark.note}" if mark.note else "")
        return CaptionedRun(checkpoints, tuple(captions))
