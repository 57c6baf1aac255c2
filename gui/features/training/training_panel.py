"""The training panel: rule, rate, batch, start and stop rules; everything can be changed while training."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.project.edits import set_training
from engine.project.project import Project
from engine.spec.errors import EngineError, Text
from engine.spec.losses import LOSSES
from engine.spec.rules import RULE_TABLE, RULES
from engine.spec.specs import INITIAL_RANGE, INITIALIZATIONS
from engine.spec.training_spec import SETTINGS, Setting
from gui.document.commands import change_network, change_training, new_start
from gui.document.document import Document
from gui.features.training.training_fields import connect_box, describe_box, make_box, show_none_text, show_value
from gui.toolkit.containers.scrolled import scroll_to
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.field_grid import FieldGrid
from gui.toolkit.icons import icon
from gui.toolkit.section import Section
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.error_text import error_text
from gui.words.loss_words import loss_hint, loss_title
from gui.words.notation import Notation
from gui.words.rule_words import rule_hint, rule_title
from gui.words.setting_words import (
    SETTING_WORDS,
    initialization_hint,
    initialization_title,
    setting_hint,
    setting_label,
    setting_none,
)

_COLUMNS = {"top": 2, "numbers": 2, "start": 2, "stop": 2, "more": 2}
"""The parts of the panel, from top to bottom, and how many settings stand beside each other in them."""
_START = {
    "initialization": Setting("choice", Text("initialization"), "start", INITIALIZATIONS, name="initialization"),
    "initial_range": INITIAL_RANGE,
}
"""What belongs to the network, but stands among the settings of training."""


class TrainingPanel(View, QWidget):
    """Shows `document.project.training` and how the start is drawn; each change is one undoable step."""

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("training_panel")
        self._document = document
        self._notation = notation
        known = {**SETTINGS, **_START}
        self._settings = {name: known[name] for name, words in SETTING_WORDS.items() if words.section}
        self._boxes = {name: make_box(setting) for name, setting in self._settings.items()}
        self._new_start = QToolButton()
        self._new_start.setObjectName("new_start")
        self._new_start.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._new_start.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grids: list[FieldGrid] = []
        self._sections: dict[str, Section] = {}
        self._arrange()
        self._connect()
        document.changed.connect(self._on_document_changed)
        notation.changed.connect(self.retranslate)
        self.follow_themes(themes)

    def go_to(self, name: str) -> None:
        """Put the cursor into the field of a setting, in view and unfolded."""
        box, section = self._boxes[name], self._sections.get(SETTING_WORDS[name].section)
        if section is not None:
            section.set_folded(False)
        box.setFocus(Qt.FocusReason.TabFocusReason)  # its number is selected then
        QTimer.singleShot(0, box, lambda: scroll_to(box))  # once all that was unfolded has its place

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Training"))
        self._offer("rule", [(name, rule_title(name)) for name in RULES])
        self._offer("loss", [(name, loss_title(name)) for name in LOSSES])
        self._offer("initialization", [(name, initialization_title(name)) for name in INITIALIZATIONS])
        self._explain("initialization", {name: initialization_hint(name) for name in INITIALIZATIONS}, ())
        for name, setting in self._settings.items():
            show_none_text(self._boxes[name], setting, setting_none(name))
        self._new_start.setText(self.tr("New start"))
        self._new_start.setToolTip(self.tr("Draw other start weights: the next seed"))
        self._new_start.setAccessibleName(self.tr("New start"))
        self._retranslate_sections()
        self._describe()
        self._sync()
        self._sync_choices()

    def apply_theme(self, theme: Theme) -> None:
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(4))
        layout.setSpacing(theme.px(3))
        for grid in self._grids:
            grid.set_scale(theme.scale)
        for section in self._sections.values():
            section.apply_theme(theme)
        self._new_start.setIcon(icon("new_start", theme, theme.muted))
        self._new_start.setIconSize(QSize(theme.px(16), theme.px(16)))

    def _retranslate_sections(self) -> None:
        sections = self._sections
        sections["start"].set_title(self.tr("Start"), self.tr("How the weights are drawn before training"))
        sections["stop"].set_title(self.tr("Stop"), self.tr("When training ends by itself"))
        sections["more"].set_title(self.tr("More"), self.tr("Order of the samples, penalties, how often to evaluate"))

    def _arrange(self) -> None:
        parts = {section: self._part(section, columns) for section, columns in _COLUMNS.items()}
        self._sections = {
            "start": Section("training_start", parts["start"], self._new_start, folded=True),
            "stop": Section("training_stop", parts["stop"], folded=True),
            "more": Section("training_more", parts["more"], folded=True),
        }
        layout = QVBoxLayout(self)
        for part in (parts["top"], parts["numbers"], *self._sections.values()):
            layout.addWidget(part)
        layout.addStretch(1)

    def _part(self, section: str, columns: int) -> QWidget:
        """The settings of one part: boxes in a grid, and check boxes below it."""
        names = [name for name in self._settings if SETTING_WORDS[name].section == section]
        grid, checks = FieldGrid(columns), []
        for name in names:
            box = self._boxes[name]
            if isinstance(box, QCheckBox):
                checks.append(box)
            else:
                grid.add(box, name)
        self._grids.append(grid)
        return self._with_check_boxes(grid, checks) if checks else grid

    def _with_check_boxes(self, grid: FieldGrid, boxes: Iterable[QWidget]) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(grid)
        for box in boxes:
            layout.addWidget(box)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return content

    def _connect(self) -> None:
        for name, setting in self._settings.items():
            change = self._draw_with if name in _START else self._train_with
            connect_box(self._boxes[name], setting, partial(change, name))
        self._new_start.clicked.connect(lambda: new_start(self._document))

    def _train_with(self, name: str, value: object) -> None:
        if not change_training(self._document, **{name: value}):
            self._sync()  # refused: show again what is

    def _draw_with(self, name: str, value: object) -> None:
        if not change_network(self._document, **{name: value}):
            self._sync()

    def _sync(self) -> None:
        """Show the project's values without editing anything."""
        project = self._document.project
        for name, setting in self._settings.items():
            holder = project.network if name in _START else project.training
            show_value(self._boxes[name], setting, getattr(holder, name))
        self._sync_enabled()

    def _sync_enabled(self) -> None:
        """Mute what the present rule has no use for; the tooltip says why."""
        project = self._document.project
        rule, is_uniform = RULE_TABLE[project.training.rule], project.network.initialization == "uniform"
        for name, box in self._boxes.items():
            counts = is_uniform if name == "initial_range" else self._settings[name].counts_for(rule)
            for grid in self._grids:
                grid.set_enabled(box, counts)

    def _sync_choices(self) -> None:
        """Mute the rules and losses that cannot work with the present network and data."""
        project = self._document.project
        for setting, hints in (
            ("rule", {name: rule_hint(name) for name in RULES}),
            ("loss", {name: loss_hint(name) for name in LOSSES}),
        ):
            self._explain(setting, hints, refusals(project, setting, hints))

    def _offer(self, setting: str, choices: list[tuple[object, str]]) -> None:
        box = self._boxes[setting]
        assert isinstance(box, ChoiceBox)
        box.offer(choices)

    def _explain(self, setting: str, hints: dict[str, str], refused: Iterable[str]) -> None:
        box = self._boxes[setting]
        assert isinstance(box, ChoiceBox)
        box.explain(dict(hints.items()), tuple(refused))

    def _describe(self) -> None:
        """Give every control its label, tooltip and accessible name."""
        rule = self._document.project.training.rule
        for name, box in self._boxes.items():
            label, hint = setting_label(name, self._notation), setting_hint(name, rule)
            if isinstance(box, QCheckBox):
                describe_box(box, label, hint)
            for grid in self._grids:
                grid.describe(box, label, hint)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.training != after.training or before.network != after.network:
            self._sync()
        same_rules = before.training.rule == after.training.rule and before.training.loss == after.training.loss
        if not (same_rules and before.network == after.network and before.dataset == after.dataset):
            self._sync_choices()
        if before.training.rule != after.training.rule:
            self._describe()


def refusals(project: Project, setting: str, names: Iterable[str]) -> dict[str, str]:
    """Name to the reason why that value of `setting` cannot work with the present network and data."""
    present = getattr(project.training, setting)
    return {name: reason for name in names if name != present and (reason := _refusal(project, {setting: name}))}


def _refusal(project: Project, changes: dict[str, Any]) -> str:
    try:
        set_training(project, **changes)
    except EngineError as error:
        return error_text(error)
    return ""
