"""What the window asks of the frames beside the predictions."""

from __future__ import annotations

from dataclasses import replace

from engine.analysis.hidden_space import HiddenChoice
from engine.data.plane import Plane
from gui.session.mailbox import FrameMailbox
from gui.session.messages import LedgerRequest


class FrameRequests:
    """The part of a training session that takes these requests; each holds until it is replaced."""

    _frames: FrameMailbox

    def set_plane(self, plane: Plane | None) -> None:
        """The rectangle that frames shall show; None for none."""
        self._frames.change_request(lambda request: replace(request, plane=plane))

    def set_passed(self, inputs: tuple[float, ...] | None) -> None:
        """The input for which frames shall hold the values of every unit; None for none."""
        self._frames.change_request(lambda request: replace(request, inputs=inputs))

    def set_close_unit(self, unit: tuple[int, int] | None) -> None:
        """The unit (layer, unit) that frames shall map as finely as the region; None for none."""
        self._frames.change_request(lambda request: replace(request, unit=unit))

    def want_gradient(self, wanted: bool) -> None:
        """Whether frames shall hold the gradient over the training set."""
        self._frames.change_request(lambda request: replace(request, gradient=wanted))

    def want_steps_of(self, sample: int | None) -> None:
        """The training sample whose back-propagation frames shall hold; None for none."""
        self._frames.change_request(lambda request: replace(request, steps_of=sample))

    def want_code_of(self, samples: tuple[int, ...] | None) -> None:
        """The training samples on which frames shall run the step's code; () for the next batch, None for no code."""
        self._frames.change_request(lambda request: replace(request, code_of=samples))

    def want_matrices(self, wanted: bool) -> None:
        """Whether frames shall hold the back-propagation of the whole training set as matrices."""
        self._frames.change_request(lambda request: replace(request, matrices=wanted))

    def want_hidden(self, choice: HiddenChoice | None) -> None:
        """The units along which frames shall hold what their layer makes of the samples; None for none."""
        self._frames.change_request(lambda request: replace(request, hidden=choice))

    def set_ledger_steps(self, first: int | None, count: int) -> None:
        """Which steps frames shall hold as rows of the ledger: `count` from `first` on, None for the newest ones."""
        self._frames.change_request(lambda request: replace(request, ledger=LedgerRequest(first, count)))
