"""Both forms of the kernels."""

from __future__ import annotations

import pytest

from engine.network.kernels import memory_layout

FORMS = {"loops": 10**12, "blas": 0}  # multiplications from which on BLAS is used


@pytest.fixture(params=list(FORMS))
def form(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test once in plain loops and once through BLAS."""
    monkeypatch.setattr(memory_layout, "_BLAS_FROM", FORMS[request.param])
    monkeypatch.setattr(memory_layout, "_BLAS_ROWS", 1)
    return str(request.param)
