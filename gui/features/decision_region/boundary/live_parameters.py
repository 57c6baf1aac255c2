"""The weights in force are those of the newest frame, or those that an edit has set since."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.analysis.frame import Frame
from engine.project.project import Project
from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]


class LiveParameters:
    """Follows frames and edits. Frames of a run that an edit has ended come late and are ignored."""

    def __init__(self, project: Project) -> None:
        self.network: NetworkSpec = project.network
        self.values: Floats | None = _given(project)
        self._least_run = 0

    def show_frame(self, frame: Frame) -> bool:
        """Take the parameters of `frame`; False if they belong to the past or to another network."""
        run = frame.snapshot.run_id
        if frame.network != self.network or run < self._least_run:
            return False
        self._least_run = run
        self.values = frame.snapshot.parameters
        return True

    def follow(self, before: Project, after: Project) -> bool:
        """Take what an edit has set; False if it left the weights alone. None until the next frame if it drew them."""
        is_other_network = before.network != after.network
        brings_run = after.run is not None and after.run is not before.run
        if not is_other_network and before.parameters == after.parameters and not brings_run:
            return False
        self.network = after.network
        self.values = _given(after)
        self._least_run += 1
        return True


def _given(project: Project) -> Floats | None:
    given = project.run.parameters if project.run is not None else project.parameters
    if given is None or given.array.shape != (project.network.n_parameters,):
        return None
    return given.array
