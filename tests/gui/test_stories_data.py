"""What happens between the parts that deal with data: each part follows what the others do."""

from __future__ import annotations

import pytest

from tests.helpers.user import User


@pytest.mark.parametrize("name", ["xor", "function"])
def test_after_data_of_many_inputs_others_follow_in_any_language(user: User, name: str) -> None:
    user.picks_data("iris")
    user.clicks("region_components")
    user.clicks("region_fold_sliders") if not user.find("region_fixed_inputs").isVisible() else None
    user.picks_data(name)
    user.triggers("language_zh_CN")
    assert not user.find("region_x_axis").isVisible()
    user.triggers("language_en")
    user.triggers("undo")
    assert user.window.document.dataset.n_raw_inputs == 4
