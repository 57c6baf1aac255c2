"""What is tried, and how far that has come: values that pass between the window and the thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.analysis.success_tally import SuccessFigures
from engine.network.network_start import NetworkStart
from engine.project.project import Project
from engine.project.sweep import Axis, Cell
from engine.spec.errors import EngineError
from engine.spec.specs import TrainingSpec


@dataclass(frozen=True)
class Wish:
    """What the page asks for: how many starts, each of so many epochs at most, with which settings varied.

    address: of the cluster that is to try them; "" for this computer.
    """

    n_starts: int
    limit: int
    axes: tuple[Axis, ...] = ()
    address: str = ""


@dataclass(frozen=True)
class Trial:
    """A wish for `project` as it was then, without its runs. Without axes there is one cell, the project itself."""

    project: Project
    wish: Wish
    cells: tuple[Cell, ...]

    @property
    def n_all(self) -> int:
        """The starts of all cells that can be tried."""
        return self.wish.n_starts * sum(cell.project is not None for cell in self.cells)

    def project_of(self, cell: int) -> Project:
        """The project that is tried in a cell; the whole trial's where the cell cannot be."""
        return self.cells[cell].project or self.project

    def training_of(self, cell: int) -> TrainingSpec:
        """How the starts of a cell are trained."""
        return replace(self.project_of(cell).training, max_epochs=self.wish.limit)

    def is_about(self, project: Project) -> bool:
        """Whether `project` still is what was tried: its data, its network, its settings, and what is held in it."""
        return self.project.dataset == project.dataset and _setup(self.project) == _setup(project)


@dataclass(frozen=True)
class Progress:
    """What is known: figures of each cell, None where it has not begun or cannot be, with the reason."""

    figures: tuple[SuccessFigures | None, ...]
    problems: tuple[EngineError | None, ...]

    @property
    def n_tried(self) -> int:
        """The starts that have been tried, in all cells."""
        return sum(each.n_tried for each in self.figures if each is not None)


def _setup(project: Project) -> tuple[NetworkStart, TrainingSpec]:
    """What the starts of a project depend on: not its seed, nor when a run of it ends by itself or is looked at."""
    training = replace(project.training, seed=0, max_epochs=None, stop_when_all_right=False, milestones=())
    return project.start.redrawn(0), training
