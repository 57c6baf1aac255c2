"""What a run notes down at the end of certain passes: milestones and, where it is wished for, a film."""

from __future__ import annotations

from collections.abc import Sequence

from engine.training.checkpoints import FilmStrip
from engine.training.milestones import Milestone


class Moments:
    """`milestones` are those the run has passed; `film` is None for runs that keep none."""

    def __init__(self, film: FilmStrip | None) -> None:
        self.milestones: tuple[Milestone, ...] = ()
        self.film = film

    def next_epoch(self, epoch: int, wanted: Sequence[int]) -> int | None:
        """The next pass behind `epoch` whose end matters; `wanted` are the epochs of all milestones, rising."""
        coming = [next((milestone for milestone in wanted if milestone > epoch), None)]
        if self.film is not None:
            coming.append(self.film.due(epoch))
        return min((one for one in coming if one is not None), default=None)

    def is_new(self, epoch: int, wanted: Sequence[int]) -> bool:
        """Whether the end of pass `epoch` is a milestone that was not noted yet."""
        return epoch in wanted and all(passed.epoch != epoch for passed in self.milestones)

    def cut(self, epoch: int) -> None:
        """The run fell back to `epoch`: forget what lies ahead of it."""
        self.milestones = tuple(passed for passed in self.milestones if passed.epoch <= epoch)
        if self.film is not None:
            self.film.cut(epoch)
