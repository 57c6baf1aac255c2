"""This module defines the dialog for pictures, with a preview of exactly what will be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.features.pictures.previewed_dialog import PreviewedDialog
from gui.features.pictures.sizes import FINEST, LARGEST, OWN, PRESETS, SMALLEST, problem_of, sheet_of, size_text
from gui.toolkit.background_job import Background
from gui.toolkit.buttons import name_button
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.export import FORMATS, Look, Offer, Picture, PictureFormat, Sheet, image_of
from gui.toolkit.theme import ThemeManager


@dataclass(frozen=True)
class Choice:
    """What was chosen last, to be remembered; `size` is a name of `PRESETS`, `colours` "screen" or "print"."""

    view: str = "diagram"
    form: str = "png"
    size: str = "screen_2"
    width: int = 1200
    height: int = 900
    scale: float = 2.0
    colours: str = "screen"
    transparent: bool = False


class PictureDialog(PreviewedDialog):
    """Open it with `open()`. The picture is of the moment at which the view was chosen, however training goes on.

    `save_wanted` carries the picture, the sheet, the format and the path; `copy_wanted` the picture and the sheet.
    """

    save_wanted = Signal(object, object, object, object)
    copy_wanted = Signal(object, object)
    largest_size = QSize(1240, 660)

    def __init__(
        self, offers: Sequence[Offer], choice: Choice, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__("picture", themes, parent)
        self._offers, self._remembered = offers, choice
        self._picture: Picture | None = None
        self._refiner = Background("perceptra-picture", self)
        self.set_up()
        self._take()

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return Choice(
            str(self._view.name()),
            str(self._format.name()),
            str(self._size.name()),
            self._width.value(),
            self._height.value(),
            self._scale.value(),
            str(self._colours.name()),
            self._transparent.isChecked(),
        )

    @property
    def sheet(self) -> Sheet:
        """What the picture will be written on."""
        look = Look(self._chosen_theme, not self._transparent.isChecked())
        return Sheet(self._width.value(), self._height.value(), self._scale.value(), look)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Save a picture"))
        translate, fields = QCoreApplication.translate, self._fields
        self._view.offer([(offer.name, offer.title) for offer in self._offers])
        self._format.offer([(kind.suffix, translate("Export", kind.title)) for kind in FORMATS])
        self._size.offer([(preset.name, translate("PictureSizes", preset.title)) for preset in PRESETS])
        self._colours.offer([("screen", self.tr("As on screen")), ("print", self.tr("For print: light"))])
        fields.name(self._view, self.tr("View"), self.tr("What the picture shows, as it is at this moment"))
        fields.name(self._format, self.tr("Form"), self.tr("Pixels for slides and chats, a drawing for papers"))
        fields.name(self._size, self.tr("Size"), self.tr("A ready size, or one of your own"))
        fields.name(self._width, self.tr("Width"), self.tr("Width in pixels; a drawing has the proportions"))
        fields.name(self._height, self.tr("Height"), self.tr("Height in pixels; a drawing has the proportions"))
        fields.name(self._scale, self.tr("Text and lines"), self.tr("How many times as large as on screen"))
        fields.name(self._colours, self.tr("Colours"), self.tr("The window's colours, or the light ones for paper"))
        self._name_check(
            self.tr("Transparent background"), self.tr("Leave out the paper, so that what lies below shows through")
        )
        self._preview.setAccessibleName(self.tr("Preview"))
        self._preview.setToolTip(self.tr("What will be written"))
        name_button(self._save, self.tr("Save…"), self.tr("Choose a place and write the file"))
        name_button(self._copy, self.tr("Copy"), self.tr("Put the picture on the clipboard"))
        name_button(self._close, self.tr("Close"), self.tr("Close without saving"))
        self._show_state()

    def done(self, result: int) -> None:
        self._refiner.cancel()
        super().done(result)

    def tell(self, sentence: str, is_problem: bool = False) -> None:
        """Say what has become of the last wish, until something else is chosen."""
        self._write_about(sentence, "warning" if is_problem else "right")

    # ------------------------------------------------------------------ making

    def _make_parts(self) -> None:
        self._transparent = self._check
        self._transparent.setObjectName("picture_transparent")
        self._view, self._format, self._size = (ChoiceBox(self) for _ in range(3))
        self._width, self._height = (CountBox(SMALLEST, LARGEST, 10, self) for _ in range(2))
        self._scale = NumberBox(0.25, FINEST, 0.25, parent=self)
        self._add_fields(
            {
                "picture_view": self._view,
                "picture_format": self._format,
                "picture_size": self._size,
                "picture_width": self._width,
                "picture_height": self._height,
                "picture_scale": self._scale,
                "picture_colours": self._colours,
            }
        )
        self._copy, self._close = QPushButton(self), QPushButton(self)
        self._copy.setObjectName("picture_copy")
        self._close.setObjectName("picture_close")

    def _arrange(self) -> None:
        self._place_parts(None, self._close, self._copy)
        self._show_choice(self._remembered)

    def _show_choice(self, choice: Choice) -> None:
        self.retranslate()
        self._view.show_name(choice.view if choice.view in self._view.names() else self._view.names()[0])
        for box, name, default in (
            (self._format, choice.form, "png"),
            (self._size, choice.size, "screen_2"),
            (self._colours, choice.colours, "screen"),
        ):
            box.show_name(name if name in box.names() else default)
        self._width.show_number(choice.width)
        self._height.show_number(choice.height)
        self._scale.show_number(choice.scale)
        self._transparent.setChecked(choice.transparent)

    def _connect(self) -> None:
        self._view.chosen.connect(lambda _name: self._take())
        self._size.chosen.connect(lambda _name: self._follow_size())
        for field in (self._width, self._height, self._scale):
            field.valueChanged.connect(self._on_field_value_changed)
        self._format.chosen.connect(lambda _name: self._show_state())
        for changed in (self._colours.chosen, self._transparent.toggled):
            changed.connect(lambda _value: self._on_look_changed())
        self._refiner.done.connect(self._on_refiner_done)
        self._refiner.failed.connect(lambda _text: self._show_state())
        self._save.clicked.connect(self._on_save_clicked)
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self._picture, self.sheet))
        self._close.clicked.connect(self.reject)

    # ------------------------------------------------------------------ the picture

    def _take(self) -> None:
        """Take the picture of the view that is chosen, and let it be made finer."""
        offer = next(offer for offer in self._offers if offer.name == self._view.name())
        self._picture = offer.take()
        if self._picture is not None:
            picture = self._picture
            self._refiner.submit(lambda _given_up: picture.refined())
        self._follow_size()
        self._show_state()

    def _on_refiner_done(self, picture: object) -> None:
        self._picture = cast(Picture, picture)
        self._want_preview()
        self._show_state()

    def _follow_size(self) -> None:
        """Show the numbers of a ready size; one's own are left as they are."""
        name = self._size.name()
        if name != OWN and self._picture is not None:
            preset = next(preset for preset in PRESETS if preset.name == name)
            sheet = sheet_of(preset, self._picture.picture_size())
            self._width.show_number(sheet.width)
            self._height.show_number(sheet.height)
            self._scale.show_number(sheet.scale)
        self._want_preview()
        self._show_state()

    def _on_field_value_changed(self) -> None:
        self._size.show_name(OWN)
        self._want_preview()
        self._show_state()

    def _on_look_changed(self) -> None:
        self._want_preview()
        self._show_state()

    def _draw(self) -> None:
        """Paint the preview: the same layout, as large as there is room."""
        sheet = self.sheet
        if self._picture is None or problem_of(sheet):
            self._preview.show_image(None)
            return
        room, ratio = self._preview.size(), self._preview.devicePixelRatioF()
        fit = min(room.width() / sheet.width, room.height() / sheet.height, 1.0) * ratio
        width, height = (max(round(side * fit), 1) for side in (sheet.width, sheet.height))
        image = image_of(self._picture, replace(sheet, width=width, height=height, scale=sheet.scale * fit))
        image.setDevicePixelRatio(ratio)
        self._preview.show_image(image, dark=sheet.look.theme.dark)

    @property
    def _kind(self) -> PictureFormat:
        return next(kind for kind in FORMATS if kind.suffix == self._format.name())

    def _show_state(self) -> None:
        """Say how large the picture is or why it cannot be; nothing is saved before it is as fine as it gets."""
        problem = problem_of(self.sheet)
        if self._picture is None:
            problem = self.tr("There is nothing to draw yet; wait a moment, or train.")
        text = problem or size_text(self.sheet, self._kind.is_drawing)
        if self._kind.is_drawing and not problem:
            text += "\n" + self.tr(
                "Lines, points and text are drawn; a colour map is a picture in it, with sharp edges."
            )
        if self._transparent.isChecked() and self._chosen_theme.dark and not problem:
            text += "\n" + self.tr("Light text without paper is for dark slides; For print makes it dark.")
        self._write_about(text, "warning" if problem else "muted")
        for button in (self._save, self._copy):
            button.setEnabled(not problem and not self._refiner.is_busy)

    # ------------------------------------------------------------------ saving

    def _on_save_clicked(self) -> None:
        kind = self._kind
        self._ask_where(kind.filter, kind.suffix, lambda path: self._on_file_selected(kind, path))

    def _on_file_selected(self, kind: PictureFormat, path: Path) -> None:
        self.save_wanted.emit(self._picture, self.sheet, kind, path)
