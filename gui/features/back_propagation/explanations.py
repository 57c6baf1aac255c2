"""Shows the numbers of steps, matrices and code, which come with the frames, while their view is in front."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from engine.analysis.frame import Frame
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.run import Run
from engine.training.snapshot import Snapshot
from gui.features.back_propagation.inside.inside import Inside
from gui.features.back_propagation.inside.page_part import ALL, BATCH
from gui.features.back_propagation.matrix_panel import MatrixPanel
from gui.features.back_propagation.steps.step_panel import StepPanel, Turn
from gui.features.back_propagation.tabs import MATRICES, STEPS
from gui.features.context import WindowContext
from gui.words.error_text import error_text


class Explanations(QObject):
    """Fills what is in front, a tab or a part of the microscope, with numbers of the moment that other views show."""

    def __init__(
        self, context: WindowContext, steps: StepPanel, matrix_panel: MatrixPanel, inside: Inside, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._steps, self._matrices, self._inside = context, steps, matrix_panel, inside
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

    @property
    def front(self) -> str:
        """The name of the tab in front, or on the page of the part that is in front."""
        return self._inside.part or self._context.table_on_show

    @property
    def needs_steps(self) -> bool:
        """Whether what is in front shows the steps of a sample, or what belongs to them."""
        return self._inside.is_about_a_step or self.front == STEPS.name

    def refresh(self) -> None:
        """Ask for the numbers of what is in front, and show those that are there."""
        session, sample = self._context.session, self._sample
        has_matrices = self.front == MATRICES.name
        session.want_steps_of(sample if self.needs_steps else None)
        session.want_code_of(self._code_samples())
        session.want_matrices(has_matrices)
        if self.needs_steps and sample is None:
            text = QCoreApplication.translate(
                "Explanations", "Choose a sample of the training set: here, or in the sample table."
            )
            self._steps.show_problem(text)
        frame = self._frame
        if frame is None or frame.network != self._context.document.project.network:
            return
        self._inside.show_frame(frame)
        if self.needs_steps and (self._before_step is None or frame.snapshot is not self._before_step):
            self._show_steps(frame, sample)
        if has_matrices:
            self._show_matrices(frame)

    def _code_samples(self) -> tuple[int, ...] | None:
        """The samples on which the code shall run; None while no code is in front."""
        takes = self._inside.code_takes
        if takes == ALL:
            return tuple(range(self._context.document.dataset.n_samples))
        if takes == BATCH:
            return ()  # whose turn it is, the frame knows
        return (self._sample,) if takes and self._sample is not None else None

    @property
    def _sample(self) -> int | None:
        """The sample that is passed through the network, if it is one of the training set."""
        sample = self._context.probe.sample
        return sample if sample is not None and sample < self._context.document.dataset.n_samples else None

    def _show_steps(self, frame: Frame, sample: int | None) -> None:
        session, project = self._context.session, self._context.document.project
        if isinstance(frame.steps, EngineError):
            self._steps.show_problem(error_text(frame.steps))
        elif frame.steps is not None and sample is not None and frame.steps.sample == sample:
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
