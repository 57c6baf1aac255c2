"""The training panel: rule, rate, batch, start and stop rules; everything can be changed while training."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.project.project import Project
from engine.spec.losses import LOSSES
from engine.spec.rules import RULES
from engine.spec.specs import INITIALIZATIONS
from gui.document.commands import change_network, change_training, new_start
from gui.document.document import Document
from gui.features.training.training_fields import NO_LIMIT, TrainingFields
from gui.features.training.training_texts import describe_fields, uses_learning_rate, uses_momentum, uses_penalties
from gui.toolkit.field_grid import FieldGrid
from gui.toolkit.icons import icon
from gui.toolkit.section import Section
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.loss_words import loss_hint, loss_title
from gui.words.notation import Notation
from gui.words.rule_words import rule_hint, rule_title
from gui.words.training_choices import (
    INITIALIZATION_HINTS,
    INITIALIZATION_TITLES,
    in_words,
    refusals,
)


class TrainingPanel(View, QWidget):
    """Shows `document.project.training` and how the start is drawn; each change is one undoable step."""

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("training_panel")
        self._document = document
        self._notation = notation
        self._fields = TrainingFields()
        self._new_start = QToolButton()
        self._new_start.setObjectName("new_start")
        self._new_start.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._new_start.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grids: list[FieldGrid] = []
        self._sections: dict[str, Section] = {}
        self._arrange()
        self._connect()
        document.changed.connect(self._on_document_changed)
        notation.changed.connect(self.retranslate)
        self.follow_themes(themes)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Training"))
        fields = self._fields
        fields.rule.offer([(name, rule_title(name)) for name in RULES])
        fields.loss.offer([(name, loss_title(name)) for name in LOSSES])
        fields.initialization.offer([(name, in_words(INITIALIZATION_TITLES, name)) for name in INITIALIZATIONS])
        fields.initialization.explain({name: in_words(INITIALIZATION_HINTS, name) for name in INITIALIZATIONS})
        with QSignalBlocker(fields.batch_size), QSignalBlocker(fields.target_error), QSignalBlocker(fields.max_epochs):
            fields.batch_size.setSpecialValueText(self.tr("whole set"))
            fields.target_error.setSpecialValueText(self.tr("off"))
            fields.max_epochs.set_maximum_text(self.tr("no limit"))
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
        fields = self._fields
        top = self._grid(("rule", "loss"), 2)
        numbers = self._grid(("learning_rate", "momentum", "batch_size"), 3)
        start = self._grid(("initialization", "initial_range", "seed"), 3)
        stop = self._with_check_box(self._grid(("target_error", "max_epochs"), 2), fields.stop_when_all_right)
        more = self._with_check_box(self._grid(("l1", "l2", "evaluate_every"), 3), fields.shuffle)
        self._sections = {
            "start": Section("training_start", start, self._new_start),
            "stop": Section("training_stop", stop),
            "more": Section("training_more", more, folded=True),
        }
        layout = QVBoxLayout(self)
        for part in (top, numbers, *self._sections.values()):
            layout.addWidget(part)
        layout.addStretch(1)

    def _grid(self, names: tuple[str, ...], columns: int) -> FieldGrid:
        grid = FieldGrid(columns)
        for name in names:
            grid.add(self._fields.all()[name], name)
        self._grids.append(grid)
        return grid

    def _with_check_box(self, grid: FieldGrid, box: QWidget) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(grid)
        layout.addWidget(box)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return content

    def _connect(self) -> None:
        fields = self._fields
        for name, choice in (("rule", fields.rule), ("loss", fields.loss)):
            choice.chosen.connect(lambda value, name=name: self._train_with(name, value))
        fields.batch_size.valueChanged.connect(lambda value: self._train_with("batch_size", value or None))
        fields.target_error.valueChanged.connect(lambda value: self._train_with("target_error", value or None))
        fields.max_epochs.valueChanged.connect(
            lambda value: self._train_with("max_epochs", None if value == NO_LIMIT else value)
        )
        for name, count in (("seed", fields.seed), ("evaluate_every", fields.evaluate_every)):
            count.valueChanged.connect(lambda value, name=name: self._train_with(name, value))
        numbers = {name: getattr(fields, name) for name in ("learning_rate", "momentum", "l1", "l2")}
        for name, number in numbers.items():
            number.valueChanged.connect(lambda value, name=name: self._train_with(name, value))
        for name, check in (("stop_when_all_right", fields.stop_when_all_right), ("shuffle", fields.shuffle)):
            check.toggled.connect(lambda value, name=name: self._train_with(name, value))
        fields.initialization.chosen.connect(lambda value: self._draw_with("initialization", value))
        fields.initial_range.valueChanged.connect(lambda value: self._draw_with("initial_range", value))
        self._new_start.clicked.connect(lambda: new_start(self._document))

    def _train_with(self, name: str, value: object) -> None:
        if not change_training(self._document, **{name: value}):
            self._sync()  # refused: show again what is

    def _draw_with(self, name: str, value: object) -> None:
        if not change_network(self._document, **{name: value}):
            self._sync()

    def _sync(self) -> None:
        """Show the project's values without editing anything."""
        fields, training, network = self._fields, self._document.project.training, self._document.project.network
        fields.rule.show_name(training.rule)
        fields.loss.show_name(training.loss)
        fields.initialization.show_name(network.initialization)
        fields.initial_range.show_number(network.initial_range)
        for name in ("learning_rate", "momentum", "l1", "l2", "evaluate_every", "seed"):
            getattr(fields, name).show_number(getattr(training, name))
        fields.batch_size.show_number(training.batch_size or 0)
        fields.target_error.show_number(training.target_error or 0.0)
        fields.max_epochs.show_number(NO_LIMIT if training.max_epochs is None else training.max_epochs)
        for name in ("stop_when_all_right", "shuffle"):
            box = getattr(fields, name)
            with QSignalBlocker(box):
                box.setChecked(getattr(training, name))
        self._sync_enabled()

    def _sync_enabled(self) -> None:
        """Mute what the present rule has no use for; the tooltip says why."""
        rule = self._document.project.training.rule
        useful = {
            "learning_rate": uses_learning_rate(rule),
            "momentum": uses_momentum(rule),
            "batch_size": rule in ("gradient_descent", "adam"),
            "l1": uses_penalties(rule),
            "l2": uses_penalties(rule),
            "initial_range": self._document.project.network.initialization == "uniform",
        }
        for grid in self._grids:
            for name, enabled in useful.items():
                grid.set_enabled(self._fields.all()[name], enabled)

    def _sync_choices(self) -> None:
        """Mute the rules and losses that cannot work with the present network and data."""
        project = self._document.project
        for setting, box, texts in (
            ("rule", self._fields.rule, {name: rule_hint(name) for name in RULES}),
            ("loss", self._fields.loss, {name: loss_hint(name) for name in LOSSES}),
        ):
            hints: dict[object, str] = dict(texts.items())
            box.explain(hints, tuple(refusals(project, setting, texts)))

    def _describe(self) -> None:
        describe_fields(self._grids, self._fields, self._notation, self._document.project)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.training != after.training or before.network != after.network:
            self._sync()
        same_rules = before.training.rule == after.training.rule and before.training.loss == after.training.loss
        if not (same_rules and before.network == after.network and before.dataset == after.dataset):
            self._sync_choices()
        if before.training.rule != after.training.rule:
            self._describe()
