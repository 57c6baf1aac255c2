"""How each column of words becomes inputs: one for each word, or one number in an order that the user chooses."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from engine.data.words import ONE_HOT, ORDINAL
from engine.project.edits import Shape
from gui.features.shaping.word_order_list import WordOrderList
from gui.toolkit.buttons import name_button
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.labels.elided_note import ElidedNote
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

_SHOWN_ROWS = 3


class WordFields(View, QWidget):
    """A row for each column of words; hidden where there is none."""

    changed = Signal()

    def __init__(self, data: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        seen = data.preprocessing
        self._names = data.raw_input_names
        self._words = {place: listed for place, listed in enumerate(seen.words) if listed}
        self._ordered: int | None = None  # the column whose order is on show
        self._boxes: dict[int, ChoiceBox] = {}
        self._notes: dict[int, ElidedNote] = {}
        self._buttons: dict[int, QPushButton] = {}
        self._area = QScrollArea(self)
        self._order = WordOrderList(self)
        self._make_rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        layout.addWidget(self._order)
        self._order.setVisible(False)
        self.setVisible(bool(self._words))
        for place, box in self._boxes.items():
            box.chosen.connect(lambda _name, place=place: self._on_box_chosen(place))
            self._buttons[place].toggled.connect(lambda on, place=place: self._on_button_toggled(place, on))
        self._order.ordered.connect(self._on_order_ordered)
        self.retranslate()
        for place, box in self._boxes.items():
            box.show_name(seen.encoding_of(place))
            self._show_row(place)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self._words)

    def shape(self, before: Shape) -> Shape:
        """`before` with what is set here."""
        if not self._words:
            return before
        places = range(len(self._names))
        encodings = tuple(str(self._boxes[place].name()) if place in self._words else "" for place in places)
        return replace(before, input_words=tuple(self._words.get(place, ()) for place in places), encodings=encodings)

    def retranslate(self) -> None:
        for place, box in self._boxes.items():
            box.offer([(ONE_HOT, self.tr("An input for each word")), (ORDINAL, self.tr("One number, in order"))])
            caption = self.tr("How the words of {name} become inputs").format(name=self._names[place])
            box.setAccessibleName(caption)
            box.setToolTip(caption)
            name_button(
                self._buttons[place],
                self.tr("Order"),
                self.tr("Choose the order in which the words count 0, 1, 2 …"),
            )
            self._buttons[place].setAccessibleName(self.tr("Order of {name}").format(name=self._names[place]))
            self._show_row(place)

    def apply_theme(self, theme: Theme) -> None:
        self._order.apply_theme(theme)
        rows = min(len(self._words), _SHOWN_ROWS)
        height = max((box.sizeHint().height() for box in self._boxes.values()), default=0) + theme.px(6)
        self._area.setFixedHeight(height * rows)

    def _make_rows(self) -> None:
        inside = QWidget(self._area)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(2, 1)
        for row, place in enumerate(self._words):
            name = QLabel(self._names[place], inside)
            box, button = ChoiceBox(inside), QPushButton(inside)
            box.setObjectName(f"shape_encoding_{place + 1}")
            box.setMinimumContentsLength(18)
            button.setObjectName(f"shape_order_{place + 1}")
            button.setAutoDefault(False)
            button.setCheckable(True)
            note = ElidedNote(f"shape_words_{place + 1}", inside)
            wear(note, tone="muted")
            name.setBuddy(box)
            for column, widget in enumerate((name, box, note, button)):
                grid.addWidget(widget, row, column)
            self._boxes[place], self._notes[place], self._buttons[place] = box, note, button
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)

    def _on_box_chosen(self, place: int) -> None:
        if self._boxes[place].name() != ORDINAL:
            self._buttons[place].setChecked(False)
        self._show_row(place)
        self.changed.emit()

    def _on_button_toggled(self, place: int, on: bool) -> None:
        """Show the order of this column, and of no other."""
        if on:
            for other, button in self._buttons.items():
                button.setChecked(other == place)
            self._ordered = place
            self._order.show_words(self._words[place])
        elif self._ordered == place:
            self._ordered = None
        self._order.setVisible(self._ordered is not None)

    def _on_order_ordered(self, words: tuple[str, ...]) -> None:
        if self._ordered is not None:
            self._words[self._ordered] = words
            self._show_row(self._ordered)
            self.changed.emit()

    def _show_row(self, place: int) -> None:
        is_ordinal = self._boxes[place].name() == ORDINAL
        self._buttons[place].setEnabled(is_ordinal)
        text = " < ".join(self._words[place]) if is_ordinal else ", ".join(self._words[place])
        self._notes[place].say(text, text)
