"""The views of the window that can be drawn into files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.document.document import Document
from gui.features.feature import Feature
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.export import Offer, Picture
from gui.window.layout.card_views import CardViews

if TYPE_CHECKING:
    from gui.features.report.blocks import PageFigure


class PrintedViews(QObject):
    """Those of the cards first, then those of the features. `features` is asked when the views are wanted."""

    def __init__(
        self, document: Document, views: CardViews, features: Callable[[], Sequence[Feature]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._views, self._features, self._window = document, views, features, window

    def offers(self) -> list[Offer]:
        """The views that can be drawn now."""
        is_curve = self._document.project.network.n_inputs == 1
        diagram, region, error = self._views.diagram, self._views.region, self._views.error
        title = self.tr("Function curve") if is_curve else self.tr("Decision region")
        views: tuple[tuple[str, str, Callable[[], Picture | None]], ...] = (
            ("diagram", self.tr("Network"), diagram.picture),
            ("region", title, region.picture),
            ("hidden_plane", self.tr("Hidden plane"), region.hidden.picture),
            ("space", self.tr("Samples in space"), region.space.picture),
            ("error", self.tr("Error curve"), error.picture),
        )
        others = (offer for feature in self._features() for offer in feature.pictures())
        return [offer for offer in (*(Offer(*view) for view in views), *others) if offer.take() is not None]

    def reported(self) -> list[PageFigure]:
        """The pages that belong into a lab report as they are now, in the language in force."""
        from gui.features.report.blocks import PageFigure

        offers = [offer for feature in self._features() for offer in feature.pictures()]
        found = ((offer.title, offer.take(), offer.caption()) for offer in offers)
        return [PageFigure(title, picture, said) for title, picture, said in found if picture is not None and said]

    def in_focus(self) -> str:
        """The name of the card's view that the keyboard acts on; "" for none."""
        views: dict[str, QWidget] = {
            "diagram": self._views.diagram,
            "region": self._views.region,
            "error": self._views.error,
        }
        focus = self._window.focusWidget()
        near = (name for name, view in views.items() if view is focus or (focus and _card_of(view).isAncestorOf(focus)))
        return next(near, "")


def _card_of(view: QWidget) -> QWidget:
    """The card that `view` stands in, with the row of controls over it."""
    around: QWidget | None = view
    while around is not None and not isinstance(around, CardFrame):
        around = around.parentWidget()
    return around or view
