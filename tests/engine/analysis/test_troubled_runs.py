"""A few of the runs of `python -m tests.troubled_runs`: one of each kind, and healthy ones."""

from __future__ import annotations

import engine
from tests.troubled_runs.cases import MAKERS, healthy, troubled

FIRST_SEED = 4_000_000


def test_the_true_cause_of_one_run_of_each_kind_is_named_first_or_second() -> None:
    cases = troubled(len(MAKERS), FIRST_SEED)
    named = {case.kind: [found.kind for found in engine.diagnose(case.trainer)[:2]] for case in cases}
    assert [kind for kind, found in named.items() if kind not in found] == []


def test_runs_that_learn_are_left_in_peace() -> None:
    alarms = [engine.diagnose(case.trainer) for case in healthy(30, FIRST_SEED)]
    assert [found for found in alarms if found] == []
