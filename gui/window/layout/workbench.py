"""This module lays out the workbench: data and training left, the network in the middle, plots right."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from gui.toolkit.containers.card import Card, CardSpec
from gui.toolkit.containers.scrolled import scrolled
from gui.toolkit.containers.splitter import QuietSplitter
from gui.toolkit.containers.tabbed_card import TabbedCard
from gui.toolkit.theme import Theme

LEFT_WIDTH = 304
MIDDLE_WIDTH, RIGHT_WIDTH = 320, 300  # at least; the three fit into 960
LARGE_LEFT_WIDTH, LARGE_MIDDLE_WIDTH, LARGE_RIGHT_WIDTH = 428, 440, 360  # together they fit into 1280
LEAST_HEIGHTS = {"data": 216, "region": 200, "error": 134}  # else the page scrolls
USUAL_WIDTH = 1264  # before the window has its size
_CARDS = {"left": ("data", "training"), "middle": ("diagram", "samples"), "right": ("region", "error")}
_HEIGHTS = {"left": (276, 324), "middle": (388, 224), "right": (366, 246)}
_LARGE_HEIGHTS = {"left": (248, 344), "middle": (410, 202), "right": (415, 197)}  # the pictures come first


class WindowLayout(QWidget):
    """Six cards in three columns; every border can be dragged, and is remembered.

    The features add their cards in any order; `arrange` then puts the cards into the columns.
    `tables` is the card below the network, "samples". One card can have the whole workbench: `zoomed` carries its name,
    "" when all are back.
    """

    zoomed = Signal(str)
    title_double_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale, self._left_width = 1.0, LEFT_WIDTH
        self._is_shared = self._is_enlarged = False
        self._has_side_panel, self._hidden = True, frozenset[str]()
        self._zoomed_card = ""
        self._borders: dict[str, QByteArray] = {}  # as they were before a card was zoomed
        self._specs: list[CardSpec] = []
        self._cards: dict[str, Card] = {}
        self.tables = TabbedCard()
        self.tables.title_double_clicked.connect(lambda: self.title_double_clicked.emit("samples"))
        self._columns: list[QSplitter] = []
        self._whole = QuietSplitter("splitter_whole", Qt.Orientation.Horizontal, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self._whole)

    def add(self, card: CardSpec, content: QWidget) -> None:
        """Add a card; it is on show after `arrange`."""
        self._specs.append(card)
        self._cards[card.name] = Card(scrolled(content) if card.scrolls else content)
        self._cards[card.name].title_double_clicked.connect(lambda: self.title_double_clicked.emit(card.name))

    def arrange(self) -> None:
        """Put the cards into the columns in reading order, which the Tab key follows: it goes by who comes first."""
        self._columns = [
            self._column("left", (1, 0)),
            self._column("middle", (3, 2)),
            self._column("right", (3, 2)),
        ]
        for index, column in enumerate(self._columns):
            self._whole.addWidget(column)
            self._whole.setStretchFactor(index, (0, 3, 2)[index])
        self.reset_sizes()

    @property
    def frames(self) -> tuple[QWidget, ...]:
        """What only holds cards or tables."""
        return (self, self._whole, *self._columns, *self.tables.frames)

    @property
    def cards(self) -> dict[str, QWidget]:
        """All cards by their names."""
        return {**self._cards, "samples": self.tables}

    @property
    def zoomed_card(self) -> str:
        """The card that has the whole workbench; "" for none."""
        return self._zoomed_card

    def zoom(self, name: str) -> None:
        """Give one card the whole workbench, or, for "", show what was there before, with every border where it was."""
        if name == self._zoomed_card:
            return
        if not self._zoomed_card:
            self._borders = self._states()
        self._zoomed_card = name
        focus = self.window().focusWidget()
        if focus is not None and self.is_behind_zoomed(focus):
            self.setFocus()  # else Qt hands it to some button of the card
        self._show_cards()
        for splitter in (self._whole, *self._columns):
            splitter.refresh()  # at once, not when events are next looked at
        if not name:
            for border, state in self._borders.items():
                self.restore_state(border, state)
        self.zoomed.emit(name)

    def is_behind_zoomed(self, widget: QWidget) -> bool:
        """Whether `widget` stands in a card that cannot be seen because another is zoomed."""
        zoomed = self.cards.get(self._zoomed_card)
        return zoomed is not None and self.isAncestorOf(widget) and not zoomed.isAncestorOf(widget)

    def show_titles(self, data: Dataset) -> None:
        """Show the cards' headings for `data`, in the language in force."""
        for card in self._specs:
            self._cards[card.name].set_title(QCoreApplication.translate("Cards", card.title(data)))

    def add_button(self, name: str, button: QWidget) -> None:
        """Put a button, or a row of them, beside the heading of a card. Raises KeyError where there is no such card."""
        self._cards[name].add_button(button)

    def apply_theme(self, theme: Theme) -> None:
        """Keep the left column wide enough for its text, and the plots readable, at the theme's scale."""
        large = theme.scale > 1
        self._left_width = LARGE_LEFT_WIDTH if large else LEFT_WIDTH
        for name in ("data", "training"):
            self._cards[name].setMinimumWidth(self._left_width)
        self._limit_middle(large)
        for name in ("region", "error"):
            self._cards[name].setMinimumWidth(LARGE_RIGHT_WIDTH if large else RIGHT_WIDTH)
        for name, height in LEAST_HEIGHTS.items():
            self._cards[name].setMinimumHeight(theme.px(height))
        if theme.scale != self._scale:
            self._scale = theme.scale
            self.reset_sizes()
            self._borders = self._states()

    def hide_cards(self, names: Collection[str]) -> None:
        """Hide the cards called `names`, for the time being; all others are there."""
        self._hidden = frozenset(names)
        if self._zoomed_card in self._hidden:
            self.zoom("")
        self._show_cards()

    def enlarge_tables(self, enlarged: bool) -> None:
        """Give the tables the room of the network and of the left column, beside the plots; or give it back."""
        self._is_enlarged = enlarged
        self._show_cards()

    def share_room(self, shared: bool) -> None:
        """Let the middle be narrower for the time being, as a lesson stands beside the columns."""
        self._is_shared = shared
        self._limit_middle(self._scale > 1)

    def show_side_panel(self, visible: bool) -> None:
        """Show or hide the left column: without it the network and the plots have the whole window."""
        self._has_side_panel = visible
        self._show_cards()

    def is_in_side_panel(self, widget: QWidget) -> bool:
        """Whether `widget` stands in the left column."""
        return self._columns[0].isAncestorOf(widget)

    def reset_sizes(self) -> None:
        """The proportions of the first start."""
        rest = max(self.width(), USUAL_WIDTH) - self._left_width
        middle = round(rest * (0.57 if self._scale == 1 else 0.6))
        self._whole.setSizes([self._left_width, middle, rest - middle])
        heights = _HEIGHTS if self._scale == 1 else _LARGE_HEIGHTS
        for name, column in zip(_CARDS, self._columns, strict=True):
            column.setSizes(list(heights[name]))

    def save_state(self) -> dict[str, QByteArray]:
        """The positions of all borders by splitter name; while a card is zoomed, as they will be again."""
        return self._borders if self._zoomed_card else self._states()

    def _states(self) -> dict[str, QByteArray]:
        return {splitter.objectName(): splitter.saveState() for splitter in (self._whole, *self._columns)}

    def restore_state(self, name: str, state: QByteArray) -> None:
        """Put one splitter's borders back; an empty state changes nothing."""
        for splitter in (self._whole, *self._columns):
            if splitter.objectName() == name and not state.isEmpty():
                splitter.restoreState(state)

    def _show_cards(self) -> None:
        zoomed = self._zoomed_card
        for name, card in self.cards.items():
            is_there = name not in self._hidden and not (self._is_enlarged and name == "diagram")
            card.setVisible(name == zoomed if zoomed else is_there)
        for column, cards in zip(self._columns, _CARDS.values(), strict=True):
            column.setVisible(zoomed in cards if zoomed else True)
        if not zoomed:
            self._columns[0].setVisible(self._has_side_panel and not self._is_enlarged)

    def _limit_middle(self, large: bool) -> None:
        usual = LARGE_MIDDLE_WIDTH if large else MIDDLE_WIDTH
        for card in (self._cards["diagram"], self.tables):
            card.setMinimumWidth(MIDDLE_WIDTH if self._is_shared else usual)

    def _column(self, name: str, stretch: tuple[int, ...]) -> QSplitter:
        splitter = QuietSplitter(f"splitter_{name}", Qt.Orientation.Vertical, self)
        for index, card in enumerate(_CARDS[name]):
            splitter.addWidget(self.tables if card == "samples" else self._cards[card])
            splitter.setStretchFactor(index, stretch[index])
        return splitter
