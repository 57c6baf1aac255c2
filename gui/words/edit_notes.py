"""This module writes the sentences about what an edit changed by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.project.edits import Note
from engine.spec.plural import filled
from gui.words.activation_words import activation_name
from gui.words.loss_words import loss_name
from gui.words.rule_words import rule_name

Values = dict[str, Any]


def sentence_of(note: Note) -> str:
    """`note` in the window's language; "" for a kind of note that needs no words."""
    speak = _SENTENCES.get(note.kind)
    return "" if speak is None else speak(note.values)


def _inputs(values: Values) -> str:
    if values["inputs"] == 1:
        return QCoreApplication.translate("Commands", "The network now has one input, as the data have one column.")
    return filled(
        QCoreApplication.translate(
            "Commands", "The network now has {inputs} inputs, as many as the data have columns."
        ),
        inputs=values["inputs"],
    )


def _output_layer(values: Values) -> str:
    translate = QCoreApplication.translate
    if values["task"] == "classes":
        text = translate(
            "Commands", "The output layer now has {units} {activation} units because the data have {n_classes} classes."
        )
    elif values["task"] == "values":
        text = translate(
            "Commands", "The output layer now has {units} {activation} units because the targets are real numbers."
        )
    elif values["units"] == 1:
        text = translate("Commands", "The output layer now is one {activation} unit, which suits the targets.")
    else:
        text = translate("Commands", "The output layer now has {units} {activation} units, which suit the targets.")
    return filled(
        text, units=values["units"], activation=activation_name(values["activation"]), n_classes=values["n_classes"]
    )


def _hidden_layer(values: Values) -> str:
    return filled(
        QCoreApplication.translate(
            "Commands", "Hidden layer {number} now has {activation} units: {rule} cannot train {previous} units."
        ),
        number=values["layer"] + 1,
        activation=activation_name(values["activation"]),
        rule=rule_name(values["rule"]),
        previous=activation_name(values["previous"]),
    )


def _by_hand(values: Values) -> str:
    translate = QCoreApplication.translate
    if values["layer"] == values["n_layers"] - 1:
        text = translate(
            "Commands",
            "The output layer now has {activation} units: set the weights by hand, no rule can train them here.",
        )
    else:
        text = translate(
            "Commands",
            "Hidden layer {number} now has {activation} units: set the weights by hand, no rule can train them.",
        )
    return filled(text, number=values["layer"] + 1, activation=activation_name(values["activation"]))


def _rule(values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "The training rule now is {rule}, since {previous} cannot train this network on these data."
    ).format(rule=rule_name(values["rule"]), previous=rule_name(values["previous"]))


def _loss(values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "The error now is {loss}, which suits these outputs and targets better than {previous}."
    ).format(loss=loss_name(values["loss"]), previous=loss_name(values["previous"]))


def _batch_size(values: Values) -> str:
    translate = QCoreApplication.translate
    if values["batch_size"] is None:
        text = translate("Commands", "A batch now is the whole set, as {rule} needs it.")
    else:
        text = translate("Commands", "A batch now is one sample, as {rule} needs it.")
    return text.format(rule=rule_name(values["rule"]))


def _features(values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "These data cannot have the features {names}; they were left out."
    ).format(names=values["names"])


def _own_samples(_values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "The samples are now your own; the settings of the data set no longer apply."
    )


def _example(values: Values) -> str:
    text = QCoreApplication.translate(
        "Commands", "The network is now {sizes} with {activation} outputs, trained by {rule}: that suits these data."
    )
    sizes = "-".join(str(size) for size in values["sizes"])
    return filled(text, sizes=sizes, activation=activation_name(values["activation"]), rule=rule_name(values["rule"]))


def _start(values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "The weights so far were replaced by ones drawn from seed {seed}."
    ).format(seed=values["seed"])


def _start_but_locked(values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "A start was drawn from seed {seed}; what is locked or cut stayed as it was."
    ).format(seed=values["seed"])


def _start_but_placed(values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "A start was drawn from seed {seed}; centres and widths stayed where they were placed."
    ).format(seed=values["seed"])


def _linear_outputs(_values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "The output layer is linear now, since least squares solves for linear outputs."
    )


def _no_softmax(_values: Values) -> str:
    return QCoreApplication.translate(
        "Commands", "Softmax belongs to the output layer; among the hidden layers the copy has sigmoid units."
    )


_SENTENCES: dict[str, Callable[[Values], str]] = {
    "example": _example,
    "inputs": _inputs,
    "output_layer": _output_layer,
    "hidden_layer": _hidden_layer,
    "by_hand": _by_hand,
    "rule": _rule,
    "loss": _loss,
    "batch_size": _batch_size,
    "features": _features,
    "own_samples": _own_samples,
    "start": _start,
    "start_but_locked": _start_but_locked,
    "start_but_placed": _start_but_placed,
    "no_softmax": _no_softmax,
    "linear_outputs": _linear_outputs,
}
