"""This module edits the data as a whole: another data set, a truth table. `points.py` edits single samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.data.dataset import Dataset
from engine.data.datasets.gates import LOGIC_GATES, check_coding, gate_name, table_inputs
from engine.data.datasets.generators import GENERATORS
from engine.data.datasets.recipe import CUSTOM, TRUTH_TABLE, DatasetSpec, data_of, settings_of
from engine.data.preprocessing import NONE, usable_features
from engine.project.demos import demo
from engine.project.edits.edit import Edit, Note, notes_between
from engine.project.edits.fit import fitted_to_new_data
from engine.project.edits.rbf import with_placed_centres
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray


def set_dataset(project: Project, spec: DatasetSpec) -> Edit:
    """Other data; inputs and output layer follow, and the rule where it cannot learn such targets.

    The start stays where the network keeps its shape. Own samples are split and coded anew when their
    test share, seed or target coding changes. Derived features that the former data had and these cannot are left out.
    """
    wanted = spec.features
    spec = _tidy(_features_follow(project.dataset, _own_samples_follow(project.dataset, spec)))
    if spec == project.dataset:
        return Edit(project)
    before, data = data_of(project.dataset), data_of(spec)
    asked = replace(project, dataset=spec)
    made = fitted_to_new_data(asked, before, data)
    if made.network.sizes != project.network.sizes:
        made = replace(made, parameters=None, locked=None, cut=None, run=None)
    if _ends_run(project, made) or before.n_samples != data.n_samples:
        made = replace(made, run=None)
    return Edit(with_placed_centres(made), (*_lost_features(before, wanted, spec), *notes_between(asked, made, data)))


def set_real_set(project: Project, spec: DatasetSpec) -> Edit:
    """A real set of `datasets.REAL_SETS`; where the network has other inputs, with network and training of its example.

    Settings that learn a gate sample by sample leave digits unlearned; the seed of the start stays.
    """
    example = demo(spec.name)
    if project.network.n_inputs == example.network.n_inputs:
        return set_dataset(project, spec)
    training = replace(example.training, seed=project.training.seed)
    made = replace(example, dataset=spec, training=training)
    values = {"sizes": made.network.sizes, "rule": training.rule, "activation": made.network.layers[-1].activation}
    return Edit(made, (Note("example", values),))


def set_truth_table(project: Project, table: Sequence[int]) -> Edit:
    """A truth table of 1 to 5 inputs in counting order; one that has a name becomes the gate of that name."""
    values = tuple(int(value) if value in (0, 1) else value for value in table)
    table_inputs(values)
    name = gate_name(values)
    present = project.dataset
    is_logic = present.name in LOGIC_GATES or present.name == TRUTH_TABLE
    spec = replace(
        present,
        name=name or TRUTH_TABLE,
        truth_table=None if name else values,
        noise=present.noise if is_logic else 0.0,
    )
    return set_dataset(project, spec)


def _ends_run(before: Project, after: Project) -> bool:
    old, new = before.training, after.training
    return before.network != after.network or (old.rule, old.loss) != (new.rule, new.loss)


def _tidy(spec: DatasetSpec) -> DatasetSpec:
    """`spec` without what its kind does not use, so that equal data are equal recipes."""
    if spec.name == CUSTOM:
        data = data_of(spec)
        spec = spec if data.task == "values" else replace(spec, target_coding=data.target_codes)
    else:
        spec = replace(spec, inputs=None, targets=None, test_inputs=None, test_targets=None)
        spec = replace(spec, input_names=None, target_names=None, input_words=(), encodings=())
        spec = replace(spec, readings=(), undone_rules=(), number_form=())
    if spec.name != TRUTH_TABLE:
        spec = replace(spec, truth_table=None)
    if not spec.features:
        spec = replace(spec, keeps_inputs=True)
    if "n_classes" in settings_of(spec.name):
        low, high = GENERATORS[spec.name].classes
        spec = replace(spec, n_classes=min(max(spec.n_classes, low), high))
    return spec


def _features_follow(before: DatasetSpec, spec: DatasetSpec) -> DatasetSpec:
    """`spec` without the features of other data that these cannot have: for want of a column, or of a finite value."""
    if not spec.features or spec.features != before.features:
        return spec
    from engine.data.features import read_feature

    data = data_of(replace(spec, features=(), scaling=NONE))
    names = data.preprocessing.number_names
    usable = usable_features(spec.features, names)
    if spec.name != before.name:
        rows = np.vstack([data.raw_inputs, data.raw_test_inputs])
        usable = tuple(text for text in usable if np.isfinite(read_feature(text, names).values(rows)).all())
    return spec if usable == spec.features else replace(spec, features=usable)


def _lost_features(before: Dataset, wanted: tuple[str, ...], spec: DatasetSpec) -> tuple[Note, ...]:
    lost = [text for text in wanted if text not in spec.features]
    if not lost:
        return ()
    from engine.data.features import read_feature

    names = [read_feature(text, before.preprocessing.number_names).name for text in lost]
    return (Note("features", {"names": ", ".join(names)}),)


def _own_samples_follow(before: DatasetSpec, spec: DatasetSpec) -> DatasetSpec:
    """Own samples whose split or coding was changed: put together and split again, written in the new codes."""
    if not (spec.name == before.name == CUSTOM):
        return spec
    if spec.target_coding != before.target_coding:
        spec = _recoded(spec, check_coding(before.target_coding), check_coding(spec.target_coding))
    same_test = spec.test_inputs is not None and spec.test_inputs == before.test_inputs
    if same_test and _split_of(spec) != _split_of(before):
        spec = _together(spec)
    return spec


def _split_of(spec: DatasetSpec) -> tuple[object, ...]:
    return spec.test_share, spec.stratified, spec.seed


def _recoded(spec: DatasetSpec, old: tuple[float, float], new: tuple[float, float]) -> DatasetSpec:
    parts = {name: getattr(spec, name) for name in ("targets", "test_targets")}
    parts = {name: part.array for name, part in parts.items() if part is not None}
    if not all(np.isin(part, old).all() for part in parts.values()):
        return spec
    coded = {name: FrozenArray(np.where(part == old[1], new[1], new[0])) for name, part in parts.items()}
    return replace(
        spec, targets=coded.get("targets", spec.targets), test_targets=coded.get("test_targets", spec.test_targets)
    )


def _together(spec: DatasetSpec) -> DatasetSpec:
    data = data_of(spec)
    inputs = FrozenArray(np.vstack([data.raw_inputs, data.raw_test_inputs]))
    targets = FrozenArray(data.all_raw_targets)
    return replace(spec, inputs=inputs, targets=targets, test_inputs=None, test_targets=None)
