"""A few of the runs of `python -m tests.troubled_runs`: one of each kind, and healthy ones."""

from __future__ import annotations

import engine
from engine.analysis.diagnosis.finding import FIGURES
from tests.troubled_runs.cases import MAKERS, healthy, troubled

FIRST_SEED = 4_000_000


def test_the_true_cause_of_one_run_of_each_kind_is_named_first_or_second() -> None:
    cases = troubled(len(MAKERS), FIRST_SEED)
    findings = {case.kind: engine.diagnose(case.trainer) for case in cases}
    named = {kind: [finding.kind for finding in found[:2]] for kind, found in findings.items()}
    assert [kind for kind, found in named.items() if kind not in found] == []
    figures = {name for found in findings.values() for finding in found for name, _ in finding.evidence.figures}
    assert figures <= FIGURES
    assert len(figures) > 30


def test_runs_that_learn_are_left_in_peace() -> None:
    alarms = [engine.diagnose(case.trainer) for case in healthy(30, FIRST_SEED)]
    assert [found for found in alarms if found] == []
