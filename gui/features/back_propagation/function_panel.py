"""This module shows the lecture's three activation functions and their derivatives at a neuron's net input."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.spec.activations import ACTIVATIONS
from gui.document.document import Document
from gui.features.back_propagation.function_chart import FunctionChart
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.activation_words import activation_name
from gui.words.notation import Notation
from gui.words.number_text import formula_number
from gui.words.symbols import Symbols

_CURVES = tuple(entry for entry in ACTIVATIONS.values() if not (entry.compares_units or entry.is_radial))
LECTURE_FUNCTIONS = tuple(entry.name for entry in _CURVES if entry.in_lecture)
OTHERS = tuple(entry.name for entry in _CURVES if not entry.in_lecture)
MOST_NEURONS = 600


class FunctionPanel(View, QWidget):
    """Charts side by side; the chosen neuron's own function stands out, and comes first where it is another one."""

    neuron_chosen = Signal(tuple)  # layer, unit

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("function_panel")
        self._document, self._notation = document, notation
        self._nets: tuple[tuple[float, ...], ...] | None = None
        self._neuron = (0, 0)
        self._offered: tuple[tuple[int, ...], bool] | None = None
        self._build(themes.theme)
        self._neurons.activated.connect(self._on_neurons_activated)
        document.changed.connect(lambda _before, _after: self._show())
        notation.changed.connect(self._show)
        self.follow_themes(themes)

    @property
    def neuron(self) -> tuple[int, int]:
        """Layer and unit of the chosen neuron."""
        return self._neuron

    def show_frame(self, frame: Frame) -> None:
        """Take the net inputs of what `frame` passes through the network, if anything."""
        if frame.network != self._document.project.network:
            return
        passed = frame.passed
        self._nets = None if passed is None else tuple(tuple(map(float, nets)) for nets in passed.net_inputs)
        self._show()

    def choose(self, neuron: tuple[int, int]) -> None:
        """Show the functions at this neuron's net input; inputs have none."""
        if neuron[0] >= 0 and neuron != self._neuron:
            self._neuron = neuron
            self._show()

    def picture(self) -> OffscreenPicture:
        """The charts as they are now, for paper."""
        makers = [chart.copy_maker() for chart in self.charts.values() if not chart.isHidden()]
        size = QSize(max(self.width(), 200 * len(makers)), max(self.height(), 200))
        return OffscreenPicture(self.accessibleName(), size, lambda theme: [make(theme) for make in makers])

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Activation functions"))
        self._caption.setText(self.tr("Neuron"))
        self._neurons.setAccessibleName(self.tr("Neuron"))
        self._neurons.setToolTip(self.tr("The neuron whose net input is marked on the curves"))
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        px = theme.px
        self._top.setContentsMargins(px(8), px(4), px(8), 0)
        self._top.setSpacing(px(8))
        for chart in self.charts.values():
            chart.apply_theme(theme)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def _build(self, theme: Theme) -> None:
        self._caption, self._reading = QLabel(self), QLabel(self)
        wear(self._caption, caption=True)
        self._reading.setObjectName("function_reading")
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._neurons = QComboBox(self)
        self._neurons.setObjectName("function_neuron")
        self._neurons.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._neurons.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._caption.setBuddy(self._neurons)
        self.charts = {name: FunctionChart(name, theme, self) for name in (*OTHERS, *LECTURE_FUNCTIONS)}
        self._top, row = QHBoxLayout(), QHBoxLayout()
        for widget in (self._caption, self._neurons, self._reading):
            self._top.addWidget(widget, 1 if widget is self._reading else 0)
        row.setSpacing(0)
        for chart in self.charts.values():
            row.addWidget(chart)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addLayout(row, 1)

    def _show(self) -> None:
        network = self._document.project.network
        symbols = Symbols(self._notation, len(network.layers), self._document.dataset.input_names, network.rbf)
        layer, unit = self._neuron
        if layer >= len(network.layers) or unit >= network.layers[layer].units:
            self._neuron = (0, 0)
        self._offer(network.sizes[1:], symbols)
        layer, unit = self._neuron
        own = network.layers[layer].activation
        nets = self._nets
        fits = nets is not None and tuple(map(len, nets)) == network.sizes[1:]
        net = nets[layer][unit] if fits and nets is not None else None
        for name, chart in self.charts.items():
            chart.setVisible(name in LECTURE_FUNCTIONS or name == own)
            chart.show_net(net, activation_name(name), name == own)
        self._show_reading(symbols, own, net)

    def _show_reading(self, symbols: Symbols, own: str, net: float | None) -> None:
        if net is None:
            self._reading.setText(self.tr("Choose a sample, and its net input appears on the curves."))
            return
        text = f"{symbols.net(*self._neuron)} = {formula_number(net)}"
        if ACTIVATIONS[own].compares_units:
            text += "   " + self.tr("(softmax compares all outputs; it has no curve of one net input)")
        else:
            text += "   " + self.tr("f solid, f′ dashed")
        self._reading.setText(text)

    def _offer(self, units: tuple[int, ...], symbols: Symbols) -> None:
        """List the neurons anew where they are called otherwise."""
        layer, unit = self._neuron
        with QSignalBlocker(self._neurons):
            if self._offered != (units, symbols.is_lecture):
                self._offered = (units, symbols.is_lecture)
                neurons = [(layer, unit) for layer, count in enumerate(units) for unit in range(count)]
                self._neurons.clear()
                self._neurons.addItems([symbols.neuron(*neuron) for neuron in neurons[:MOST_NEURONS]])
            place = sum(units[:layer]) + unit
            self._neurons.setCurrentIndex(place if place < self._neurons.count() else -1)

    def _on_neurons_activated(self, index: int) -> None:
        for layer, spec in enumerate(self._document.project.network.layers):
            if index < spec.units:
                self.choose((layer, index))
                self.neuron_chosen.emit((layer, index))
                return
            index -= spec.units
