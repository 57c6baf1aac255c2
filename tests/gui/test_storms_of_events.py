"""2,000 real events of four fixed seeds at the whole window; `make monkey` makes 50,000 of others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from engine import warm_up
from tests.monkey.__main__ import EVENTS_OF_A_STORM
from tests.monkey.storm import Storm, StormError


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_whatever_a_monkey_does_the_window_holds(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(warm_up, "is_warm", lambda: True)
    monkeypatch.chdir(tmp_path)  # for what it saves under a name alone
    storm = Storm(seed, tmp_path)
    try:
        storm.run(range(EVENTS_OF_A_STORM))
    except StormError as error:
        last = "\n".join(storm.told[-12:])
        pytest.fail(f"python -m tests.monkey --seed {seed} --shrink\n{last}\n{error}")
    assert len(storm.told) > EVENTS_OF_A_STORM / 2
