"""The controls of the training panel, made once, with their ranges and fixed names."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QCheckBox, QWidget

from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox

NO_LIMIT = 1_000_000_000
"""The value of the `max_epochs` box that reads and means "no limit"."""


def _check_box(name: str) -> QCheckBox:
    box = QCheckBox()
    box.setObjectName(name)
    return box


@dataclass(eq=False)
class TrainingFields:
    """Controls by the name of the setting they show; the boxes' words are set by the panel."""

    rule: ChoiceBox = field(default_factory=ChoiceBox)
    loss: ChoiceBox = field(default_factory=ChoiceBox)
    learning_rate: NumberBox = field(default_factory=lambda: NumberBox(1e-6, 1000.0))
    momentum: NumberBox = field(default_factory=lambda: NumberBox(0.0, 0.999, 0.1))
    batch_size: CountBox = field(default_factory=lambda: CountBox(0, 1_000_000, None))
    initialization: ChoiceBox = field(default_factory=ChoiceBox)
    initial_range: NumberBox = field(default_factory=lambda: NumberBox(0.0, 100.0, first=0.01))
    seed: CountBox = field(default_factory=lambda: CountBox(0, 2_147_483_647))
    target_error: NumberBox = field(default_factory=lambda: NumberBox(0.0, 1e6))
    max_epochs: CountBox = field(default_factory=lambda: CountBox(1, NO_LIMIT, None))
    stop_when_all_right: QCheckBox = field(default_factory=lambda: _check_box("stop_when_all_right"))
    shuffle: QCheckBox = field(default_factory=lambda: _check_box("shuffle"))
    l1: NumberBox = field(default_factory=lambda: NumberBox(0.0, 100.0, first=1e-5))
    l2: NumberBox = field(default_factory=lambda: NumberBox(0.0, 100.0, first=1e-5))
    evaluate_every: CountBox = field(default_factory=lambda: CountBox(1, 1_000_000, None))

    def all(self) -> dict[str, QWidget]:
        """Every control by its setting's name."""
        return dict(vars(self))
