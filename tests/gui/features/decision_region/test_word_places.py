"""A place of the region plot in words: the axes' and the samples' words, and answers in the user's units."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from engine import DatasetSpec
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace
from engine.spec.frozen_array import FrozenArray
from gui.features.decision_region.editing.readout import place_sentence, sample_place
from gui.features.decision_region.output_reading import reading_of
from gui.features.decision_region.slices.slicing import Slicing
from gui.words.notation import Notation
from gui.words.plot_names import axis_words

DATA = DatasetSpec(
    "custom",
    inputs=FrozenArray([[0.0, 30.0, 1.0], [1.0, 50.0, 0.0], [1.0, 44.0, 2.0]]),
    targets=FrozenArray([[165_000.0], [222_000.0], [180_000.0]]),
    input_names=("town", "area", "size"),
    input_words=(("Bonn", "Köln"), (), ("small", "medium", "large")),
    encodings=("one_hot", "", "ordinal"),
    target_scaling="standardise",
).build()
PLANE = Plane(0, 1, (-0.3, 1.3), (20.0, 60.0), (1.0, 40.0, 0.0))


def test_a_place_is_told_by_the_word_next_to_it_and_the_answer_in_the_user_s_units() -> None:
    trace = PlaneTrace(PLANE, np.full((4, 4, 1), 198_765.0), ())
    text = place_sentence(DATA, PLANE, (0.8, 41.25), trace=trace, reading=reading_of(DATA), notation=Notation(True))
    assert text == "town Köln, area 41.2 → o 1.99e+05"


def test_a_sample_is_told_by_its_words() -> None:
    assert sample_place(DATA, 2, Notation(True)) == "town Köln, area 44, size large"


def test_axes_of_words_have_them_and_others_do_not() -> None:
    assert axis_words(DATA, PLANE, PLANE.x_axis) == ("Bonn", "Köln")
    assert axis_words(DATA, PLANE, PLANE.y_axis) == ()


def test_other_inputs_are_held_at_the_most_frequent_word_and_no_components_are_offered() -> None:
    slicing = Slicing(DATA, QObject())
    assert slicing.fixed[0] == 1.0
    assert not slicing.can_show_components


def test_colours_run_around_the_mean_of_scaled_targets() -> None:
    reading = reading_of(DATA)
    assert reading.middle == 189_000.0
    assert reading.low == 189_000.0 - 33_000.0
