"""The part of the error's surface on show, wherever the weights are."""

from __future__ import annotations

import numpy as np
import pytest

from engine import Dataset, LayerSpec, NetworkSpec
from engine.network.network_start import NetworkStart
from engine.training.curve_marks import Marks
from gui.toolkit.error_map.axes import WEIGHT, Axis
from gui.toolkit.error_map.picture import make_picture
from gui.toolkit.error_map.request import Moment, Request

AXES = (Axis(WEIGHT, 0), Axis(WEIGHT, 1))
POINTS = Dataset([[0.0], [1.0]], [[0.0], [1.0]])


@pytest.mark.parametrize("size", [0.0, 3.0, 1e12, 1e300, np.finfo(np.float64).max])
def test_there_is_a_square_of_numbers_around_weights_of_any_size(size: float) -> None:
    start = NetworkStart(NetworkSpec(1, (LayerSpec(1, "linear"),)))
    moment = Moment(start, np.array([size, -size]), POINTS, "squared_error", 0, 0, None, Marks())
    picture = make_picture(Request(moment, AXES, (1.0, 1.0), 0, False), 0, lambda: False)
    assert picture is not None
    (left, right), (bottom, top) = picture.area.first, picture.area.second
    assert np.isfinite([left, right, bottom, top]).all()
    assert right - left == pytest.approx(top - bottom)
    assert left <= min(size, 1e308) <= right
    assert bottom <= max(-size, -1e308) <= top
    assert min(picture.image.width(), picture.image.height()) > 1
