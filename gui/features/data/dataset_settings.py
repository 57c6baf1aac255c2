"""The settings that the chosen data set has: samples, noise, classes, test share, seed, codings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from engine.data.datasets import GENERATORS, DatasetSpec, settings_of
from engine.data.datasets.generators import MAX_NOISE, MIN_SAMPLES
from engine.spec.value_checks import LARGEST_SEED
from gui.document.commands import set_dataset
from gui.document.document import Document
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.entry_text import plain_number
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.field_grid import FieldGrid
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.dataset_choices import is_gate

_CODINGS = ((0.0, 1.0), (-1.0, 1.0))
_FIRST_FEW = 3
_GATE_ORDER = ("input_coding", "target_coding", "noise", "test_share", "seed")
_ORDER = ("n_samples", "n_classes", "noise", "test_share", "target_coding", "seed")
_DEFAULTS = {field.name: field.default for field in fields(DatasetSpec)}


class DatasetSettings(View, FieldGrid):
    """Only what makes a difference for the present data set is shown; every change is one undoable step."""

    def __init__(self, document: Document, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(3, parent)
        self._document = document
        self._all_shown = False
        self.n_samples = CountBox(MIN_SAMPLES, 100_000, None)
        self.n_classes = CountBox(2, 5)
        self.noise = NumberBox(0.0, MAX_NOISE, 0.05)
        self.noise.widest = "0.000"  # beside the two codings of a gate there is little room
        self.test_share = NumberBox(0.0, 95.0, 5.0)
        self.seed = CountBox(0, LARGEST_SEED)
        self.input_coding = ChoiceBox()
        self.target_coding = ChoiceBox()
        self._fields: dict[str, QWidget] = {
            "input_coding": self.input_coding,
            "n_samples": self.n_samples,
            "n_classes": self.n_classes,
            "noise": self.noise,
            "test_share": self.test_share,
            "target_coding": self.target_coding,
            "seed": self.seed,
        }
        for name, control in self._fields.items():
            self.add(control, "dataset_seed" if name == "seed" else name)
        self._connect()
        self.follow_themes(themes)
        self.sync()

    @property
    def has_more(self) -> bool:
        """Whether there are settings that show only when all are asked for."""
        return len(self._fields_shown(all_of_them=True)) > len(self._fields_shown(all_of_them=False))

    def show_all(self, on: bool) -> None:
        """Show every setting, or only the first few and those that are set."""
        self._all_shown = on
        self._show_fields()

    def sync(self) -> None:
        """Show the project's values without editing anything."""
        spec = self._document.project.dataset
        with QSignalBlocker(self.n_samples), QSignalBlocker(self.n_classes):
            if spec.name in GENERATORS:
                self.n_classes.setRange(*GENERATORS[spec.name].classes)
            self.n_samples.setMaximum(max(self.n_samples.maximum(), spec.n_samples))
        self.n_samples.show_number(spec.n_samples)
        self.n_classes.show_number(spec.n_classes)
        self.noise.show_number(spec.noise)
        self.test_share.show_number(round(100.0 * spec.test_share, 9))
        self.seed.show_number(spec.seed)
        self._offer_codings(spec)
        self._show_fields()

    def retranslate(self) -> None:
        self.describe(self.n_samples, self.tr("Samples"), self.tr("How many points are drawn"))
        self.describe(self.n_classes, self.tr("Classes"), self.tr("How many classes the points have"))
        self.describe(
            self.noise,
            self.tr("Noise"),
            self.tr("Moves every point at random; the standard deviation, in units of the inputs"),
        )
        self.describe(
            self.test_share,
            self.tr("Test share %"),
            self.tr("The part of the samples that is kept for testing and never trained on, in percent"),
        )
        self.describe(self.seed, self.tr("Data seed"), self.tr("Draws the points; the same seed gives the same points"))
        self.describe(self.input_coding, self.tr("Inputs"), self.tr("How false and true are written as inputs"))
        self.describe(
            self.target_coding, self.tr("Targets"), self.tr("How the two classes are written as desired outputs")
        )
        self._offer_codings(self._document.project.dataset)

    def apply_theme(self, theme: Theme) -> None:
        self.set_scale(theme.scale)

    def _connect(self) -> None:
        self.n_samples.valueChanged.connect(lambda value: self._edit({"n_samples": value}))
        self.n_classes.valueChanged.connect(lambda value: self._edit({"n_classes": value}))
        self.noise.valueChanged.connect(lambda value: self._edit({"noise": value}))
        self.test_share.valueChanged.connect(lambda value: self._edit({"test_share": value / 100.0}))
        self.seed.valueChanged.connect(lambda value: self._edit({"seed": value}))
        self.input_coding.chosen.connect(lambda name: self._edit({"input_coding": _coding(str(name))}))
        self.target_coding.chosen.connect(lambda name: self._edit({"target_coding": _coding(str(name))}))

    def _edit(self, changes: Mapping[str, Any]) -> None:
        spec = replace(self._document.project.dataset, **changes)
        if not set_dataset(self._document, spec):
            self.sync()  # refused: show again what is

    def _show_fields(self) -> None:
        self.show_only([self._fields[name] for name in self._fields_shown(self._all_shown)])

    def _fields_shown(self, all_of_them: bool) -> list[str]:
        """Names of the fields; one that is not at its default must not hide."""
        spec = self._document.project.dataset
        return [
            name
            for index, name in enumerate(_applicable(spec))
            if all_of_them or index < _FIRST_FEW or getattr(spec, name) != _DEFAULTS[name]
        ]

    def _offer_codings(self, spec: DatasetSpec) -> None:
        for box, present in ((self.input_coding, spec.input_coding), (self.target_coding, spec.target_coding)):
            codings = _CODINGS if present in _CODINGS else (*_CODINGS, present)
            box.offer([(_coding_name(coding), self._coding_text(coding)) for coding in codings])
            box.show_name(_coding_name(present))

    def _coding_text(self, coding: tuple[float, float]) -> str:
        low, high = (plain_number(code).replace("-", "−") for code in coding)
        return self.tr("{low} / {high}").format(low=low, high=f"+{high}" if coding[0] < 0 else high)


def _applicable(spec: DatasetSpec) -> tuple[str, ...]:
    """The fields that make a difference for `spec`, the most used ones first."""
    able = set(settings_of(spec.name))
    if spec.name == "custom":  # own points are coded as they stand
        able = set() if spec.test_inputs is not None else able - {"target_coding"}
    if _is_one_hot(spec):
        able -= {"target_coding"}
    order = _GATE_ORDER if is_gate(spec) else _ORDER
    return tuple(name for name in order if name in able)


def _is_one_hot(spec: DatasetSpec) -> bool:
    return "n_classes" in settings_of(spec.name) and spec.n_classes > 2


def _coding_name(coding: tuple[float, float]) -> str:
    return f"{coding[0]!r},{coding[1]!r}"


def _coding(name: str) -> tuple[float, float]:
    low, high = (float(code) for code in name.split(","))
    return low, high
