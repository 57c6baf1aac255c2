"""Shows the numbers of the steps and of the matrices, which come with the frames, while their tab is in front."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from engine.analysis.frame import Frame
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.run import Run
from engine.training.snapshot import Snapshot
from gui.features.back_propagation.matrix_panel import MatrixPanel
from gui.features.back_propagation.steps.step_panel import StepPanel, Turn
from gui.features.back_propagation.tabs import MATRICES, STEPS
from gui.features.context import WindowContext
from gui.words.error_text import error_text


class Explanations(QObject):
    """Fills the tab that is in front with numbers of the moment that the other views show."""

    def __init__(self, context: WindowContext, steps: StepPanel, matrix_panel: MatrixPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._steps, self._matrices = context, steps, matrix_panel
        self._frame: Frame | None = None
        self._before_step: Snapshot | None = None

    def take_frame(self, frame: Frame) -> None:
        """Take `frame` as the moment that the other views show."""
        self._frame = frame
        self.refresh()

    def forget(self) -> None:
        """The network or the data are others: what is known tells nothing of them."""
        self._frame = None

    def await_step(self) -> None:
        """A step is being made: until its moment is on show, the next sample's numbers would be of the one before."""
        self._before_step = self._context.session.snapshot

    def end_step(self) -> None:
        """The step has been made, or could not be."""
        self._before_step = None
        self.refresh()

    def refresh(self) -> None:
        """Ask for the numbers of the tab in front, and show those that are there."""
        session, name = self._context.session, self._context.table_on_show
        sample = self._sample if name == STEPS.name else None
        session.want_steps_of(sample)
        session.want_matrices(name == MATRICES.name)
        if name == STEPS.name and sample is None:
            text = QCoreApplication.translate(
                "Explanations", "Choose a sample of the training set: here, or in the sample table."
            )
            self._steps.show_problem(text)
            return
        frame = self._frame
        if frame is None or frame.network != self._context.document.project.network:
            return
        if name == STEPS.name and (self._before_step is None or frame.snapshot is not self._before_step):
            self._show_steps(frame, sample)
        elif name == MATRICES.name:
            self._show_matrices(frame)

    @property
    def _sample(self) -> int | None:
        """The sample that is passed through the network, if it is one of the training set."""
        sample = self._context.probe.sample
        return sample if sample is not None and sample < self._context.document.dataset.n_samples else None

    def _show_steps(self, frame: Frame, sample: int | None) -> None:
        session, project = self._context.session, self._context.document.project
        if isinstance(frame.steps, EngineError):
            self._steps.show_problem(error_text(frame.steps))
        elif frame.steps is not None and frame.steps.sample == sample:
            is_training = session.state == "training"
            turn = Turn(None if is_training else next_sample(session.run(), project), is_training)
            self._steps.show_passage(frame.steps.passage, frame.steps.sample, turn)

    def _show_matrices(self, frame: Frame) -> None:
        if isinstance(frame.matrices, EngineError):
            self._matrices.show_problem(error_text(frame.matrices))
        elif frame.matrices is not None:
            loss = self._context.document.project.training.loss
            self._matrices.show_matrices(frame.matrices, frame.network, loss)


def next_sample(run: Run | None, project: Project, further: int = 0) -> int | None:
    """The sample whose turn it is, or comes `further` ones later; None where a new order is drawn before."""
    if run is None:
        return None if project.training.shuffle else further
    n_samples, place = len(run.order.array), run.position + further
    if place >= n_samples or run.position == 0:
        return None if project.training.shuffle else place % max(n_samples, 1)
    return int(run.order.array[place])
