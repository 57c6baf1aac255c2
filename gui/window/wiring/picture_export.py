"""Takes pictures of single views out of the program: into files, and onto the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.files.atomic_write import write_atomically
from engine.spec.errors import EngineError
from gui.toolkit.background_job import Background
from gui.toolkit.export import Look, Offer, Picture, PictureFormat, Sheet, image_of, svg_bytes
from gui.window.wiring.wiring import Wiring
from gui.words.error_text import error_text

if TYPE_CHECKING:
    from gui.features.pictures.picture_dialog import Choice, PictureDialog
    from gui.main_window import MainWindow

_CARDS = ("diagram", "region", "error")
_COPY_SCALE = 2.0


class PictureExportWiring(Wiring):
    """File ▸ Save a picture, Save the diagram, Copy the picture; the ⋯ of the views."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._writer = Background("perceptra-write-picture", self)
        self._path: Path | None = None
        self._dialog: PictureDialog | None = None
        self._menus: dict[str, tuple[QToolButton, QMenu]] = {}
        self._writer.done.connect(lambda _nothing: self._on_written())
        self._writer.failed.connect(self._on_failed)
        actions = window.actions_by_name
        actions["save_view"].triggered.connect(lambda: self.ask(None))
        actions["save_diagram"].triggered.connect(lambda: self.ask("diagram"))
        actions["copy_view"].triggered.connect(lambda: self.copy(self._view_in_focus()))
        for name in _CARDS:
            self._add_button(name)

    def offers(self) -> list[Offer]:
        """The views that can be drawn now."""
        window = self.window
        is_curve = window.document.project.network.n_inputs == 1
        region = self.tr("Function curve") if is_curve else self.tr("Decision region")
        views: tuple[tuple[str, str, Callable[[], Picture | None]], ...] = (
            ("diagram", self.tr("Network"), window.diagram_view.picture),
            ("region", region, window.decision_region_plot.picture),
            ("hidden_plane", self.tr("Hidden plane"), window.decision_region_plot.hidden_plane.picture),
            ("space", self.tr("Samples in space"), window.decision_region_plot.space.picture),
            ("error", self.tr("Error curve"), window.error_plot.picture),
        )
        others = (offer for part in window.parts for offer in part.pictures())
        return [offer for offer in (*(Offer(*view) for view in views), *others) if offer.take() is not None]

    def ask(self, view: str | None) -> None:
        """Show the dialog, with `view` or the one that was chosen last."""
        from gui.features.pictures.picture_dialog import PictureDialog

        if self.window.questions.is_asking():
            return
        choice = self._remembered(view)
        dialog = PictureDialog(self.offers(), choice, self.window.appearance.themes, self.window)
        self._dialog = dialog
        dialog.save_wanted.connect(self.save)
        dialog.copy_wanted.connect(self._put_on_clipboard)
        dialog.finished.connect(lambda _result: self._on_dialog_finished(dialog.choice))
        dialog.open()

    def save(self, picture: Picture, sheet: Sheet, kind: PictureFormat, path: Path) -> None:
        """Paint a picture now, and write it wholly or not at all beside the window."""
        try:
            contents = kind.draw(picture, sheet)
        except EngineError as error:
            self._on_failed(error_text(error))
            return
        self._path = path
        self._writer.submit(lambda _given_up: write_atomically(path, contents()))

    def copy(self, view: str) -> None:
        """Put a picture of a view, as it is on screen and twice as fine, on the clipboard."""
        offers = {offer.name: offer for offer in self.offers()}
        picture = offers[view].take() if view in offers else None
        if picture is None:
            self.window.message_bar.notice(self.tr("There is nothing to draw yet; wait a moment, or train."))
            return
        size = picture.picture_size() * _COPY_SCALE
        look = Look(self.window.appearance.themes.theme)
        self._put_on_clipboard(picture, Sheet(size.width(), size.height(), _COPY_SCALE, look))

    def retranslate(self) -> None:
        for name, (button, menu) in self._menus.items():
            button.setAccessibleName(self.tr("Picture"))
            button.setToolTip(self.tr("Save or copy a picture of this view"))
            texts = {
                f"save_{name}_picture": self.tr("Save a picture…"),
                f"copy_{name}_picture": self.tr("Copy the picture"),
            }
            for action in menu.actions():
                action.setText(texts[action.objectName()])

    # ------------------------------------------------------------------ the ⋯ of a view

    def _add_button(self, name: str) -> None:
        button = QToolButton(self.window)
        button.setObjectName(f"{name}_picture_menu")
        button.setText("⋯")
        button.setMinimumSize(26, 24)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        for does, slot in (("save", self.ask), ("copy", self.copy)):
            action = menu.addAction("")
            action.setObjectName(f"{does}_{name}_picture")
            action.triggered.connect(lambda _checked=False, slot=slot: slot(name))
        button.setMenu(menu)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; } QToolButton { padding: 0; }")
        self.window.workbench.add_button(name, button)
        self._menus[name] = button, menu

    def _view_in_focus(self) -> str:
        views: dict[str, QWidget] = {
            "diagram": self.window.diagram_view,
            "region": self.window.decision_region_plot,
            "error": self.window.error_plot,
        }
        focus = self.window.focusWidget()
        near = [
            name for name, view in views.items() if focus is not None and (view is focus or view.isAncestorOf(focus))
        ]
        return near[0] if near else self._remembered(None).view

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
        self.window.message_bar.notice(self.tr("Saved as {path}.").format(path=self._path))

    def _on_failed(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.tell(sentence, is_problem=True)
        self.window.message_bar.warn(sentence)

    def _tell(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.tell(sentence)
        self.window.message_bar.notice(sentence)

    # ------------------------------------------------------------------ what was chosen last

    def _remembered(self, view: str | None) -> Choice:
        from gui.features.pictures.picture_dialog import Choice

        settings, usual = self.window.settings, Choice()
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
        remember = self.window.settings.remember
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
