"""This module shapes the data: split, preprocessing, noise, a test set from a second file."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from engine.data.datasets.generators import MAX_NOISE, NOISE_STREAM, stream
from engine.data.datasets.recipe import CUSTOM, DatasetSpec, data_of, settings_of
from engine.project.edits.data import set_dataset
from engine.project.edits.edit import Edit
from engine.project.edits.points import Samples, jitter, samples_of, with_samples
from engine.project.project import Project
from engine.spec.errors import EngineError


@dataclass(frozen=True)
class Shape:
    """A shape tells how data are split and what the network sees of them; fields as in `DatasetSpec`.

    noise: of own samples what is added to them now, once; of others the recipe's.
    """

    test_share: float = 0.0
    stratified: bool = False
    seed: int = 0
    features: tuple[str, ...] = ()
    keeps_inputs: bool = True
    scaling: str = "none"
    noise: float = 0.0


def shape_of(spec: DatasetSpec) -> Shape:
    """The shape of the data of `spec`."""
    noise = 0.0 if spec.name == CUSTOM else spec.noise
    return Shape(spec.test_share, spec.stratified, spec.seed, spec.features, spec.keeps_inputs, spec.scaling, noise)


def set_shape(project: Project, shape: Shape) -> Edit:
    """The data shaped so. Raises EngineError where a feature cannot be or has no value at a sample."""
    spec = project.dataset
    noisy = _with_noise(project, shape) if spec.name == CUSTOM and shape.noise else Edit(project)
    changes = {"features": shape.features, "keeps_inputs": shape.keeps_inputs, "scaling": shape.scaling}
    able = settings_of(spec.name)
    changes |= {name: getattr(shape, name) for name in ("test_share", "stratified", "seed", "noise") if name in able}
    edit = set_dataset(noisy.project, replace(noisy.project.dataset, **changes))  # type: ignore[arg-type]
    return replace(edit, notes=(*noisy.notes, *edit.notes))


def set_test_samples(project: Project, inputs: ArrayLike, targets: ArrayLike) -> Edit:
    """The training samples as they are, and these rows as the test set in the place of any other.

    Test samples that there are already are given up. Raises EngineError where the columns are others.
    """
    data, samples = samples_of(project)
    inputs, targets = np.asarray(inputs, dtype=np.float64), np.asarray(targets, dtype=np.float64)
    if inputs.shape[1:] != (data.n_raw_inputs,) or targets.shape != (len(inputs), data.n_outputs):
        raise EngineError("The test set must have as many input and target columns as the training set.")
    end = samples.n_training
    wanted = Samples(
        np.vstack([samples.inputs[:end], inputs]), np.vstack([samples.targets[:end], targets]), n_training=end
    )
    share = len(inputs) / max(len(wanted.inputs), 1) if end else 0.0
    told = replace(project, dataset=replace(project.dataset, test_share=share))
    return with_samples(told, data, wanted)


def _with_noise(project: Project, shape: Shape) -> Edit:
    if not (np.isfinite(shape.noise) and 0 <= shape.noise <= MAX_NOISE):
        raise EngineError(
            "The noise must lie between 0 and {limit:g}; got {noise}.", limit=MAX_NOISE, noise=shape.noise
        )
    data = data_of(project.dataset)
    everything = np.arange(data.n_samples + data.n_test_samples)
    return jitter(project, everything, shape.noise, stream(shape.seed, NOISE_STREAM))
