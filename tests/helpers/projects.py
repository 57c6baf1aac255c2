"""Hypothesis strategies: any project that the window could hold, with everything that a file holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from engine.data.datasets import DatasetSpec
from engine.data.datasets.recipe import data_of
from engine.network.network import Network
from engine.project.edits.runs import saved_run, with_run
from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.rules import RULES
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.spec.value_checks import LARGEST_SEED
from engine.training.trainer import Trainer

HIDDEN = sorted(set(ACTIVATIONS) - {"softmax", "gaussian"})
NUMBERS = st.floats(-1e6, 1e6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
BUILT = ("xor", "parity3", "lecture_samples", "moons", "blobs", "spirals", "function", "iris", "truth_table")


@st.composite
def own_samples(draw: st.DrawFn) -> DatasetSpec:
    """Samples given row by row: classes, two codes or values, with test samples of their own or a share, with names."""
    n_inputs, n_outputs = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    count, n_test = draw(st.integers(1, 12)), draw(st.integers(0, 5))
    inputs = rng.normal(size=(count + n_test, n_inputs)) * 10.0 ** draw(st.integers(-3, 6))
    kind = draw(st.sampled_from(["classes", "codes", "values"]))
    if kind == "classes" and n_outputs > 1:
        targets = np.eye(n_outputs)[rng.integers(0, n_outputs, count + n_test)]
    else:
        targets = rng.normal(size=(count + n_test, n_outputs))
        targets = (targets > 0) * 1.0 if kind == "codes" else targets
    names = draw(st.none() | st.lists(TEXTS, min_size=n_inputs, max_size=n_inputs, unique=True))
    spec = DatasetSpec("custom", inputs=inputs[:count], targets=targets[:count], seed=draw(st.integers(0, 99)))
    if n_test:
        spec = replace(spec, test_inputs=inputs[count:], test_targets=targets[count:])
    return replace(spec, input_names=None if names is None else tuple(names))


@st.composite
def data_sets(draw: st.DrawFn) -> DatasetSpec:
    """Any recipe."""
    name = draw(st.sampled_from((*BUILT, "custom", "custom", "custom")))
    spec = draw(own_samples()) if name == "custom" else DatasetSpec(name, n_samples=20, seed=draw(st.integers(0, 9)))
    if name == "truth_table":
        spec = replace(spec, truth_table=tuple(draw(st.lists(st.integers(0, 1), min_size=4, max_size=4))))
    spec = replace(spec, scaling=draw(st.sampled_from(["none", "standardise", "min_max"])))
    if draw(st.booleans()):
        spec = replace(spec, features=("x1²", "sin(x1)"), keeps_inputs=draw(st.booleans()))
    try:
        spec.build()
    except EngineError:  # such data cannot be scaled, or have no such feature
        return replace(spec, features=(), keeps_inputs=True, scaling="none")
    return spec


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """A project with a network for its data, perhaps with a start, masks, a run, runs that stay, and notes."""
    spec = draw(data_sets())
    data = data_of(spec)
    hidden = [
        LayerSpec(draw(st.integers(1, 5)), draw(st.sampled_from(HIDDEN)), id=place + 1)
        for place in range(draw(st.integers(0, 3)))
    ]
    if hidden and draw(st.booleans()):
        hidden[0] = LayerSpec(hidden[0].units, "gaussian", kind="rbf", id=1)
    network = NetworkSpec(data.n_inputs, (*hidden, LayerSpec(data.n_outputs, draw(st.sampled_from(HIDDEN)), id=9)))
    training = TrainingSpec(
        rule=draw(st.sampled_from(sorted(RULES))),
        learning_rate=draw(st.floats(1e-4, 1)),
        learning_rate_decay=draw(st.sampled_from([0.0, 0.25, 1e-4])),
        momentum=draw(st.floats(0, 0.99)),
        batch_size=draw(st.none() | st.integers(1, 9)),
        shuffle=draw(st.booleans()),
        seed=draw(st.integers(0, LARGEST_SEED)),
        max_epochs=draw(st.none() | st.integers(1, 10**9 - 1)),
        target_error=draw(st.none() | st.floats(0, 1e3)),
    )
    project = Project(spec, network, training, author=draw(TEXTS), notes=draw(TEXTS))
    return _with_start(project, draw) if draw(st.booleans()) else _with_run(project, draw)


def _with_start(project: Project, draw: st.DrawFn) -> Project:
    count, fixed = project.network.n_parameters, project.network.n_rbf_parameters
    values = np.array(draw(st.lists(NUMBERS, min_size=count, max_size=count)))
    values[:fixed] = np.abs(values[:fixed]) + 1
    cut = np.arange(count) % draw(st.integers(1, 5)) == 1
    cut[:fixed] = False
    project = replace(project, parameters=FrozenArray(values), cut=FrozenArray(cut, bool))
    return replace(project, locked=FrozenArray(np.arange(count) % 3 == 0, bool)) if draw(st.booleans()) else project


def _with_run(project: Project, draw: st.DrawFn) -> Project:
    data = data_of(project.dataset)
    try:
        network = Network(project.network, project.training.seed)
        trainer = Trainer(network, data, project.training, keeps_moments=draw(st.booleans()))
    except EngineError:  # such a network cannot be trained by this rule
        return project
    trainer.advance(draw(st.integers(1, 40)))
    run = trainer.state()
    if not np.isfinite(run.parameters.array).all():
        return project
    if draw(st.booleans()):
        kept = saved_run(project, run, data, name=draw(TEXTS), when="2026-11-26T12:00:00")
        project = with_run(project, kept)
    return replace(project, run=run)
