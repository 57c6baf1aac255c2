"""This module adds matrix products in plain loops, for layers of middle size."""

from __future__ import annotations

from engine.network.kernels.jit import Floats, inlined_part


@inlined_part
def add_product(  # noqa: PLR0917  (a kernel takes no keywords)
    sign: float,
    out: Floats,
    out_start: int,
    left: Floats,
    left_start: int,
    row_stride: int,
    inner_stride: int,
    right: Floats,
    right_start: int,
    rows: int,
    inner: int,
    columns: int,
) -> None:
    """out += sign · left @ right for out (rows, columns) and right (inner, columns), both in C order.

    left (rows, inner) has its elements at left_start + row · row_stride + k · inner_stride, so that it may be a
    transpose. Four rows of `right` go into a row of `out` at a time, which spares most of its loads and stores.
    """
    fours = inner - inner % 4
    for row in range(rows):
        to, first = out_start + row * columns, left_start + row * row_stride
        for k in range(0, fours, 4):
            a, b = sign * left[first + k * inner_stride], sign * left[first + (k + 1) * inner_stride]
            c, d = sign * left[first + (k + 2) * inner_stride], sign * left[first + (k + 3) * inner_stride]
            at_a = right_start + k * columns
            at_b, at_c, at_d = at_a + columns, at_a + 2 * columns, at_a + 3 * columns
            for j in range(columns):
                out[to + j] += (a * right[at_a + j] + b * right[at_b + j]) + (c * right[at_c + j] + d * right[at_d + j])
        for k in range(fours, inner):
            a, at_a = sign * left[first + k * inner_stride], right_start + k * columns
            for j in range(columns):
                out[to + j] += a * right[at_a + j]
