"""This module defines the project: everything that a file holds and that the window shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec
from engine.network.network_start import NetworkStart
from engine.project.bookmarks import Bookmark
from engine.project.saved_run import SavedRun
from engine.spec.frozen_array import FrozenArray, freeze
from engine.spec.readable import readable
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.spec.value_checks import check_kind, checked_tuple
from engine.training.run import Run
from engine.training.run_setup import RunSetup

MAX_AUTHOR = 200
MAX_NOTES = 20_000


def _first_network() -> NetworkSpec:
    """2-4-1 sigmoid: with the default settings it learned XOR from each of 400 starts."""
    return NetworkSpec(2, (LayerSpec(4, "sigmoid", id=1), LayerSpec(1, "sigmoid", id=2)))


@dataclass(frozen=True)
class Project:
    """A project holds data, network, training settings, start and, in a file, the run.

    parameters: the start, flat as in `Network.parameters`; None means drawn from `training.seed`. At cut connections
        it holds the value that restoring brings back; they train and answer with 0.
    locked, cut: bool, like parameters; None means none. run: where training stood when the file was saved.
    author, notes: whose work it is and what they write about it. runs: earlier runs that stay, oldest first.
    bookmarks: moments of the run to find again, rising.
    """

    dataset: DatasetSpec = field(default_factory=DatasetSpec)
    network: NetworkSpec = field(default_factory=_first_network)
    training: TrainingSpec = field(default_factory=TrainingSpec)
    parameters: FrozenArray | None = None
    locked: FrozenArray | None = None
    cut: FrozenArray | None = None
    run: Run | None = None
    author: str = ""
    notes: str = ""
    runs: tuple[SavedRun, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()

    def __post_init__(self) -> None:
        for name, dtype in (("parameters", "float64"), ("locked", "bool"), ("cut", "bool")):
            object.__setattr__(self, name, freeze(getattr(self, name), dtype))
        object.__setattr__(self, "runs", checked_tuple("runs", self.runs))
        for name, kind in (("dataset", DatasetSpec), ("network", NetworkSpec), ("training", TrainingSpec)):
            check_kind(f"The {name} of a project", getattr(self, name), kind)
        for name in ("author", "notes"):
            check_kind(f"The {name} of a project", getattr(self, name), str)
            object.__setattr__(self, name, readable(getattr(self, name)))
        object.__setattr__(self, "bookmarks", checked_tuple("bookmarks", self.bookmarks))
        for mark in self.bookmarks:
            check_kind("Each of the bookmarks of a project", mark, Bookmark)
        for run in self.runs:
            check_kind("Each of the runs of a project", run, SavedRun)
        if self.run is not None:
            check_kind("The run of a project", self.run, Run)

    @property
    def start(self) -> NetworkStart:
        """Where training of the network starts."""
        return NetworkStart(self.network, self.training.seed, self.parameters, self.locked, self.cut)

    def run_setup(self, dataset: Dataset) -> RunSetup:
        """What a run of the project on `dataset`, built of its recipe, is made of."""
        return RunSetup(self.start, dataset, self.training)
