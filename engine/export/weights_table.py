"""This module writes all weights and biases as a table, one in each row."""

from __future__ import annotations

import csv
import io

from numpy.typing import ArrayLike

from engine.data.preprocessing import NONE, Preprocessing
from engine.data.scaling import Scaling
from engine.export.layers import LayerValues, layers_of
from engine.export.preparation import source_texts
from engine.spec.specs import NetworkSpec

HEADER = ("layer", "from", "to", "value")


def weights_table(spec: NetworkSpec, parameters: ArrayLike, preprocessing: Preprocessing | None = None) -> str:
    """CSV text with the columns layer, from, to, value; layers and units count from 1.

    Where the network sees its inputs through `preprocessing`, layer 0 says how: each input is (from − centre) / spread,
    `from` being a column, a word of one (1 where it stands, else 0) or a formula of columns. Where the targets were
    scaled, a last layer says how an output gets the user's units: output · spread + centre.
    `from` is the unit of the layer before, or "bias" ("width" in an RBF layer, whose weights are centres).
    Values have every digit: read again, they are the same numbers.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    if preprocessing is not None and not preprocessing.is_plain:
        writer.writerows(_preparation(preprocessing))
    for layer in layers_of(spec, parameters):
        writer.writerows(_rows(layer))
    if preprocessing is not None and not preprocessing.targets.is_none:
        writer.writerows(_in_units(preprocessing.targets, len(spec.layers) + 1))
    return text.getvalue()


def _preparation(seen: Preprocessing) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for number, text in enumerate(source_texts(seen), start=1):
        rows.append((0, text, number, ""))
        if seen.scaling != NONE:
            rows.append((0, "centre", number, repr(seen.centres[number - 1])))
            rows.append((0, "spread", number, repr(seen.spreads[number - 1])))
    return rows


def _in_units(targets: Scaling, layer: int) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for number, (centre, spread) in enumerate(zip(targets.centres, targets.spreads, strict=True), start=1):
        rows += [(layer, "spread", number, repr(spread)), (layer, "centre", number, repr(centre))]
    return rows


def _rows(layer: LayerValues) -> list[tuple[object, ...]]:
    n_inputs, units = layer.weights.shape
    own = "width" if layer.kind == "rbf" else "bias"
    rows: list[tuple[object, ...]] = []
    for unit in range(units):
        sources = [(source + 1, layer.weights[source, unit]) for source in range(n_inputs)]
        rows += [(layer.number, source, unit + 1, repr(float(value))) for source, value in sources]
        rows.append((layer.number, own, unit + 1, repr(float(layer.biases[unit]))))
    return rows
