"""The page of the computation graph (lecture: computation graph and chain rule)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from engine.expression import GRAPH_FUNCTIONS, PRESETS, ExpressionError, Graph, Walk, evaluate, parse
from engine.spec.errors import EngineError
from gui.features.computation_graph.graph_canvas import GraphCanvas
from gui.features.computation_graph.step_text import StepText
from gui.features.computation_graph.variable_boxes import VariableBoxes
from gui.toolkit.buttons import name_button
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.entries.expression_line import ExpressionLine
from gui.toolkit.icons import icon
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.error_text import error_text

_ICONS = {"reset": "reset", "back": "step_back", "step": "step_sample", "all": "step_epoch", "fit": "fit"}
_KEYS = {
    Qt.Key.Key_Right: "step",
    Qt.Key.Key_Space: "step",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Home: "reset",
    Qt.Key.Key_End: "all",
}
_VALUES_WIDTH = 150
_TEXT_HEIGHT = 132


@dataclass(frozen=True)
class GraphState:
    """The expression, the values of the variables, and how many steps have been made."""

    text: str
    values: Mapping[str, float]
    done: int


class ComputationGraphPage(View, Widget):
    """Holds the expression, the variables' values and how many steps have been made; none of it is in the document."""

    def __init__(self, themes: ThemeManager, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("computation_graph_page")
        self._themes = themes
        self._graph: Graph | None = None
        self._walk: Walk | None = None
        self._refused: EngineError | None = None
        self._done = 0
        self.line = ExpressionLine(themes, self)
        self._message = QLabel(self)
        self._presets = QComboBox(self)
        self._boxes = VariableBoxes(self)
        self.canvas = GraphCanvas(themes, self)
        self._text = StepText(themes, self)
        self._buttons = {name: self._make_button(name) for name in _ICONS}
        self.setFocusProxy(self.canvas)
        self._name_parts()
        self._arrange()
        self._connect()
        self.follow_themes(themes)
        self.start_afresh()

    # ------------------------------------------------------------------ what scripts and lessons use

    @property
    def done(self) -> int:
        """Steps made so far."""
        return self._done

    @property
    def walk(self) -> Walk | None:
        """The walk on show."""
        return self._walk

    @property
    def preset(self) -> str | None:
        """The name of the preset that stands in the line; None for an expression of one's own."""
        return next((preset.name for preset in PRESETS if preset.text == self.line.text()), None)

    @property
    def step_text(self) -> str:
        """What is written under the graph."""
        return self._text.text

    @property
    def message(self) -> str:
        """What is wrong with the text; "" where nothing is."""
        return self._message.text()

    def show_preset(self, name: str) -> None:
        """Put the preset `name` into the line, with its values, before the first step."""
        preset = next(preset for preset in PRESETS if preset.name == name)
        self.restore(GraphState(preset.text, dict(preset.values), done=0))
        self._presets.setCurrentIndex(self._presets.findData(name))

    def start_afresh(self) -> None:
        """Show the first example, before the first step."""
        self.show_preset(PRESETS[0].name)

    def show_expression(self, text: str, values: Mapping[str, float]) -> None:
        """Put an expression into the line, with values for its variables, before the first step."""
        self.restore(GraphState(text, dict(values), done=0))

    def state(self) -> GraphState:
        """What stands on the page, for `restore`."""
        return GraphState(self.line.text(), self._boxes.all_values(), self._done)

    def restore(self, state: GraphState) -> None:
        """Put back what stood on the page."""
        self._boxes.set_values(state.values)
        self._done = 0
        if state.text == self.line.text():
            self._read()
        else:
            self.line.replace_text(state.text)
        self.set_done(state.done)
        self.canvas.fit()

    def set_done(self, done: int) -> None:
        """Go to the moment after `done` steps, within what there is."""
        if self._walk is None:
            return
        self._done = max(0, min(done, len(self._walk)))
        self._show()

    def run(self, command: str) -> None:
        """ "step", "back", "all", "reset" or "fit"."""
        steps = len(self._walk) if self._walk is not None else 0
        if command == "fit":
            self.canvas.fit()
        else:
            self.set_done({"step": self._done + 1, "back": self._done - 1, "all": steps, "reset": 0}[command])

    # ------------------------------------------------------------------ making

    def _name_parts(self) -> None:
        self._message.setObjectName("expression_message")
        wear(self._message, tone="wrong")
        wear(self.line, letters="formula")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._presets.setObjectName("graph_presets")
        for preset in PRESETS:
            self._presets.addItem("", preset.name)
        self._boxes.setObjectName("variables")

    def _make_button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"graph_{name}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumHeight(28)
        button.clicked.connect(lambda: self.run(name))
        return button

    def _arrange(self) -> None:
        self._values_heading, self._presets_caption = QLabel(self), QLabel(self)
        wear(self._values_heading, heading=True)
        wear(self._presets_caption, caption=True)
        self._presets_caption.setBuddy(self._presets)
        top = QGridLayout()
        top.setContentsMargins(12, 8, 12, 6)
        top.setHorizontalSpacing(8)
        top.addWidget(self.line, 0, 0)
        top.addWidget(self._presets_caption, 0, 1)
        top.addWidget(self._presets, 0, 2)
        top.addWidget(self._message, 1, 0, 1, 3)
        top.setColumnStretch(0, 1)
        values = QVBoxLayout()
        values.setContentsMargins(1, 4, 1, 1)
        values.addWidget(self._values_heading)
        self._values_heading.setContentsMargins(8, 0, 8, 0)
        area = QScrollArea(self)
        area.setObjectName("scroll_variables")
        area.setWidget(self._boxes)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        values.addWidget(area, 1)
        self._boxes_area, self._values_card = area, _card(values, self)
        buttons = QHBoxLayout()
        for name in ("reset", "back", "step", "all"):
            buttons.addWidget(self._buttons[name])
        buttons.addStretch(1)
        buttons.addWidget(self._buttons["fit"])
        picture = QVBoxLayout()
        picture.setContentsMargins(6, 6, 6, 6)
        picture.addLayout(buttons)
        picture.addWidget(self.canvas, 1)
        text = QVBoxLayout()
        text.setContentsMargins(12, 8, 12, 6)
        text.addWidget(self._text)
        self._text_card = _card(text, self)
        whole = QGridLayout(self)
        whole.setContentsMargins(8, 0, 8, 0)
        whole.setSpacing(8)
        whole.addWidget(_card(top, self), 0, 0, 1, 2)
        whole.addWidget(self._values_card, 1, 0, 2, 1)
        whole.addWidget(_card(picture, self), 1, 1)
        whole.addWidget(self._text_card, 2, 1)
        whole.setRowStretch(1, 1)
        whole.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._read())
        self.line.returnPressed.connect(self.canvas.setFocus)
        self._presets.activated.connect(lambda place: self.show_preset(str(self._presets.itemData(place))))
        self._boxes.edited.connect(self._follow)
        self.canvas.node_clicked.connect(self._on_canvas_node_clicked)

    # ------------------------------------------------------------------ reacting

    def _read(self) -> None:
        """Take up what stands in the line; what is no expression leaves the last one on show, pale."""
        at_the_end = self._walk is not None and self._done == len(self._walk) > 0
        try:
            graph = parse(self.line.text(), GRAPH_FUNCTIONS)
        except ExpressionError as error:
            self._refused = error
            self.line.set_wrong((error.start, error.end))
        else:
            self._refused = None
            self.line.set_wrong(None)
            self._graph, self._done = graph, 0
            self._boxes.offer(graph.variables)
            self._fit_values(self._themes.theme)
            self._follow()
            if at_the_end:
                self.run("all")
        self._show_message()
        self._presets.setCurrentIndex(self._presets.findData(self.preset))

    def _follow(self) -> None:
        """Compute everything with the values as they are, and stay at the same step."""
        if self._graph is None:
            return
        was_at_the_end = self._walk is not None and self._done == len(self._walk)
        same_graph = self._walk is not None and self._walk.graph is self._graph
        self._walk = Walk(self._graph, evaluate(self._graph, self._boxes.values(self._graph.variables)))
        self._done = len(self._walk) if was_at_the_end and same_graph else min(self._done, len(self._walk))
        self._show()

    def _show(self) -> None:
        assert self._walk is not None
        self.canvas.show_walk(self._walk, self._done)
        self._text.show_step(self._walk, self._done)
        self.canvas.setAccessibleDescription(self._text.text)
        self._show_buttons()

    def _show_buttons(self) -> None:
        steps = len(self._walk) if self._walk is not None and self._refused is None else 0
        for name in ("reset", "back"):
            self._buttons[name].setEnabled(steps > 0 and self._done > 0)
        for name in ("step", "all"):
            self._buttons[name].setEnabled(self._done < steps)

    def _show_message(self) -> None:
        self._message.setText(error_text(self._refused) if self._refused is not None else "")
        self._message.setVisible(self._refused is not None)
        self.line.setAccessibleDescription(self._message.text())
        self.canvas.set_stale(self._refused is not None)
        self._show_buttons()

    def _on_canvas_node_clicked(self, index: int) -> None:
        """A variable's field, or the step in which an operation has had its turn."""
        if self._walk is None:
            return
        node = self._walk.graph.nodes[index]
        if node.is_variable:
            self._boxes.focus_on(node.name)
            return
        turns = [done for done, step in enumerate(self._walk.steps, start=1) if step.node == index]
        if turns:
            forward = self._done <= self._walk.forward_steps
            self.set_done(turns[0] if forward else turns[-1])

    # ------------------------------------------------------------------ appearance, keys

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Computation graph"))
        self.line.setAccessibleName(self.tr("Expression"))
        self.line.setPlaceholderText(self.tr("An expression, for example (x + y) * z"))
        self.line.setToolTip(
            self.tr(
                "+ − × ÷ ^ ( ), exp, log, sin, cos, tanh, sigmoid, relu, sqrt, max, min, numbers, names of variables"
            )
        )
        self._presets_caption.setText(self.tr("Examples"))
        self._presets.setAccessibleName(self.tr("Examples"))
        self._presets.setToolTip(self.tr("Expressions to begin with"))
        self._presets.setPlaceholderText(self.tr("my own"))
        titles = {
            "lecture": self.tr("Lecture: (x + y) · z"),
            "neuron": self.tr("One sigmoid neuron with its error"),
            "shared": self.tr("One value used three times"),
            "cross_entropy": self.tr("Cross-entropy of a neuron"),
            "gaussian": self.tr("A Gaussian unit (RBF)"),
            "max": self.tr("A maximum"),
        }
        for index, preset in enumerate(PRESETS):
            self._presets.setItemText(index, titles[preset.name])
        self._values_heading.setText(self.tr("Values"))
        self.canvas.setAccessibleName(self.tr("Graph of the expression"))
        self.canvas.setToolTip(self.tr("Drag to move, Ctrl and the wheel to zoom, double click to fit"))
        self._retranslate_buttons()
        self._show_message()
        if self._walk is not None:
            self._show()

    def _fit_values(self, theme: Theme) -> None:
        """Room for the whole fields beside the longest name, and for a scroll bar where there are many."""
        bar = self._boxes_area.verticalScrollBar().sizeHint().width()
        self._values_card.setFixedWidth(max(theme.px(_VALUES_WIDTH), self._boxes.minimumSizeHint().width() + bar + 2))

    def apply_theme(self, theme: Theme) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icon(_ICONS[name], theme))
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._fit_values(theme)
        self._text_card.setFixedHeight(theme.px(_TEXT_HEIGHT))
        self._presets.setMinimumWidth(theme.px(150))
        if self._walk is not None:
            self._show()
        if self.canvas.is_fitted:
            self.canvas.fit()

    def _retranslate_buttons(self) -> None:
        texts = {
            "reset": (self.tr("Reset"), self.tr("Back to before the first step (Home)")),
            "back": (self.tr("Back"), self.tr("Take the last step back (Left)")),
            "step": (self.tr("Step"), self.tr("One node further (Right or Space)")),
            "all": (self.tr("All"), self.tr("All steps, forward and backward (End)")),
            "fit": (self.tr("Fit"), self.tr("Show the whole graph (0)")),
        }
        for name, (text, hint) in texts.items():
            name_button(self._buttons[name], text, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_own_key(event):
            self.run(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _is_own_key(event: QKeyEvent) -> bool:
    return event.key() in _KEYS and event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )


def _card(layout: QGridLayout | QHBoxLayout | QVBoxLayout, parent: Widget) -> QFrame:
    card = CardFrame(parent)
    card.setLayout(layout)
    return card
