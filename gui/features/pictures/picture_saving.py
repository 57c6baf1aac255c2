"""Saves pictures of single views to files, and copies them to the clipboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from engine.files.atomic_write import write_atomically
from engine.spec.errors import EngineError
from gui.features.context import WindowContext
from gui.toolkit.background_job import Background
from gui.toolkit.export import Look, Offer, Picture, PictureFormat, Sheet, image_of, svg_bytes
from gui.words.error_text import error_text

if TYPE_CHECKING:
    from gui.features.pictures.picture_dialog import Choice, PictureDialog

_COPY_SCALE = 2.0


class PictureSource(Protocol):
    """The views that can be drawn."""

    def offers(self) -> list[Offer]:
        """The views that can be drawn now."""
        ...

    def in_focus(self) -> str:
        """The name of the view that the keyboard acts on; "" for none."""
        ...


class PictureSaving(QObject):
    """Asks what shall be drawn, remembers what was chosen, and writes files in the background."""

    def __init__(self, context: WindowContext, views: PictureSource, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._views = context, views
        self._writer = Background("perceptra-write-picture", self)
        self._path: Path | None = None
        self._dialog: PictureDialog | None = None
        self._writer.done.connect(lambda _nothing: self._on_written())
        self._writer.failed.connect(self._on_failed)

    def ask(self, view: str | None) -> None:
        """Show the dialog, with `view` or the one that was chosen last."""
        from gui.features.pictures.picture_dialog import PictureDialog

        if self._context.questions.is_asking():
            return
        choice = self._remembered(view)
        dialog = PictureDialog(self._views.offers(), choice, self._context.themes, self._context.window)
        self._dialog = dialog
        dialog.save_wanted.connect(self.save)
        dialog.copy_wanted.connect(self._put_on_clipboard)
        dialog.finished.connect(lambda _result: self._on_dialog_finished(dialog.choice))
        dialog.open()

    def save(self, picture: Picture, sheet: Sheet, kind: PictureFormat, path: Path) -> None:
        """Paint a picture now, and write it wholly or not at all beside the window."""
        signed = replace(sheet, author=self._context.document.project.author)
        try:
            contents = kind.draw(picture, signed)
        except EngineError as error:
            self._on_failed(error_text(error))
            return
        self._path = path
        self._writer.submit(lambda _given_up: write_atomically(path, contents()))

    def copy(self, view: str) -> None:
        """Put a picture of a view, as it is on screen and twice as fine, on the clipboard."""
        offers = {offer.name: offer for offer in self._views.offers()}
        picture = offers[view].take() if view in offers else None
        if picture is None:
            self._context.messages.notice(self.tr("There is nothing to draw yet; wait a moment, or train."))
            return
        size = picture.picture_size() * _COPY_SCALE
        look = Look(self._context.themes.theme)
        self._put_on_clipboard(picture, Sheet(size.width(), size.height(), _COPY_SCALE, look))

    def copy_view_in_focus(self) -> None:
        """Copy the view that has the focus, or the one that was chosen last."""
        self.copy(self._views.in_focus() or self._remembered(None).view)

    # ------------------------------------------------------------------ writing

    def _put_on_clipboard(self, picture: Picture, sheet: Sheet) -> None:
        """As pixels, and as a drawing for programs that take one."""
        try:
            image = image_of(picture, sheet)
        except EngineError as error:
            self._on_failed(error_text(error))
            return
        data = QMimeData()
        data.setImageData(image)
        data.setData("image/svg+xml", svg_bytes(picture, sheet))
        QGuiApplication.clipboard().setMimeData(data)
        self._tell(self.tr("The picture is on the clipboard."))

    def _on_written(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._context.messages.notice(self.tr("Saved as {path}.").format(path=self._path))

    def _on_failed(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.tell(sentence, is_problem=True)
        self._context.messages.warn(sentence)

    def _tell(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.tell(sentence)
        self._context.messages.notice(sentence)

    # ------------------------------------------------------------------ what was chosen last

    def _remembered(self, view: str | None) -> Choice:
        from gui.features.pictures.picture_dialog import Choice

        settings, usual = self._context.settings, Choice()
        return Choice(
            view or settings.text("picture/view", usual.view),
            settings.text("picture/form", usual.form),
            settings.text("picture/size", usual.size),
            settings.number("picture/width", usual.width),
            settings.number("picture/height", usual.height),
            settings.number("picture/percent", round(100 * usual.scale)) / 100,
            settings.text("picture/colours", usual.colours),
            settings.flag("picture/transparent", usual.transparent),
        )

    def _on_dialog_finished(self, choice: Choice) -> None:
        self._dialog = None
        remember = self._context.settings.remember
        for name, value in (
            ("view", choice.view),
            ("form", choice.form),
            ("size", choice.size),
            ("width", choice.width),
            ("height", choice.height),
            ("percent", round(100 * choice.scale)),
            ("colours", choice.colours),
            ("transparent", choice.transparent),
        ):
            remember(f"picture/{name}", value)
