"""What contenders are called: by what differs between them, and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from engine.project.project import Project
from engine.project.race.depth import DEPTHS, NO_HIDDEN, ONE_HIDDEN, RBF, TWO_HIDDEN
from engine.spec.plural import filled
from gui.words.activation_words import activation_name
from gui.words.setting_texts import network_settings, number, training_settings

_AS_THEY_ARE = ("layers", "hidden", "output", "rule", "loss", "start")
"""What tells by itself what it is about."""
_NEVER = ("activations", "target_error", "max_epochs", "stop_when_all_right", "milestones")


def contender_titles(projects: Mapping[str, Project]) -> dict[str, str]:
    """The title of each by its name; of networks of growing depth what the lecture calls them."""
    if set(projects) <= set(DEPTHS):
        return {name: depth_title(name) for name in projects}
    words = {name: _words(each) for name, each in projects.items()}
    keys = list(dict.fromkeys(key for each in words.values() for key in each))
    differing = [key for key in keys if len({each[key] for each in words.values() if key in each}) > 1]
    return {name: ", ".join(each[key] for key in differing if key in each) for name, each in words.items()}


def depth_title(name: str) -> str:
    """What a network of the lecture's table is called."""
    translate = QCoreApplication.translate
    return {
        NO_HIDDEN: translate("Comparison", "No hidden layer"),
        ONE_HIDDEN: translate("Comparison", "One hidden layer"),
        TWO_HIDDEN: translate("Comparison", "Two hidden layers"),
        RBF: translate("Comparison", "RBF"),
    }[name]


def _words(project: Project) -> dict[str, str]:
    """Every setting of a project in few words, by the engine's name of it."""
    network, training = project.network, project.training
    *hidden, output = network.layers
    found = {"hidden": " · ".join(dict.fromkeys(activation_name(layer.activation) for layer in hidden))}
    found["output"] = activation_name(output.activation)
    for setting in (*network_settings(network, project.parameters), *training_settings(training)):
        if setting.key not in _NEVER:
            named = setting.key in _AS_THEY_ARE
            found[setting.key] = setting.value if named else f"{setting.label} {setting.value}"
    found["learning_rate"] = f"η = {number(training.learning_rate)}"
    if project.parameters is None and network.initialization == "uniform":
        found["start"] = f"±{number(network.initial_range)}"
    found["batch_size"] = _batch(training.batch_size)
    if not hidden:
        del found["hidden"]
    return found


def _batch(size: int | None) -> str:
    translate = QCoreApplication.translate
    if size is None:
        return translate("Comparison", "whole set")
    return (
        translate("Comparison", "sample by sample")
        if size == 1
        else filled(translate("Comparison", "batches of {count}"), count=size)
    )
