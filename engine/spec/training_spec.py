"""This module declares every training setting once, with everything that others need to know about it.

A further setting is a field here, what the kernels make of it, and its words in `gui/words/setting_words.py`; its box,
its undo step, its line in a report and its place in a file follow from these.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, fields, replace
from typing import Literal, TypeVar

from engine.spec.errors import EngineError, Text
from engine.spec.losses import LOSSES
from engine.spec.rules import RULES, Rule
from engine.spec.value_checks import LARGEST_SEED, check_choice, check_flag, check_number, check_whole, checked_tuple

LECTURE_MILESTONES = (1, 8_000, 11_050)
"""The passes after which the lecture shows what its XOR network answers."""
MAX_MILESTONES = 20

Kind = Literal["choice", "number", "count", "flag", "epochs"]
Effect = Literal["rule", "loss", "start", "steers", "none"]
T = TypeVar("T")


@dataclass(frozen=True)
class Setting:
    """One field of `TrainingSpec`.

    kind: "choice" (one of `choices`), "number", "count" (a whole number), "flag", or
        "epochs" (a list of passes). title: what an error's sentence calls it; None for a flag.
    limits: the smallest and the largest value that the window offers. Of a count, and of a number that is `strict`,
        there are no others, in files and scripts either; of other numbers the box gives way to what a file holds.
    step, first: how its box steps: by so much, or, without a step, through 1, 2, 5, 10 … from `first` on.
    none_at: which of the limits stands for None; "" where it cannot be None.
    effect: what a change means for a run: "rule", "loss" and "start" end it, "steers" changes its further course,
        "none" does not.
    not_for: rules that have no use for it, beside those that say so themselves.
    keeps_saved_run: whether a run that was saved with the project can go on after a change.
    """

    kind: Kind
    title: Text | None
    effect: Effect
    choices: tuple[str, ...] = ()
    limits: tuple[float, float] = (0, 0)
    step: float | None = None
    first: float = 0.001
    none_at: Literal["low", "high", ""] = ""
    keeps_saved_run: bool = True
    strict: bool = False
    not_for: tuple[str, ...] = ()
    name: str = ""

    @property
    def none_value(self) -> float | None:
        """The limit that stands for None; None where neither does."""
        return {"low": self.limits[0], "high": self.limits[1], "": None}[self.none_at]

    def counts_for(self, rule: Rule) -> bool:
        """Whether the setting makes a difference for `rule`, and can be chosen."""
        return rule.uses(self.name) and rule.name not in self.not_for

    @property
    def ends_run(self) -> bool:
        """Whether a change ends the run that is under way."""
        return self.effect in ("rule", "loss", "start")

    def check(self, value: object) -> None:
        """Raises EngineError where `value` is not allowed."""
        if value is None and self.none_at:
            return
        if self.kind == "flag" or self.title is None:
            check_flag(self.name, value)
        elif self.kind == "choice":
            check_choice(self.title, value, self.choices)
        elif self.kind == "number":
            check_number(self.title, value, self.limits[1] if self.strict else math.inf)
        elif self.kind == "count":
            low, high = map(int, self.limits)
            check_whole(self.title, value, low + (self.none_at == "low"), high - (self.none_at == "high"))
        elif self.kind == "epochs":
            for epoch in checked_tuple(f"{self.title}s", value):
                check_whole(self.title, epoch, 1)


def _declared(default: T, setting: Setting) -> T:
    declared: T = field(default=default, metadata={"setting": setting})
    return declared


@dataclass(frozen=True)
class TrainingSpec:
    """How to train; see `engine/spec/rules.py` for the rules and what each needs.

    `learning_rate_decay`: the pass after t finished ones has the learning rate η / (1 + decay · t); 0 keeps it at η.
    The perceptron rule, whose bound holds for a constant rate, keeps it; `adaptive` and `rprop` find their own steps.
    `batch_size` 1 is per sample, None the whole set. `target_error` is compared with the
    summed loss over the training set. `max_epochs` None means no limit.
    `seed` draws the start and, in a stream of its own, the order of the samples.
    `milestones`: passes after which the outputs are noted down, in rising order; see `engine/training/milestones.py`.
    """

    rule: str = _declared(
        "gradient_descent", Setting("choice", Text("rule"), "rule", choices=RULES, keeps_saved_run=False)
    )
    loss: str = _declared(
        "squared_error", Setting("choice", Text("loss"), "loss", choices=tuple(LOSSES), keeps_saved_run=False)
    )
    learning_rate: float = _declared(0.5, Setting("number", Text("learning rate"), "steers", limits=(1e-6, 1000.0)))
    batch_size: int | None = _declared(
        1, Setting("count", Text("batch size"), "steers", limits=(0, 1_000_000), none_at="low")
    )
    momentum: float = _declared(0.0, Setting("number", Text("momentum"), "steers", limits=(0.0, 0.999), step=0.1))
    l1: float = _declared(0.0, Setting("number", Text("L1 penalty"), "steers", limits=(0.0, 100.0), first=1e-5))
    l2: float = _declared(0.0, Setting("number", Text("L2 penalty"), "steers", limits=(0.0, 100.0), first=1e-5))
    shuffle: bool = _declared(False, Setting("flag", None, "steers", keeps_saved_run=False))
    seed: int = _declared(
        0, Setting("count", Text("seed"), "start", limits=(0, LARGEST_SEED), step=1, keeps_saved_run=False)
    )
    max_epochs: int | None = _declared(
        20_000,
        Setting("count", Text("limit of epochs"), "none", limits=(1, 1_000_000_000), none_at="high"),
    )
    target_error: float | None = _declared(
        None, Setting("number", Text("target error"), "none", limits=(0.0, 1e6), none_at="low")
    )
    stop_when_all_right: bool = _declared(False, Setting("flag", None, "none"))
    evaluate_every: int = _declared(
        1,
        Setting("count", Text("number of passes between two evaluations"), "none", limits=(1, 1_000_000_000)),
    )
    milestones: tuple[int, ...] = _declared(LECTURE_MILESTONES, Setting("epochs", Text("milestone"), "none"))

    learning_rate_decay: float = _declared(
        0.0,
        Setting(
            "number",
            Text("decay of the learning rate"),
            "steers",
            limits=(0.0, 100.0),
            first=1e-4,
            not_for=("perceptron", "adaptive", "rprop"),
        ),
    )

    def __post_init__(self) -> None:
        for name, setting in SETTINGS.items():
            setting.check(getattr(self, name))
        if self.momentum >= 1:
            raise EngineError(
                "The momentum must be below 1, or steps would never fade; got {momentum:g}.", momentum=self.momentum
            )
        object.__setattr__(self, "milestones", tuple(sorted(set(self.milestones))))
        if len(self.milestones) > MAX_MILESTONES:
            raise EngineError(
                "A run can have {limit} milestones; got {count}.", limit=MAX_MILESTONES, count=len(self.milestones)
            )


SETTINGS: dict[str, Setting] = {
    each.name: replace(each.metadata["setting"], name=each.name) for each in fields(TrainingSpec)
}
"""Every training setting by its name, in the order of `TrainingSpec`."""
