"""Which contenders share an error surface, and the moments that their paths over it are made of."""

from __future__ import annotations

import numpy as np
import pytest

from engine.analysis.surface.run_path import path_of
from engine.project.project import Project
from engine.project.race.classics import ClassicPlan
from engine.project.race.common_surface import FUNCTIONS, WEIGHTS, surface_difference
from engine.project.race.depth import DepthPlan
from engine.project.race.moment import RaceView
from engine.project.race.race import Race, RacePlan
from engine.project.race.varied import VariedPlan
from engine.spec.specs import TrainingSpec
from tests.engine.project.race.test_race import alone


@pytest.mark.parametrize(
    ("plan", "difference"),
    [
        (ClassicPlan("rates"), None),
        (ClassicPlan("rules"), None),
        (VariedPlan(Project(), "batch_size", (1, 0)), None),
        (VariedPlan(Project(), "seed", (0, 1)), None),
        (ClassicPlan("activations"), FUNCTIONS),
        (VariedPlan(Project(), "units", (2, 4)), WEIGHTS),
        (DepthPlan(), WEIGHTS),
    ],
)
def test_contenders_share_a_surface_where_the_same_weights_have_the_same_error(
    plan: RacePlan, difference: str | None
) -> None:
    assert surface_difference(list(plan.contenders(plan.dataset.build()).values())) == difference


def test_each_way_is_the_one_that_the_contender_would_go_alone_and_who_climbs_is_known() -> None:
    rates = VariedPlan(Project(training=TrainingSpec(max_epochs=None)), "learning_rate", (0.5, 100.0))
    race = Race(rates)
    view = RaceView(race)
    assert [each.has_climbed for each in view.moment(4).contenders] == [False, False]
    for epochs in (1, 6, 23):
        race.advance(epochs)
    moment = view.moment(4)
    for contender in moment.contenders:
        path = path_of(contender.moments, (), len(contender.parameters))
        assert path.epochs.tolist() == list(range(31)), "every pass, while they are few"
        for epoch in (0, 7, 30):
            expected = alone(contender.project, epoch).network.parameters
            np.testing.assert_array_equal(path.parameters[epoch], expected)
        np.testing.assert_array_equal(contender.parameters, path.parameters[-1])
    assert [each.has_climbed for each in moment.contenders] == [False, True], "η = 100 jumps out of the valley"
