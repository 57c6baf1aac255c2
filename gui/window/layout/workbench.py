"""This module lays out the workbench: data and training left, the network in the middle, plots right."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QByteArray, QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from gui.toolkit.containers.card import Card, CardSpec
from gui.toolkit.containers.scrolled import scrolled
from gui.toolkit.containers.splitter import QuietSplitter
from gui.toolkit.containers.tabbed_card import TabbedCard
from gui.toolkit.theme import Theme

LEFT_WIDTH = 304
MIDDLE_WIDTH, RIGHT_WIDTH = 268, 294  # at least; the three fit beside a lesson into 1280, on stage as well
LEAST_HEIGHTS = {"data": 216, "region": 200, "error": 134}  # else the page scrolls
USUAL_WIDTH = 1264  # before the window has its size
_CARDS = {"left": ("data", "training"), "middle": ("diagram", "samples"), "right": ("region", "error")}
_WIDTH_SHARES = {"left": 0, "middle": 3, "right": 2}
_HEIGHT_SHARES = {"left": (1, 0), "middle": (3, 2), "right": (3, 2)}
"""How columns, and the cards in them, share the room that is left over."""
_HEIGHTS = {"left": (326, 274), "middle": (388, 224), "right": (366, 246)}
_STAGE_RIGHT, _STAGE_REGION = 0.42, 0.6  # of the width, and of the right column's height
_STAGE_TABLE = 0.33  # of the middle's height at most, and of the rest when the network has what it needs
_LESSON_MIDDLE, _WHOLE = (635, 565), 1000  # the middle's share beside a lesson: with a table, and where it is folded
_LEAST_TABLE = 120  # tabs, head, two rows and the line below them
_BELOW = 4  # the timeline has buttons
_STAGE_MARGIN, _GAP, _STAGE_GAP = 2, 8, 5


class WindowLayout(QWidget):
    """Six cards in three columns; every border can be dragged, and is remembered.

    The features add their cards in any order; `arrange` then puts the cards into the columns.
    `tables` is the card below the network, "samples". One card can have the whole workbench: `zoomed` carries its name,
    "" when all are back.
    """

    zoomed = Signal(str)
    resized = Signal()
    title_double_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_width = LEFT_WIDTH
        self._is_enlarged = self._is_on_stage = self._is_table_folded = False
        self._held_for: set[str] = set()
        self._least_table = 0
        self._has_side_panel, self._hidden, self._folded = True, frozenset[str](), frozenset[str]()
        self._zoomed_card = ""
        self._room_of_borders, self._is_due = QSize(), False
        self._right_before = 0  # the width of the right column off stage
        self._borders: dict[str, QByteArray] = {}  # as they were before a card was zoomed
        self._specs: list[CardSpec] = []
        self._cards: dict[str, Card] = {}
        self.tables = TabbedCard()
        self.tables.title_double_clicked.connect(lambda: self.title_double_clicked.emit("samples"))
        self.tables.unfold_wanted.connect(lambda: self._unfold("samples"))
        self._columns = [QuietSplitter(f"splitter_{name}", Qt.Orientation.Vertical, self) for name in _CARDS]
        self._whole = QuietSplitter("splitter_whole", Qt.Orientation.Horizontal, self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 0, 8, _BELOW)
        self._layout.addWidget(self._whole)

    def add(self, card: CardSpec, content: QWidget, row: QWidget | None = None) -> None:
        """Add a card; it is on show after `arrange`."""
        self._specs.append(card)
        self._cards[card.name] = Card(scrolled(content) if card.scrolls else content, row, card.has_quiet_row)
        self._cards[card.name].title_double_clicked.connect(lambda: self.title_double_clicked.emit(card.name))
        self._cards[card.name].unfold_wanted.connect(lambda: self._unfold(card.name))

    def arrange(self) -> None:
        """Put the cards into the columns in reading order, which the Tab key follows: it goes by who comes first."""
        for index, (column, name) in enumerate(zip(self._columns, _CARDS, strict=True)):
            for place, card in enumerate(_CARDS[name]):
                column.addWidget(self.tables if card == "samples" else self._cards[card])
                column.setStretchFactor(place, _HEIGHT_SHARES[name][place])
            self._whole.addWidget(column)
            self._whole.setStretchFactor(index, _WIDTH_SHARES[name])
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
        if not self._has_borders_for_a_time:
            self._note_borders()
        self._zoomed_card = name
        focus = self.window().focusWidget()
        if focus is not None and self.is_behind_zoomed(focus):
            self.setFocus()  # else Qt hands it to some button of the card
        self._show_cards()
        for splitter in (self._whole, *self._columns):
            splitter.refresh()  # at once, not when events are next looked at
        if not self._has_borders_for_a_time:
            self._put_borders_back()
        self.zoomed.emit(name)

    def _put_borders_back(self) -> None:
        """At once, and once more when there is as much room as when they were noted."""
        for border, state in self._borders.items():
            self.restore_state(border, state)
        self._is_due = self.size() != self._room_of_borders

    def is_behind_zoomed(self, widget: QWidget) -> bool:
        """Whether `widget` stands in a card that cannot be seen because another is zoomed."""
        zoomed = self.cards.get(self._zoomed_card)
        return zoomed is not None and self.isAncestorOf(widget) and not zoomed.isAncestorOf(widget)

    def bring(self, name: str) -> None:
        """Show all of a card: beside the others, or alone where there is no room for it beside them."""
        if self._zoomed_card != name:
            self.zoom("")
        if name in self._folded:
            self._unfold(name)
        if not self.cards[name].isVisibleTo(self):
            self.zoom(name)

    def show_titles(self, data: Dataset) -> None:
        """Show the cards' headings for `data`, in the language in force."""
        titles = {card.name: QCoreApplication.translate("Cards", card.title(data)) for card in self._specs}
        for name, title in titles.items():
            self._cards[name].set_title(title)
        titles["samples"] = self.tr("Tables")
        self._whole.name_parts(*(titles[cards[0]] for cards in _CARDS.values()))
        for column, cards in zip(self._columns, _CARDS.values(), strict=True):
            column.name_parts(*(titles[card] for card in cards))

    def add_button(self, name: str, button: QWidget, quiet: bool = False) -> None:
        """Put a button, or a row of them, beside the heading of a card. Raises KeyError where there is no such card."""
        self._cards[name].add_button(button, quiet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_due and self.size() == self._room_of_borders and not self._has_borders_for_a_time:
            self._is_due = False
            self._put_borders_back()
        self.resized.emit()

    def remember_room(self) -> None:
        """Note how everything stands before the window goes on stage."""
        self._right_before = self._columns[2].width()
        if not self._has_borders_for_a_time:
            self._note_borders()

    def set_on_stage(self, on: bool) -> None:
        """Give the whole room to what is to be seen, or show what was there before, every border where it was."""
        self._is_on_stage = on
        for splitter in (self._whole, *self._columns):
            splitter.setHandleWidth(_STAGE_GAP if on else _GAP)
        self._layout.setContentsMargins(*((_STAGE_MARGIN,) * 3 if on else (8, 0, 8)), _STAGE_MARGIN if on else _BELOW)
        for card in self._cards.values():
            card.set_on_stage(on)
        self._is_table_folded = False
        self._show_cards()
        if not on and not self._has_borders_for_a_time:
            self._put_borders_back()

    @property
    def folded_cards(self) -> tuple[str, ...]:
        """The cards of which the heading alone can be seen, or that are not there, for the time being."""
        return tuple(name for name in self.cards if name in self._folded or name in self._hidden)

    def fold_cards(self, names: Collection[str]) -> None:
        """Show the cards called `names` by their headings alone, for the time being; without any, all as before."""
        before, self._folded = self._folded, frozenset(names)
        self._show_cards()
        has_other_need = ("samples" in names) != ("samples" in before) or not before
        if names and has_other_need and not self._is_on_stage and not self._zoomed_card:
            middle = _LESSON_MIDDLE["samples" in names]
            self._whole.setSizes([self._left_width, middle, _WHOLE - middle])
        self.resized.emit()

    def hold_borders(self, reason: str) -> None:
        """Note every border, before a lesson or slides take some of the room for a time."""
        if not self._has_borders_for_a_time:
            self._note_borders()
        self._held_for.add(reason)

    def give_borders_back(self, reason: str) -> None:
        """Put every border back, once there is all of the room again; what has held none changes nothing."""
        if reason in self._held_for:
            self._held_for.remove(reason)
            if not self._has_borders_for_a_time:
                self._put_borders_back()

    @property
    def _has_borders_for_a_time(self) -> bool:
        """Whether what was there before will be there again: off stage, without a lesson or slides, with all cards."""
        return bool(self._zoomed_card) or self._is_on_stage or bool(self._held_for)

    def _note_borders(self) -> None:
        self._borders, self._room_of_borders = self._states(), self.size()

    def _unfold(self, name: str) -> None:
        """Show all of a card again because its heading was clicked; a table for which the stage has no room, alone."""
        if name in self._folded:
            self._folded -= {name}
            self._show_cards()
            self.resized.emit()
        else:
            self.zoom(name)

    def _fold(self) -> None:
        """None is folded while it is alone on show."""
        for name, card in self._cards.items():
            card.fold(name in self._folded and name != self._zoomed_card)
        is_folded = self._is_table_folded or "samples" in self._folded
        self.tables.fold(is_folded and self._zoomed_card != "samples")
        is_left_folded = not self._folded.isdisjoint(_CARDS["left"])  # then the other card has the rest of the column
        self._columns[0].setStretchFactor(1, int(is_left_folded) or _HEIGHT_SHARES["left"][1])
        self._limit_heights()

    def _limit_heights(self) -> None:
        for name, height in LEAST_HEIGHTS.items():
            self._cards[name].setMinimumHeight(0 if self._cards[name].is_folded else height)

    def align_rows(self) -> None:
        """Let the rows over the cards' contents stand as these do, in other sizes now."""
        for card in self._cards.values():
            card.align_row()

    def show_chrome(self, on: bool) -> None:
        """Show what works on the cards as well, though nobody has come to them."""
        for card in self._cards.values():
            card.show_chrome(on)

    def arrange_stage(self, network: int, around: int, share: float) -> None:
        """Divide the stage's room: the network's view gets at least `network` pixels of height, the table the rest.

        Where that is too little for a table, its tabs alone stay. The plots need `around` pixels more than off stage
        for their letters, so that their pictures are no narrower; where the columns had all of the window then and now
        have a `share` of it, they are narrower by it.
        """
        middle, heading = self._columns[1], self._cards["diagram"].heading_height
        height, gap = middle.height(), middle.handleWidth()
        rest = min(height - gap - network - heading, round(_STAGE_TABLE * height))
        self._is_table_folded = rest < self._least_table
        self._fold()
        middle.setSizes([height - gap - rest, rest])
        width = self._whole.width() - self._whole.handleWidth()
        right = max(round(_STAGE_RIGHT * width), round(self._right_before * share) + around)
        self._whole.setSizes([0, width - right, right])
        column = self._columns[2]
        region = round(_STAGE_REGION * (column.height() - column.handleWidth()))
        column.setSizes([region, column.height() - column.handleWidth() - region])

    def apply_theme(self, theme: Theme) -> None:
        """Keep the left column wide enough for its text, and the plots readable, at the theme's scale."""
        self._left_width = theme.px(LEFT_WIDTH)
        self._least_table = theme.px(_LEAST_TABLE)
        for card in self._cards.values():
            card.apply_theme(theme)
        for name in ("data", "training"):
            self._cards[name].setMinimumWidth(self._left_width)
        for name in ("region", "error"):
            self._cards[name].setMinimumWidth(RIGHT_WIDTH)
        for name in ("diagram", "samples"):
            self.cards[name].setMinimumWidth(MIDDLE_WIDTH)
        self._limit_heights()

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
        middle = round(rest * 0.57)
        self._whole.setSizes([self._left_width, middle, rest - middle])
        for name, column in zip(_CARDS, self._columns, strict=True):
            column.setSizes(list(_HEIGHTS[name]))

    def save_state(self) -> dict[str, QByteArray]:
        """The positions of all borders by splitter name; while they are others for a time, as they will be again."""
        return self._borders if self._has_borders_for_a_time else self._states()

    def _states(self) -> dict[str, QByteArray]:
        return {splitter.objectName(): splitter.saveState() for splitter in (self._whole, *self._columns)}

    def restore_state(self, name: str, state: QByteArray) -> None:
        """Put one splitter's borders back; an empty state changes nothing."""
        for splitter in (self._whole, *self._columns):
            if splitter.objectName() == name and not state.isEmpty():
                splitter.restoreState(state)

    def _show_cards(self) -> None:
        zoomed = self._zoomed_card
        self._fold()
        for name, card in self.cards.items():
            is_there = name not in self._hidden and not (self._is_enlarged and name == "diagram")
            card.setVisible(name == zoomed if zoomed else is_there)
        for column, cards in zip(self._columns, _CARDS.values(), strict=True):
            column.setVisible(zoomed in cards if zoomed else not self._folded.issuperset(cards))
        if not zoomed:
            self._columns[0].setVisible(self._has_side_panel and not self._is_enlarged)  # its owner opens and closes it
