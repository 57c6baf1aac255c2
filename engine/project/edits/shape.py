"""This module shapes the data: split, preprocessing, noise, a test set from a second file."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from engine.data.datasets.generators import MAX_NOISE, NOISE_STREAM, stream
from engine.data.datasets.recipe import CUSTOM, DatasetSpec, data_of, settings_of
from engine.data.words import WordLists
from engine.project.edits.data import set_dataset
from engine.project.edits.edit import Edit
from engine.project.edits.points import Samples, jitter, samples_of, with_samples
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray

_SEEN = ("features", "keeps_inputs", "scaling", "encodings", "target_scaling")
_DRAWN = ("test_share", "stratified", "seed", "noise")


@dataclass(frozen=True)
class Shape:
    """A shape tells how data are split and what the network sees of them; fields as in `DatasetSpec`.

    noise: of own samples what is added to them now, once; of others the recipe's.
    input_words: of own samples the words of each column in their order; in another order than before, they are moved.
    """

    test_share: float = 0.0
    stratified: bool = False
    seed: int = 0
    features: tuple[str, ...] = ()
    keeps_inputs: bool = True
    scaling: str = "none"
    noise: float = 0.0
    input_words: WordLists = ()
    encodings: tuple[str, ...] = ()
    target_scaling: str = "none"


def shape_of(spec: DatasetSpec) -> Shape:
    """The shape of the data of `spec`."""
    noise = 0.0 if spec.name == CUSTOM else spec.noise
    return Shape(
        spec.test_share,
        spec.stratified,
        spec.seed,
        spec.features,
        spec.keeps_inputs,
        spec.scaling,
        noise,
        spec.input_words,
        spec.encodings,
        spec.target_scaling,
    )


def set_shape(project: Project, shape: Shape) -> Edit:
    """The data shaped so. Raises EngineError where a feature cannot be or has no value at a sample."""
    spec = project.dataset
    noisy = _with_noise(project, shape) if spec.name == CUSTOM and shape.noise else Edit(project)
    noisy = _with_order(noisy, shape.input_words)
    able = {*_SEEN, *settings_of(spec.name)}
    changes = {name: getattr(shape, name) for name in (*_SEEN, *_DRAWN) if name in able}
    edit = set_dataset(noisy.project, replace(noisy.project.dataset, **changes))
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
    spreads = [0.0 if data.preprocessing.words_of(place) else shape.noise for place in range(data.n_raw_inputs)]
    everything = np.arange(data.n_samples + data.n_test_samples)
    return jitter(project, everything, spreads, stream(shape.seed, NOISE_STREAM))


def _with_order(edit: Edit, words: WordLists) -> Edit:
    """The columns of words in another order: the same words stand in the same samples."""
    spec = edit.project.dataset
    if words == spec.input_words:
        return edit
    if [sorted(listed) for listed in words] != [sorted(listed) for listed in spec.input_words]:
        raise EngineError("The words of a column can be put in another order, but not be exchanged.")
    parts = {name: _recoded(getattr(spec, name), spec.input_words, words) for name in ("inputs", "test_inputs")}
    ordered = replace(spec, input_words=words, inputs=parts["inputs"], test_inputs=parts["test_inputs"])
    made = set_dataset(edit.project, ordered)
    return replace(made, notes=(*edit.notes, *made.notes))


def _recoded(inputs: FrozenArray | None, old: WordLists, new: WordLists) -> FrozenArray | None:
    """`inputs` (n, columns) in which the code of each word is its place in the new order."""
    if inputs is None:
        return None
    rows = inputs.array.copy()
    for place, (before, after) in enumerate(zip(old, new, strict=True)):
        if before != after:
            places = np.array([after.index(word) for word in before], dtype=np.float64)
            rows[:, place] = places[rows[:, place].astype(np.intp)]
    return FrozenArray(rows)
