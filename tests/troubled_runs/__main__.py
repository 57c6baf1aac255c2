"""Counts how often the diagnosis is right: `python -m tests.troubled_runs`.

300 troubled runs over all kinds, 300 healthy ones. Bars: the true kind is named first or second in 97 % or more, and
at most 1 % of the healthy runs are called troubled. The last figure is how many troubled runs reach a goal with the
first remedy offered. `--count`, `--seed` ask for other runs; `--show` lists the misses.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict

import engine
from engine import EngineError, Finding
from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.trials import Trials
from tests.troubled_runs.cases import Case, healthy, troubled

FIRST_SEED = 130_000_000
LEAST_NAMED, MOST_ALARMS = 0.97, 0.01


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=FIRST_SEED)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    named = _count_troubled(arguments.count, arguments.seed, arguments.show)
    alarms = _count_healthy(arguments.count, arguments.seed, arguments.show)
    return 0 if named >= LEAST_NAMED and alarms <= MOST_ALARMS else 1


def _count_troubled(count: int, seed: int, show: bool) -> float:
    named: Counter[str] = Counter()
    first: Counter[str] = Counter()
    mended: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    seconds: list[tuple[float, str]] = []
    confused: dict[str, Counter[str]] = defaultdict(Counter)
    for number, case in enumerate(troubled(count, seed)):
        begin = time.perf_counter()
        found = engine.diagnose(case.trainer)
        seconds.append((time.perf_counter() - begin, case.kind))
        kinds = [finding.kind for finding in found]
        all_of[case.kind] += 1
        named[case.kind] += case.kind in kinds[:2]
        first[case.kind] += case.kind in kinds[:1]
        mended[case.kind] += bool(found) and _is_mended(case, found[0])
        confused[case.kind][", ".join(kinds) or "nothing"] += 1
        if show and case.kind not in kinds[:2]:
            print(f"  run {number}: {case.kind} was called {kinds}: {case.trainer} loss {case.trainer.loss:.4g}")
    for kind, number in all_of.items():
        print(f"{kind:15} {number:4} named {named[kind]:3}  first {first[kind]:3}  mended {mended[kind]:3}", end="   ")
        print("; ".join(f"{n}× {what}" for what, n in confused[kind].most_common(4)))
    share = named.total() / count
    print(f"troubled: {named.total()} of {count} named first or second ({share:.1%}), {first.total()} first")
    print(f"the first remedy leads to the goal in {mended.total()} of {count} ({mended.total() / count:.1%})")
    mean = sum(each for each, _ in seconds) / count
    print(f"a diagnosis took {mean:.2f} s in the mean, {max(seconds)[0]:.2f} s at most ({max(seconds)[1]})")
    return share


def _is_mended(case: Case, finding: Finding) -> bool:
    """Whether the first remedy leads to the goal; see `Trials` for what the goal is where none was set."""
    if not finding.remedies:
        return False
    return Trials(Measurements(case.trainer), lambda: False).of(finding.remedies[0]).reaches


def _count_healthy(count: int, seed: int, show: bool) -> float:
    alarms: list[str] = []
    for number, case in enumerate(healthy(count, seed + 10_000_000)):
        try:
            found = engine.diagnose(case.trainer)
        except EngineError:
            continue
        if found:
            alarms.append(found[0].kind)
            if show:
                print(f"  run {number}: {[each.kind for each in found]}: {case.trainer}, {found[0].measured}")
    print(f"healthy: {len(alarms)} of {count} called troubled ({len(alarms) / count:.1%}) {dict(Counter(alarms))}")
    return len(alarms) / count


if __name__ == "__main__":
    sys.exit(main())
