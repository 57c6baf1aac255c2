"""A row above the region chooses the class that a click places, explains the marks, and says how to draw."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QSizePolicy, QWidget

from engine.spec.plural import filled
from gui.features.decision_region.view_switches import ViewSwitches
from gui.toolkit.buttons import PlotButton
from gui.toolkit.containers.later import Later
from gui.toolkit.containers.overflow_row import OverflowRow
from gui.toolkit.look import wear
from gui.toolkit.plots.legend import LegendEntry
from gui.toolkit.plots.markers import class_pixmap, marker_pixmap
from gui.toolkit.theme import Theme
from gui.words.number_text import grouped

_SHARE, _MARKS, _CLASSES, _SWITCHES = 1, 2, 10, 30
"""What gives way to what in a narrow row: the marks stay longest, of all classes the first."""
MANY_CLASSES = 6  # more stand closer together, so that the picture keeps its room


class ClassBar(OverflowRow):
    """A button for each class in its colour and shape, a legend, the choice of an output, and smooth or hard edges."""

    hard_toggled = Signal(bool)
    output_chosen = Signal(int)
    class_chosen = Signal(int)  # by hand

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._names: tuple[str, ...] = ()
        self._buttons: list[PlotButton] = []
        self._marks: tuple[QWidget, ...] = ()
        super().__init__("region_more", parent)
        self._theme = theme
        self._chosen = 0
        self._with_new_class = False
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_group_id_clicked)
        self._first = self._new_button(0)  # stays, so that the Tab key comes to the others from its place
        self._miss, self._test, self._slice = LegendEntry(self), LegendEntry(self), LegendEntry(self)
        self._projected = LegendEntry(self)
        self._counts = (0, 0)
        self._share = QLabel(self)
        self._share.setObjectName("region_share_drawn")
        self._share.setTextFormat(Qt.TextFormat.PlainText)
        wear(self._share, letters="small", tone="muted")
        self._output = Later(self._new_output_choice, self)
        self.hard_button = PlotButton(self)
        self.hard_button.setObjectName("region_hard_edges")
        self.hard_button.setCheckable(True)
        self.hard_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hard_button.toggled.connect(self.hard_toggled)
        self.switches = ViewSwitches(self)
        self._fill()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    @property
    def chosen_class(self) -> int:
        """The class that a click places; one more than there are for a new class."""
        return self._chosen

    def fit(self) -> None:
        """Where many classes have too little room for their names, their marks stand alone before any of them go."""
        styles = Qt.ToolButtonStyle
        for style in (styles.ToolButtonTextBesideIcon, styles.ToolButtonIconOnly):
            for label, button in enumerate(self._buttons):
                is_new = label >= len(self._names)
                button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if is_new else style)
            marks = [mark for mark in self._marks if self.is_wanted(mark)]
            if self.has_room_for([*self._buttons, *marks]) or len(self._buttons) <= MANY_CLASSES:
                break
        super().fit()

    def choose(self, label: int) -> None:
        """Make `label` the class that a click places; does nothing for a class without a button."""
        if 0 <= label < len(self._buttons):
            self._chosen = label
            self._buttons[label].setChecked(True)

    def take(self, label: int) -> bool:
        """Choose `label` as a click on its button does; False where there is none that can be clicked."""
        can_click = 0 <= label < len(self._buttons) and self._buttons[label].isEnabled()
        if can_click:
            self._buttons[label].click()
        return can_click

    def show_classes(self, names: tuple[str, ...], can_place: bool, can_add_class: bool) -> None:
        """A button for each of `names`, and one for a new class; without `can_place` they are only a legend."""
        self._names, self._with_new_class = names, can_place and can_add_class
        self._make_buttons(len(names) + self._with_new_class)
        self._style_buttons()
        for button in self._buttons:
            button.setEnabled(can_place)
        self._chosen = min(self._chosen, max(0, len(names) - 1))
        self.choose(self._chosen)
        self.retranslate()

    def show_outputs(self, names: tuple[str, ...], column: int) -> None:
        """Offer `names` as outputs to look at; none hides the choice."""
        if names:
            choice = self._output.content
            choice.clear()
            choice.addItems(list(names))
            choice.setCurrentIndex(column)
            self._order_tabs()
        self.want(self._output, bool(names))

    def show_legend(self, misses: bool, test: bool, off_slice: bool, projected: bool = False) -> None:
        """Explain the marks that are in use."""
        for entry, shown in ((self._miss, misses), (self._test, test), (self._slice, off_slice)):
            self.want(entry, shown)
        self.want(self._projected, projected)

    def show_share(self, drawn: int, total: int) -> None:
        """Say so if only `drawn` of `total` samples are in the picture."""
        if (drawn, total) != self._counts:
            self._counts = (drawn, total)
            self._write_share()
            self.want(self._share, drawn < total)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.set_spacing(theme.px(3))
        self._style_buttons()
        self._draw_marks()
        self.retranslate()

    def retranslate(self) -> None:
        for label, button in enumerate(self._buttons):
            is_new = label >= len(self._names)
            name = self.tr("New class") if is_new else self.tr("Class {name}").format(name=self._names[label])
            button.setText("+" if is_new else self._names[label])
            button.setAccessibleName(name)
            tip = self.tr("{name}: a click in the plot places a point of this class (key {key})")
            button.setToolTip(tip.format(name=name, key=(label + 1) % 10) if button.isEnabled() else name)
        self.name_more(self.tr("More controls of the region"))
        self.hard_button.setText(self.tr("Hard edges"))
        self.hard_button.setAccessibleName(self.tr("Hard edges"))
        self.hard_button.setToolTip(self.tr("Paint each side of the border in one flat colour instead of shades"))
        if self._output.made is not None:
            self._name_output_choice(self._output.made)
        self.switches.retranslate()
        self._write_legend()

    def _style_buttons(self) -> None:
        for button in self._buttons:
            wear(button, across=None if len(self._buttons) <= MANY_CLASSES else 1)

    def _write_legend(self) -> None:
        theme, ratio = self._theme, self.devicePixelRatioF()
        ring = marker_pixmap("o", None, theme.wrong, theme.px(18), ratio, width=2.2 * theme.scale)
        hollow = marker_pixmap("o", "#ffffff", theme.muted, theme.px(15), ratio, width=1.8 * theme.scale)
        faint = marker_pixmap("o", theme.hairline, theme.hairline, theme.px(15), ratio, width=1.0)
        self._miss.show_entry(ring, self.tr("wrong"), self.tr("The network decides wrongly for this sample"), theme)
        self._test.show_entry(hollow, self.tr("test"), self.tr("A test sample: the network does not learn it"), theme)
        tip = self.tr("A sample that lies far from the slice shown, in an input that is on no axis")
        self._slice.show_entry(faint, self.tr("off slice"), tip, theme)
        tip = self.tr(
            "Every sample is shown where it stands nearest to this plane; the colours are the network's answers on the"
            " plane itself, its rings those to the sample. Points are added and moved with two inputs as axes."
        )
        dotted = marker_pixmap("o", theme.muted, theme.muted, theme.px(9), ratio, width=1.0)
        self._projected.show_entry(dotted, self.tr("projected"), tip, theme)
        self._write_share()

    def _write_share(self) -> None:
        drawn, total = (grouped(count) for count in self._counts)
        text = filled(self.tr("{drawn} of {total} points drawn"), drawn=drawn, total=total)
        self._share.setText(text)
        self._share.setAccessibleName(text)
        self._share.setToolTip(self.tr("An even choice of the samples, so that drawing stays quick"))

    def _make_buttons(self, count: int) -> None:
        while len(self._buttons) > count:
            button = self._buttons.pop()
            if button is self._first:
                self.want(button, False)
            else:
                self.take_out(button)
                button.hide()  # it lives on until the event loop comes round
                self._group.removeButton(button)
                button.deleteLater()
        while len(self._buttons) < count:
            label = len(self._buttons)
            self._buttons.append(self._new_button(label) if label else self._first)
            if label:
                self.place(self._buttons[-1], _CLASSES + label, at=label)
            else:
                self.want(self._first, True)
        self._order_tabs()
        self._draw_marks()

    def _new_button(self, label: int) -> PlotButton:
        button = PlotButton(self)
        button.setObjectName(f"region_class_{label + 1}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._group.addButton(button, label)
        return button

    def _new_output_choice(self, parent: QWidget) -> QComboBox:
        choice = QComboBox(parent)
        choice.setObjectName("region_output")
        choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        choice.activated.connect(self.output_chosen)
        wear(choice, letters="small")
        self._name_output_choice(choice)
        return choice

    def _name_output_choice(self, choice: QComboBox) -> None:
        choice.setAccessibleName(self.tr("Output shown"))
        choice.setToolTip(self.tr("The output that the region shows"))

    def _draw_marks(self) -> None:
        ratio, side = self.devicePixelRatioF(), self._theme.px(16)
        for label, button in enumerate(self._buttons):
            is_new = label >= len(self._names)
            icon = QIcon()
            if not is_new:  # as a mere legend, too, it has its colour
                for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
                    icon.addPixmap(class_pixmap(label, self._theme, ratio), mode)
            button.setIcon(icon)
            button.setIconSize(QSize(side, side))

    def _fill(self) -> None:
        """In reading order; what can also be reached elsewhere gives way first."""
        self.place(self._first)
        self.place(self._output)
        switches = self.switches
        self.place(self.hard_button, _SWITCHES + 3)
        for place, button in zip((1, 0, 2), (switches.lines, switches.hidden, switches.space), strict=True):
            self.place(button, _SWITCHES + place)
        self._marks = (self._miss, self._test, self._slice, self._projected)
        for place, mark in enumerate(self._marks):
            self.place(mark, _MARKS + place)
        self.place(self._share, _SHARE)
        for widget in (self._first, self._output, *self.switches.buttons, self._share):
            self.want(widget, False)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """New buttons, too, come before the plot."""
        output = () if self._output.made is None else (self._output.made,)
        order = (self._first, *self._buttons[1:], *output, self.hard_button, *self.switches.buttons)
        for first, second in itertools.pairwise(order):
            QWidget.setTabOrder(first, second)

    def _on_group_id_clicked(self, label: int) -> None:
        self._chosen = label
        self.class_chosen.emit(label)
