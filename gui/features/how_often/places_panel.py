"""The card with the places where failed starts got stuck, and the way to look at one of them in the workbench."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.analysis.success_tally import StuckPlace, SuccessFigures
from engine.data.dataset import Dataset
from engine.spec.plural import filled
from gui.features.how_often.places_model import SHARE, PlacesModel
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.labels.caption import Caption
from gui.toolkit.labels.hint_label import HintLabel
from gui.toolkit.look import wear
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.number_text import grouped

MOST_SEEDS = 100
"""Of one place, on offer to be opened."""


class PlacesPanel(View, CardFrame):
    """`open_wanted` carries the seed of a failed start that is to be looked at."""

    open_wanted = Signal(int)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("how_often_places_panel")
        self._model = PlacesModel(themes.theme, self)
        self._figures: SuccessFigures | None = None
        self._wanted: int | None = None  # the first seed of the place that was chosen by hand
        self._build(themes.theme)
        self._button.clicked.connect(self._on_button_clicked)
        self.table.activated.connect(lambda _index: self._on_button_clicked())
        self.table.selectionModel().selectionChanged.connect(lambda *_change: self._on_selection_changed())
        self._model.modelReset.connect(self._on_model_reset)
        self.table.resized.connect(self._fit_columns)
        self.follow_themes(themes)

    @property
    def place(self) -> StuckPlace | None:
        """The place that is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self._model.places[rows[0].row()] if rows and rows[0].row() < len(self._model.places) else None

    def show_figures(self, data: Dataset | None, figures: SuccessFigures | None) -> None:
        """Show where the failed starts of `figures` got stuck, found on `data`."""
        wanted = self._wanted
        self._figures = figures
        self._model.show_figures(data, figures)
        seeds = [place.first.seed for place in self._model.places]
        if seeds:
            self._choose(seeds.index(wanted) if wanted in seeds else 0)
        self._wanted = wanted if seeds else None
        self._show()

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Where the others got stuck"))
        self.setAccessibleName(self._heading.text())
        self.table.setAccessibleName(self._heading.text())
        self.table.setToolTip(
            self.tr("Failed starts that give the same outputs, within a tenth of the range of the targets")
        )
        self._caption.setText(self.tr("Seed"))
        self._seeds.setAccessibleName(self.tr("Seed of the start to open"))
        self._seeds.setToolTip(self.tr("The starts that ended in the chosen place, by their seeds"))
        self._button.setText(self.tr("Open in the workbench"))
        self._button.setAccessibleName(self._button.text())
        self._button.setToolTip(
            self.tr("Show this start as it ended, with its weights and its course; one step of Undo")
        )
        self._model.refresh()
        self._fit_columns()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        self._layout.setSpacing(theme.px(4))
        self._seeds.setMaximumWidth(theme.px(140))
        self._model.apply_theme(theme)
        self.table.apply_theme(theme)
        self._fit_columns()

    def _build(self, theme: Theme) -> None:
        self._heading, self._note, self._caption = QLabel(self), HintLabel(self), Caption(self)
        wear(self._heading, heading=True)
        self._note.setObjectName("how_often_places_note")
        self.table = PlainTable("how_often_places", self._model, theme, self)
        self.table.choose_rows()
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._seeds, self._button = ChoiceBox(self), QToolButton(self)
        self._seeds.setObjectName("how_often_seed")
        self._caption.setBuddy(self._seeds)
        self._button.setObjectName("how_often_open")
        wear(self._button, chip=True)
        row = QHBoxLayout()
        row.addWidget(self._caption)
        row.addWidget(self._seeds)
        row.addWidget(self._button)
        row.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self._note)
        self._layout.addWidget(self.table, 1)
        self._layout.addLayout(row)
        self._layout.addStretch(0)  # without places the note stands at the top

    def _show(self) -> None:
        has_places = bool(self._model.places)
        for widget in (self.table, self._caption, self._seeds, self._button):
            widget.setVisible(has_places)
        self._show_seeds()
        figures = self._figures
        if figures is None or not figures.n_tried:
            self._note.setText(self.tr("Failed starts are gathered here by what the network answers where they ended."))
        elif not figures.n_failed:
            self._note.setText(self.tr("None failed."))
        else:
            text = filled(
                self.tr("{count} starts failed, in {places} places."),
                count=grouped(figures.n_failed),
                places=len(figures.places),
            )
            if figures.n_elsewhere:
                text += " " + filled(
                    self.tr("{count} starts ended elsewhere, each in a place of its own."),
                    count=grouped(figures.n_elsewhere),
                )
            self._note.setText(text)

    def _show_seeds(self) -> None:
        place = self.place
        seeds = () if place is None else place.seeds[:MOST_SEEDS]
        chosen = self._seeds.name()
        self._seeds.offer([(seed, str(seed)) for seed in seeds])
        if chosen in seeds:
            self._seeds.show_name(chosen)
        for widget in (self._seeds, self._button):
            widget.setEnabled(bool(seeds))

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(row, 0)
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _fit_columns(self) -> None:
        """As wide as the texts need, and the room that is left shared out.

        Where there is too little the share goes, which the number of starts tells as well.
        """
        header, count = self.table.horizontalHeader(), self._model.columnCount()
        if not count or not self.isVisible():
            return
        self.table.setColumnHidden(SHARE, False)
        needed = [max(header.sectionSizeHint(k), self.table.sizeHintForColumn(k)) for k in range(count)]
        room = self.table.viewport().width()
        self.table.setColumnHidden(SHARE, sum(needed) > room)
        extra = max(0, room - sum(needed)) // count
        for column, width in enumerate(needed):
            self.table.setColumnWidth(column, width + min(extra, self.fontMetrics().averageCharWidth() * 6))

    def _on_selection_changed(self) -> None:
        self._wanted = None if self.place is None else self.place.first.seed
        self._show_seeds()

    def _on_model_reset(self) -> None:
        self._fit_columns()

    def _on_button_clicked(self) -> None:
        seed = self._seeds.name()
        if isinstance(seed, int):
            self.open_wanted.emit(seed)
