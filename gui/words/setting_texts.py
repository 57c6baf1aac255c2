"""This module writes all settings of a run in words, for the table of runs and the lab report."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from engine.data.datasets.recipe import DatasetSpec, settings_of
from engine.data.preprocessing import MIN_MAX, NONE, PLUS_MINUS, STANDARDISE
from engine.data.words import ORDINAL
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import NetworkSpec, TrainingSpec
from engine.spec.training_spec import SETTINGS
from gui.words.activation_words import activation_name
from gui.words.dataset_choices import CUSTOM, title
from gui.words.loss_words import loss_name
from gui.words.number_text import MINUS
from gui.words.rule_words import rule_name
from gui.words.setting_words import setting_report, setting_report_none


@dataclass(frozen=True)
class Setting:
    """One line: `key` is the engine's name for it."""

    key: str
    label: str
    value: str


def data_settings(spec: DatasetSpec | None) -> list[Setting]:
    """The recipe of the data; `spec` is None where a run's samples were not kept."""
    translate = QCoreApplication.translate
    if spec is None:
        return [Setting("data", translate("Settings", "Data"), translate("Settings", "samples that were not kept"))]
    lines = [Setting("data", translate("Settings", "Data"), title(spec.name))]
    if spec.truth_table:
        table = "".join(str(bit) for bit in spec.truth_table)
        lines.append(Setting("truth_table", translate("Settings", "Truth table, in counting order"), table))
    if spec.name == CUSTOM and spec.inputs is not None:
        lines.append(Setting("own_samples", translate("Settings", "Samples"), str(len(spec.inputs))))
    if spec.test_inputs is not None:
        lines.append(Setting("own_tests", translate("Settings", "Test samples"), str(len(spec.test_inputs))))
    lines += [_recipe_line(name, spec) for name in settings_of(spec.name)]
    return lines + _seen_lines(spec)


def network_settings(network: NetworkSpec, parameters: FrozenArray | None) -> list[Setting]:
    """The layers and how the start is found."""
    translate = QCoreApplication.translate
    drawn = {
        "uniform": translate("Settings", "uniform between −{range} and {range}"),
        "xavier": translate("Settings", "Xavier (Glorot)"),
        "he": translate("Settings", "He"),
        "zeros": translate("Settings", "all zeros"),
    }[network.initialization].format(range=number(network.initial_range))
    given = translate("Settings", "given number by number")
    return [
        Setting("layers", translate("Settings", "Network"), layers_text(network)),
        Setting("activations", translate("Settings", "Activations"), activations_text(network)),
        Setting("start", translate("Settings", "Start"), drawn if parameters is None else given),
    ]


def training_settings(training: TrainingSpec) -> list[Setting]:
    """How it is trained and when it stops."""
    labels = {name: setting_report(name) for name in SETTINGS}
    return [Setting(name, label, _value_text(name, getattr(training, name))) for name, label in labels.items() if label]


def _value_text(name: str, value: object) -> str:
    """The value of a training setting in a list of settings."""
    if value is None:
        return setting_report_none(name)
    if name in ("rule", "loss"):
        return rule_name(str(value)) if name == "rule" else loss_name(str(value))
    if isinstance(value, bool):
        return _yes_no(value)
    return number(value) if isinstance(value, float) else str(value)


def layers_text(network: NetworkSpec) -> str:
    """The network by its sizes: 2-4-1."""
    return "-".join(str(size) for size in network.sizes)


def activations_text(network: NetworkSpec) -> str:
    """The activations, layer by layer; once where all layers have the same."""
    names = [activation_name(layer.activation) for layer in network.layers]
    return names[0] if len(set(names)) == 1 else " · ".join(names)


def stop_text(reason: str | None) -> str:
    """Why a run ended."""
    translate = QCoreApplication.translate
    known = {
        "target_error": translate("Settings", "target error reached"),
        "all_right": translate("Settings", "all samples right"),
        "max_epochs": translate("Settings", "limit of epochs"),
        "diverged": translate("Settings", "diverged"),
    }
    return known.get(reason or "", translate("Settings", "stopped by hand"))


def number(value: float) -> str:
    """A setting as it was given: all its digits, no more."""
    return f"{value:.12g}".replace("-", MINUS)


def _recipe_line(name: str, spec: DatasetSpec) -> Setting:
    translate = QCoreApplication.translate
    label, value = {
        "n_samples": (translate("Settings", "Samples"), str(spec.n_samples)),
        "n_classes": (translate("Settings", "Classes"), str(spec.n_classes)),
        "noise": (translate("Settings", "Noise"), number(spec.noise)),
        "test_share": (translate("Settings", "Share of test samples"), f"{spec.test_share * 100:.4g} %"),
        "stratified": (translate("Settings", "Test share from each class alike"), _yes_no(spec.stratified)),
        "formula": (translate("Settings", "Formula"), f"y = {spec.formula}"),
        "interval": (translate("Settings", "From … to …"), " … ".join(number(end) for end in spec.interval)),
        "seed": (translate("Settings", "Seed of the data"), str(spec.seed)),
        "input_coding": (translate("Settings", "Codes of the inputs"), _codes(spec.input_coding)),
        "target_coding": (translate("Settings", "Codes of the targets"), _codes(spec.target_coding)),
    }[name]
    return Setting("data_seed" if name == "seed" else name, label, value)


def _seen_lines(spec: DatasetSpec) -> list[Setting]:
    """What the network sees of the inputs, where that is not the inputs themselves."""
    translate = QCoreApplication.translate
    lines = []
    if spec.features:
        kept = [translate("Settings", "the inputs")] if spec.keeps_inputs else []
        features = translate("Settings", "The network sees")
        lines.append(Setting("features", features, ", ".join([*kept, *spec.features])))
    encoded = [
        f"{name} {_encoding(encoding)}"
        for name, words, encoding in zip_longest(spec.input_names or (), spec.input_words, spec.encodings)
        if words
    ]
    if encoded:
        lines.append(Setting("encodings", translate("Settings", "Words"), ", ".join(encoded)))
    if spec.scaling != NONE:
        lines.append(Setting("scaling", translate("Settings", "Scaled"), _scaling(spec.scaling)))
    if spec.target_scaling != NONE:
        title = translate("Settings", "Targets scaled")
        lines.append(Setting("target_scaling", title, _scaling(spec.target_scaling)))
    return lines


def _scaling(kind: str) -> str:
    translate = QCoreApplication.translate
    return {
        STANDARDISE: translate("Settings", "to mean 0 and deviation 1"),
        MIN_MAX: translate("Settings", "to 0 … 1"),
        PLUS_MINUS: translate("Settings", "to −1 … 1"),
    }.get(kind, kind)


def _encoding(kind: str | None) -> str:
    translate = QCoreApplication.translate
    return translate("Settings", "in order") if kind == ORDINAL else translate("Settings", "one-hot")


def _yes_no(flag: bool) -> str:
    translate = QCoreApplication.translate
    return translate("Settings", "yes") if flag else translate("Settings", "no")


def _codes(codes: tuple[float, float]) -> str:
    return " / ".join(number(code) for code in codes)
