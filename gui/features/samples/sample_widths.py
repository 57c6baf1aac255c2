"""How wide the columns of the sample table are."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from gui.features.samples.sample_model import SampleModel
from gui.toolkit.theme import Theme
from gui.words.number_text import table_number

_SHARES = ("input", "target", "hidden", "output", "error")  # what takes the room that is left
_ROWS, _COLUMNS = 40, 12  # looked at
_NAME = 84  # longer names of inputs are cut
_MARGIN, _TIGHT_MARGIN = 22, 10  # beside inputs and targets


def column_widths(
    model: SampleModel, metrics: QFontMetrics, theme: Theme, room: int, words: tuple[str, ...]
) -> list[int]:
    """The width of every column in a table `room` pixels wide; `words` stand in the first column and, then, the last.

    The first of `words` is how a number is written, with "{number}" in it, the others are the verdicts.
    """
    columns = model.columns
    kinds = [columns.kinds[column][0] for column in range(columns.count)]
    least = _least_widths(model, metrics, theme, words)
    spare, margin = room - sum(least[kind] for kind in kinds), _MARGIN
    if spare < 0 and columns.has_right:
        header = str(model.headerData(columns.count - 1, Qt.Orientation.Horizontal))
        narrow = metrics.horizontalAdvance(header) + theme.px(14)
        spare += least["right"] - narrow
        least["right"] = narrow  # ✓ and ✗ say it without the word
    if spare < 0:
        tight = _tight(least, theme)
        room_left = room - sum(tight[kind] for kind in kinds)
        if room_left >= 0:  # shorter numbers rather than that the table must be scrolled
            least, spare, margin = tight, room_left, _TIGHT_MARGIN
    names = [metrics.horizontalAdvance(name) for name in model.dataset.raw_input_names[:_COLUMNS]]
    longer = max(min(max(names), theme.px(_NAME)) + theme.px(margin) - least["input"], 0)
    if spare < 0 or spare >= longer * columns.n_inputs:  # names are cut rather than that the table must be scrolled
        least["input"] += longer
        spare -= longer * columns.n_inputs
    figures = sum(kind in _SHARES for kind in kinds)
    return [least[kind] + (max(spare, 0) // figures if kind in _SHARES else 0) for kind in kinds]


def _tight(widths: dict[str, int], theme: Theme) -> dict[str, int]:
    """Widths with less room around inputs and targets, and without room for exponents."""
    less = {kind: widths[kind] - theme.px(_MARGIN - _TIGHT_MARGIN) for kind in ("input", "target")}
    return {**widths, **less, "output": widths["hidden"], "error": widths["hidden"]}


def _least_widths(model: SampleModel, metrics: QFontMetrics, theme: Theme, words: tuple[str, ...]) -> dict[str, int]:
    """The width that each kind of column needs; inputs and targets by what stands in them."""
    space, px, data = metrics.horizontalAdvance, theme.px, model.dataset
    number = words[0].format(number=model.rowCount())
    rows = data.raw_inputs[:_ROWS, :_COLUMNS]
    names = chain.from_iterable(data.preprocessing.words)
    inputs = [*(space(table_number(value)) for value in rows.flat), *(min(space(name), px(_NAME)) for name in names)]
    targets = [space(table_number(value)) for value in data.raw_targets[:_ROWS, :_COLUMNS].flat]
    return {
        "number": max(space(number), space("000")) + px(30),
        "input": max(inputs, default=px(30)) + px(_MARGIN),
        "target": max(targets, default=px(20)) + px(_MARGIN),
        "hidden": space("0.0000") + px(14),
        "output": space("0.000e−00") + px(14),
        "error": space("0.000e−00") + px(14),
        "right": max(space(word) for word in words[1:]) + px(13 + 4 + 14),
    }
