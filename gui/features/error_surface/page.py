"""The page "Error surface": a map of the error, the same in space, and where the run stands on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.spec.activations import ACTIVATIONS
from gui.features.error_surface.controls import SurfaceControls
from gui.features.error_surface.printed import PrintedSurface
from gui.features.error_surface.surface_view import SurfaceView
from gui.features.error_surface.texts import moment_sentence, note
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.error_map.axes import WEIGHT, Axes, Axis, AxisNames
from gui.toolkit.error_map.inquiry import Inquiry
from gui.toolkit.error_map.map_painter import AxisTexts
from gui.toolkit.error_map.map_view import MapView
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.error_map.point_reader import PointReader
from gui.toolkit.error_map.request import Area, Moment, square
from gui.toolkit.error_map.sentences import axis_texts, place_text, point_sentence
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.look import wear
from gui.toolkit.services.screen_reader import announce
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

Point = tuple[float, float]
PageState = tuple[Axes | None, bool]
"""The axes, and whether the scale is logarithmic."""

NO_TEXTS = AxisTexts("", "", "")


class ErrorSurfacePage(View, QWidget):
    """Shows one moment at a time, as one picture: surface, marker, gradient and path always belong together.

    `start_wanted` carries the parameters, flat, to start from, and what the point is called. `shown`: what is on show
    is another picture.
    """

    start_wanted = Signal(object, str)
    shown = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error_surface_page")
        self._moment: Moment | None = None
        self._names: AxisNames | None = None
        self._inquiry = Inquiry(parent=self)
        self._waits_for = ""
        self._point: Point | None = None
        self._reader = PointReader()
        self._seed = 0
        self.controls = SurfaceControls(self)
        self.map = MapView("error_surface_map", themes, self)
        self.space = SurfaceView(themes, self)
        self._readout, self._hover, self._note = QLabel(self), QLabel(self), QLabel(self)
        self._build()
        self._connect()
        self.follow_themes(themes)

    @property
    def picture(self) -> SurfacePicture | None:
        """What is on show; None once the network has other weights than it is about, until a new one comes."""
        picture, names = self._inquiry.picture, self._names
        if picture is None or names is None or picture.moment.start.network.sizes != names.network.sizes:
            return None
        return picture

    @property
    def is_busy(self) -> bool:
        """Whether a picture is still to come."""
        return self._inquiry.is_busy

    def show_moment(self, moment: Moment | None, names: AxisNames, seed: int, waits_for: str = "") -> None:
        """Show the surface at `moment` as soon as it is computed; None where there is no error, or for `waits_for`."""
        self._waits_for = waits_for
        before, self._names, self._seed = self._names, names, seed
        has_same_names = before is not None and names.means_the_same(before)
        is_resized = before is not None and names.network.sizes != before.network.sizes
        axes = self._inquiry.axes
        if axes is None or is_resized or not all(names.fits(axis) for axis in axes):
            axes = self._inquiry.axes = names.first_axes()
        if not has_same_names:
            self.forget_place()
            self.controls.offer(names, axes)
        elif moment is not None and moment.begins_anew(self._moment):
            self._inquiry.begin_anew()
        if not has_same_names or moment is None or not moment.is_same(self._moment):
            self._moment = moment
            self._ask()

    def print_picture(self) -> OffscreenPicture | None:
        """Map and space as they are now, for paper; None while there is none."""
        picture, names = self.picture, self._names
        if picture is None or names is None:
            return None
        parts = {"map": axis_texts(picture, names), "space": axis_texts(picture, names, is_short=True)}
        camera, font = self.space.camera, self.map.font()
        if picture.is_curve:
            del parts["space"]

        def make(theme: Theme) -> list[PrintedSurface]:
            return [PrintedSurface(part, picture, texts, camera, theme, font) for part, texts in parts.items()]

        return OffscreenPicture(self.tr("Error surface"), QSize(900 if not picture.is_curve else 560, 420), make)

    def caption(self) -> str:
        """What stands below the picture on paper."""
        picture, names = self.picture, self._names
        if picture is None or names is None:
            return ""
        return f"{moment_sentence(picture, names)}. {note(picture, _is_threshold(picture))}"

    def choose_weights(self, first: int, second: int) -> None:
        """Show the surface over two weights, by their flat indices."""
        axes = (Axis(WEIGHT, first), Axis(WEIGHT, second))
        if self._names is not None and all(self._names.fits(axis) for axis in axes):
            self._on_controls_axes_chosen(axes)

    def state(self) -> PageState:
        """What was chosen, for `restore`."""
        return self._inquiry.axes, self.controls.logarithmic.isChecked()

    def restore(self, state: PageState | None) -> None:
        """Show what was chosen once; None for what is shown first."""
        self._inquiry.axes, is_logarithmic = state or (None, False)
        self._names = None
        self.forget_place()
        self.controls.logarithmic.setChecked(is_logarithmic)

    def forget_place(self) -> None:
        """The next moment is another run's: it has a place and directions of its own."""
        self._inquiry.forget_place()

    def recentre(self) -> None:
        """Show the whole run again, and give it directions of its own anew."""
        self.forget_place()
        self._ask()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Error surface"))
        self.controls.retranslate()
        if self._names is not None and self._inquiry.axes is not None:
            self.controls.offer(self._names, self._inquiry.axes)
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.controls.apply_theme(theme)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(620, 330))

    # ------------------------------------------------------------------ making

    def _build(self) -> None:
        controls, cards = CardFrame(self), QHBoxLayout()
        inside = QVBoxLayout(controls)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.controls)
        cards.setSpacing(8)
        self._space_card = CardFrame(self)
        for card, view, share in ((CardFrame(self), self.map, 5), (self._space_card, self.space, 4)):
            room = QVBoxLayout(card)
            room.setContentsMargins(1, 1, 1, 1)
            room.addWidget(view)
            cards.addWidget(card, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(controls)
        layout.addLayout(cards, 1)
        for name, label in (("moment", self._readout), ("point", self._hover), ("note", self._note)):
            label.setObjectName(f"error_surface_{name}_text")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(6, 0, 6, 0)
            label.setMinimumWidth(1)
            label.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self._readout, 5)
        line.addWidget(self._hover, 4)
        layout.addLayout(line)
        layout.addWidget(self._note)
        wear(self._note, caption=True)

    def _connect(self) -> None:
        controls = self.controls
        controls.axes_chosen.connect(self._on_controls_axes_chosen)
        controls.half_chosen.connect(self._on_controls_half_chosen)
        controls.scale_chosen.connect(lambda _on: self._ask())
        controls.recentred.connect(self.recentre)
        controls.start_clicked.connect(lambda: self._take(self.map.cursor_point))
        self.map.pointed.connect(self._on_map_pointed)
        self.map.taken.connect(self._take)
        self.map.area_wanted.connect(self._on_map_area_wanted)
        self._inquiry.answered.connect(self._show)

    # ------------------------------------------------------------------ asking

    def _ask(self) -> None:
        """Have the surface computed that is to be seen now."""
        names, axes = self._names, self._inquiry.axes
        if not self.isVisible() or names is None or axes is None:
            return
        if self._moment is None:
            self._inquiry.stop()
            self._inquiry.fail("")
            return
        signs = names.sign(axes[0]), names.sign(axes[1])
        self._inquiry.ask(self._moment, signs, self._seed, self.controls.logarithmic.isChecked())

    def _show(self) -> None:
        picture, names = self.picture, self._names
        if picture is None or names is None:
            self._show_nothing()
        else:
            said, noted = moment_sentence(picture, names), note(picture, _is_threshold(picture))
            self.map.show_picture(picture, axis_texts(picture, names), f"{said}. {noted}")
            self.space.show_picture(picture, axis_texts(picture, names, is_short=True))
            self._space_card.setVisible(not picture.is_curve)
            self.controls.show_half(picture.area.half)
            self._readout.setText(said)
            self._note.setText(noted)
        self.controls.half.setEnabled(picture is not None)
        self._show_point()
        self.shown.emit()

    def _show_nothing(self) -> None:
        """Say why there is no picture; nothing while the first one is being computed."""
        problem = self._inquiry.problem
        if self._moment is None:
            problem = self._waits_for or self.tr(
                "There is no error to draw: the data must have samples, and the network must fit them."
            )
        self.map.show_picture(None, NO_TEXTS, problem)
        self.space.show_picture(None, NO_TEXTS)
        self._space_card.setVisible(not problem)
        self._readout.setText("")
        self._note.setText("")

    # ------------------------------------------------------------------ the controls and the map

    def _on_controls_axes_chosen(self, axes: Axes) -> None:
        self._inquiry.axes = axes
        self.forget_place()
        if self._names is not None:
            self.controls.offer(self._names, axes)
        self._ask()

    def _on_controls_half_chosen(self, half: float) -> None:
        if self.picture is not None:
            self._on_map_area_wanted(square(*self.picture.area.middle, half, is_home=False))

    def _on_map_area_wanted(self, area: Area | None) -> None:
        if area is None:
            self.recentre()
            return
        self._inquiry.area = area
        self.controls.show_half(area.half)
        self._ask()

    def _on_map_pointed(self, point: Point | None) -> None:
        self._point = point
        self._show_point()

    def _show_point(self) -> None:
        picture, names, point = self.picture, self._names, self._point
        self.controls.start.setEnabled(picture is not None and self.map.cursor_point is not None)
        if picture is None or names is None or point is None:
            self._hover.setText("")
            return
        text = point_sentence(picture, names, point, self._reader.loss(picture, point))
        if self.map.hasFocus() and point == self.map.cursor_point and text != self._hover.text():
            announce(self.map, text)
        self._hover.setText(text)

    def _take(self, point: Point | None) -> None:
        """Start from a point of the plane on show."""
        picture, names = self.picture, self._names
        if picture is None or names is None or point is None or not np.isfinite(point).all():
            return
        if picture.is_curve:
            point = point[0], float(picture.surface.place[1])
        self.start_wanted.emit(picture.surface.plane.at([point])[0], place_text(picture, names, point))

    # ------------------------------------------------------------------ coming and going

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self._inquiry.stop()  # a page that nobody sees costs no time
        super().hideEvent(event)


def _is_threshold(picture: SurfacePicture) -> bool:
    layers = picture.moment.start.network.layers
    return any(ACTIVATIONS[layer.activation].is_threshold for layer in layers)
