"""The dialog for the run as an animation: what it shows, how long, how large; then the progress of making it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QProgressBar,
    QPushButton,
    QWidget,
)

from gui.features.pictures.animation_frames import Shot, shots_of
from gui.features.pictures.animation_maker import FilmMaker, FilmOrder, Show
from gui.features.pictures.previewed_form import PreviewedForm, ask_where, name_button
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.export import Look
from gui.toolkit.theme import LIGHT, Theme, ThemeManager
from gui.toolkit.view import View

NARROWEST, WIDEST = 160, 1600


@dataclass(frozen=True)
class FilmOffer:
    """What an animation can show: its fixed name, its title, its size in units of the layout, and what makes it."""

    name: str
    title: str
    units: QSize
    make: Callable[[], Show]


@dataclass(frozen=True)
class FilmChoice:
    """What was chosen last, to be remembered; spacing is "early" or "even", colours "screen" or "print"."""

    shows: str = "both"
    seconds: float = 8.0
    per_second: int = 12
    width: int = 900
    spacing: str = "early"
    loops: bool = True
    colours: str = "screen"


class FilmDialog(View, QDialog):
    """Open it with `show()`: the window stays usable while the animation is made. `saved` carries the path."""

    saved = Signal(object)

    def __init__(
        self,
        offers: Sequence[FilmOffer],
        epochs: NDArray[np.int64],
        choice: FilmChoice,
        themes: ThemeManager,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("film_dialog")
        self._form = PreviewedForm("film", self)
        self._loops = self._form.check
        self._offers, self._epochs, self._themes = offers, epochs, themes
        self._maker = FilmMaker(self)
        self._preview_of: tuple[str, Show] | None = None
        self._said = ""
        self._is_problem = False
        self._make_parts()
        self._arrange()
        self._show_choice(choice)
        self._connect()
        self.follow_themes(themes)
        self.resize(self.sizeHint())
        self.finished.connect(self.deleteLater)

    @property
    def choice(self) -> FilmChoice:
        """What is chosen now."""
        return FilmChoice(
            str(self._shows.name()),
            self._seconds.value(),
            self._per_second.value(),
            self._width.value(),
            str(self._spacing.name()),
            self._loops.isChecked(),
            str(self._colours.name()),
        )

    @property
    def order(self) -> FilmOrder:
        """What would be made now."""
        units, width = self._offer.units, self._width.value()
        scale = width / units.width()
        theme = self._themes.theme if self._colours.name() == "screen" else LIGHT
        return FilmOrder(
            tuple(self._shots), QSize(width, round(units.height() * scale)), scale, Look(theme), self._loops.isChecked()
        )

    def sizeHint(self) -> QSize:
        theme = self._themes.theme
        return QSize(min(theme.px(920), 1240), min(theme.px(480), 660))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Save the run as animation"))
        fields = self._form.fields
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
        self._loops.setText(self.tr("Begin again at the end"))
        self._loops.setAccessibleName(self._loops.text())
        self._loops.setToolTip(self.tr("Off: it plays once and stays at the end of the run"))
        self._progress.setAccessibleName(self.tr("How much of the animation is made"))
        self._progress.setToolTip(self._progress.accessibleName())
        self._form.preview.setAccessibleName(self.tr("The last frame"))
        self._form.preview.setToolTip(self._form.preview.accessibleName())
        name_button(self._form.save, self.tr("Save…"), self.tr("Choose a place and make the animation"))
        self._show_state()

    def apply_theme(self, theme: Theme) -> None:
        self._form.apply_theme(theme)
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
        self._shows, self._spacing, self._colours = (ChoiceBox(self) for _ in range(3))
        self._seconds = NumberBox(0.5, 120, 1, parent=self)
        self._per_second = CountBox(1, 30, 1, self)
        self._width = CountBox(NARROWEST, WIDEST, 20, self)
        for field, name in (
            (self._shows, "film_shows"),
            (self._seconds, "film_seconds"),
            (self._per_second, "film_per_second"),
            (self._width, "film_width"),
            (self._spacing, "film_spacing"),
            (self._colours, "film_colours"),
        ):
            self._form.fields.add(field, name)
        self._loops.setObjectName("film_loops")
        self._progress = QProgressBar(self)
        self._progress.setObjectName("film_progress")
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName("film_cancel")

    def _arrange(self) -> None:
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        buttons = self._form.buttons
        buttons.addWidget(self._progress, 1)
        buttons.addSpacing(24)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._form.save)
        self._form.fields.lead_to(self._loops, self._cancel, self._form.save)

    def _show_choice(self, choice: FilmChoice) -> None:
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
        self._form.preview_wanted.connect(self._draw)
        self._form.save.clicked.connect(self._ask_where)
        self._cancel.clicked.connect(self.reject)

    # ------------------------------------------------------------------ what it will be

    @property
    def _offer(self) -> FilmOffer:
        return next(offer for offer in self._offers if offer.name == self._shows.name())

    @property
    def _shots(self) -> list[Shot]:
        early = self._spacing.name() == "early"
        return shots_of(self._epochs, self._seconds.value(), self._per_second.value(), early)

    def _on_choice_changed(self) -> None:
        self._say("")
        self._form.want_preview()

    def _draw(self) -> None:
        """Paint the last frame, as large as there is room; not while frames are being made."""
        if self._maker.is_busy:
            return
        offer, order = self._offer, self.order
        if self._preview_of is None or self._preview_of[0] != offer.name:
            self._forget_preview()
            self._preview_of = offer.name, offer.make()
        show, ratio = self._preview_of[1], self._form.preview.devicePixelRatioF()
        fit = min(
            self._form.preview.width() / offer.units.width(),
            self._form.preview.height() / offer.units.height(),
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
        self._form.preview.show_image(image)

    def _forget_preview(self) -> None:
        if self._preview_of is not None:
            self._preview_of[1].close()
            self._preview_of = None

    def _show_state(self) -> None:
        busy, theme, order = self._maker.is_busy, self._themes.theme, self.order
        text = self.tr("{frames} frames of {width} × {height} pixels, from epoch {first} to {last}").format(
            frames=len(order.shots),
            width=order.size.width(),
            height=order.size.height(),
            first=f"{self._epochs[0]:,}",
            last=f"{self._epochs[-1]:,}",
        )
        self._form.say(self._said or text, theme.warning if self._is_problem else theme.muted)
        self._form.choices.setEnabled(not busy)
        self._form.save.setEnabled(not busy)
        self._progress.setVisible(busy)
        if busy:
            name_button(self._cancel, self.tr("Cancel"), self.tr("Give the animation up; no file stays"))
        else:
            name_button(self._cancel, self.tr("Close"), self.tr("Close without saving"))

    def _say(self, sentence: str, is_problem: bool = False) -> None:
        self._said, self._is_problem = sentence, is_problem
        self._show_state()

    # ------------------------------------------------------------------ making it

    def _ask_where(self) -> None:
        ask_where(self, "GIF (*.gif)", "gif", self._begin)

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
