"""This module defines the dialog for animations: what, how long, how large, and the progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from engine.spec.plural import filled
from gui.features.pictures.animation_frames import AnimationFrame, frames_of
from gui.features.pictures.animation_maker import AnimatedView, AnimationMaker, AnimationOrder
from gui.features.pictures.previewed_dialog import PreviewedDialog
from gui.toolkit.buttons import name_button
from gui.toolkit.dialogs.form_dialog import progress_bar
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.export import Look
from gui.toolkit.theme import ThemeManager
from gui.words.number_text import grouped

NARROWEST, WIDEST = 160, 1600


@dataclass(frozen=True)
class AnimationOffer:
    """What an animation can show: its fixed name, its title, its size in units of the layout, and what makes it."""

    name: str
    title: str
    units: QSize
    make: Callable[[], AnimatedView]


@dataclass(frozen=True)
class AnimationChoice:
    """What was chosen last, to be remembered; spacing is "early" or "even", colours "screen" or "print"."""

    shows: str = "both"
    seconds: float = 8.0
    per_second: int = 12
    width: int = 900
    spacing: str = "early"
    loops: bool = True
    colours: str = "screen"


class AnimationDialog(PreviewedDialog):
    """Open it with `show()`: the window stays usable while the animation is made. `saved` carries the path."""

    saved = Signal(object)
    usual_size = QSize(920, 480)
    largest_size = QSize(1240, 660)

    def __init__(
        self,
        offers: Sequence[AnimationOffer],
        epochs: NDArray[np.int64],
        choice: AnimationChoice,
        themes: ThemeManager,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("animation", themes, parent)
        self._offers, self._epochs, self._remembered = offers, epochs, choice
        self._maker = AnimationMaker(self)
        self._preview_of: tuple[str, AnimatedView] | None = None
        self._said = ""
        self._is_problem = False
        self.set_up()

    @property
    def choice(self) -> AnimationChoice:
        """What is chosen now."""
        return AnimationChoice(
            str(self._shows.name()),
            self._seconds.value(),
            self._per_second.value(),
            self._width.value(),
            str(self._spacing.name()),
            self._loops.isChecked(),
            str(self._colours.name()),
        )

    @property
    def order(self) -> AnimationOrder:
        """What would be made now."""
        units, width = self._offer.units, self._width.value()
        scale = width / units.width()
        size, look = QSize(width, round(units.height() * scale)), Look(self._chosen_theme)
        return AnimationOrder(tuple(self._frames), size, scale, look, self._loops.isChecked())

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Save the run as animation"))
        fields = self._fields
        self._shows.offer([(offer.name, offer.title) for offer in self._offers])
        self._spacing.offer([("early", self.tr("More of the beginning")), ("even", self.tr("Evenly over the epochs"))])
        self._colours.offer([("screen", self.tr("As on screen")), ("print", self.tr("Light"))])
        fields.name(self._shows, self.tr("Shows"), self.tr("What can be seen in every frame"))
        fields.name(self._seconds, self.tr("Length in s"), self.tr("How long the animation lasts"))
        fields.name(self._per_second, self.tr("Frames per s"), self.tr("More make it smoother and the file larger"))
        fields.name(self._width, self.tr("Width"), self.tr("Width in pixels; the height follows"))
        fields.name(
            self._spacing, self.tr("Epochs"), self.tr("A network learns most at the beginning, and later only polishes")
        )
        fields.name(self._colours, self.tr("Colours"), self.tr("The window's colours, or the light ones"))
        self._name_check(
            self.tr("Begin again at the end"), self.tr("Off: it plays once and stays at the end of the run")
        )
        self._progress.setAccessibleName(self.tr("How much of the animation is made"))
        self._progress.setToolTip(self._progress.accessibleName())
        self._preview.setAccessibleName(self.tr("The last frame"))
        self._preview.setToolTip(self._preview.accessibleName())
        name_button(self._save, self.tr("Save…"), self.tr("Choose a place and make the animation"))
        self._show_state()

    def done(self, result: int) -> None:
        self._maker.cancel()
        self._forget_preview()
        super().done(result)

    def reject(self) -> None:
        """Esc and Cancel give up what is being made; only then they close."""
        if self._maker.is_busy:
            self._maker.cancel()
            self._say(self.tr("Given up; no file was written."))
        else:
            super().reject()

    # ------------------------------------------------------------------ making

    def _make_parts(self) -> None:
        self._loops = self._check
        self._loops.setObjectName("animation_loops")
        self._shows, self._spacing = ChoiceBox(self), ChoiceBox(self)
        self._seconds = NumberBox(0.5, 120, 1, parent=self)
        self._per_second = CountBox(1, 30, 1, self)
        self._width = CountBox(NARROWEST, WIDEST, 20, self)
        self._add_fields(
            {
                "animation_shows": self._shows,
                "animation_seconds": self._seconds,
                "animation_per_second": self._per_second,
                "animation_width": self._width,
                "animation_spacing": self._spacing,
                "animation_colours": self._colours,
            }
        )
        self._progress = progress_bar("animation_progress", 1000, self)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("animation_cancel")

    def _arrange(self) -> None:
        self._place_parts(self._progress, self._cancel)
        self._show_choice(self._remembered)

    def _show_choice(self, choice: AnimationChoice) -> None:
        self.retranslate()
        for box, name in (
            (self._shows, choice.shows),
            (self._spacing, choice.spacing),
            (self._colours, choice.colours),
        ):
            box.show_name(name if name in box.names() else box.names()[0])
        self._seconds.show_number(min(max(choice.seconds, self._seconds.minimum()), self._seconds.maximum()))
        self._per_second.show_number(choice.per_second)
        self._width.show_number(choice.width)
        self._loops.setChecked(choice.loops)

    def _connect(self) -> None:
        for box in (self._shows, self._spacing, self._colours):
            box.chosen.connect(lambda _name: self._on_choice_changed())
        for field in (self._seconds, self._per_second, self._width):
            field.valueChanged.connect(self._on_choice_changed)
        self._maker.progressed.connect(self._on_maker_progressed, Qt.ConnectionType.QueuedConnection)
        self._maker.done.connect(self._on_maker_done)
        self._maker.failed.connect(lambda sentence: self._say(sentence, is_problem=True))
        self._save.clicked.connect(lambda: self._ask_where("GIF (*.gif)", "gif", self._begin))
        self._cancel.clicked.connect(self.reject)

    # ------------------------------------------------------------------ what it will be

    @property
    def _offer(self) -> AnimationOffer:
        return next(offer for offer in self._offers if offer.name == self._shows.name())

    @property
    def _frames(self) -> list[AnimationFrame]:
        early = self._spacing.name() == "early"
        return frames_of(self._epochs, self._seconds.value(), self._per_second.value(), early)

    def _on_choice_changed(self) -> None:
        self._say("")
        self._want_preview()

    def _draw(self) -> None:
        """Paint the last frame, as large as there is room; not while frames are being made."""
        if self._maker.is_busy:
            return
        offer, order = self._offer, self.order
        if self._preview_of is None or self._preview_of[0] != offer.name:
            self._forget_preview()
            self._preview_of = offer.name, offer.make()
        show, ratio = self._preview_of[1], self._preview.devicePixelRatioF()
        fit = min(
            self._preview.width() / offer.units.width(),
            self._preview.height() / offer.units.height(),
            order.scale / ratio,
        )
        image = QImage(offer.units * fit * ratio, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(fit * ratio, fit * ratio)
        computed = show.compute(len(self._epochs) - 1)
        for part in range(show.n_parts):
            show.paint(part, painter, QRectF(0, 0, offer.units.width(), offer.units.height()), order.look, computed)
        painter.end()
        image.setDevicePixelRatio(ratio)
        self._preview.show_image(image)

    def _forget_preview(self) -> None:
        if self._preview_of is not None:
            self._preview_of[1].close()
            self._preview_of = None

    def _show_state(self) -> None:
        busy, order = self._maker.is_busy, self.order
        text = filled(
            self.tr("{frames} frames of {width} × {height} pixels, from epoch {first} to {last}"),
            frames=len(order.frames),
            width=order.size.width(),
            height=order.size.height(),
            first=grouped(self._epochs[0]),
            last=grouped(self._epochs[-1]),
        )
        self._write_about(self._said or text, "warning" if self._is_problem else "muted")
        self._choices.setEnabled(not busy)
        self._save.setEnabled(not busy)
        self._progress.setVisible(busy)
        if busy:
            name_button(self._cancel, self.tr("Cancel"), self.tr("Give the animation up; no file stays"))
        else:
            name_button(self._cancel, self.tr("Close"), self.tr("Close without saving"))

    def _say(self, sentence: str, is_problem: bool = False) -> None:
        self._said, self._is_problem = sentence, is_problem
        self._show_state()

    # ------------------------------------------------------------------ making it

    def _begin(self, path: Path) -> None:
        self._progress.setValue(0)
        self._maker.make(self._offer.make(), self.order, path)
        self._say(self.tr("Making the animation …"))

    def _on_maker_progressed(self, share: float) -> None:
        self._progress.setValue(round(1000 * share))

    def _on_maker_done(self, path: object) -> None:
        if path is not None:
            self.saved.emit(path)
            self._say(self.tr("Saved as {path}.").format(path=path))
