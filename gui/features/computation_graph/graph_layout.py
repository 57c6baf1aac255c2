"""Where the nodes of a graph stand: in columns from left to right, without overlaps, with few crossings.

Layers by longest paths, order by barycentres (Sugiyama, Tagawa and Toda 1981); heights are as near to those of the
neighbours as the order allows, by pooling adjacent violators.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.expression import Graph

WIDTH, HEIGHT = 86.0, 94.0  # of a node: high rather than wide, since graphs are wide and pages are
NUMBER_WIDTH, NUMBER_HEIGHT = 64.0, 34.0  # of a number of the expression
COLUMN = WIDTH + 58.0  # a local gradient on a wire takes a little more, and covers no text of the nodes
GAP = 16.0  # between two nodes of a column
WIRE_GAP = 14.0  # beside a wire that passes through a column
PORT = 13.0  # between two wires that end at one node
MARGIN = 8.0
_ROUNDS = 8


@dataclass(frozen=True)
class Box:
    """A node's rectangle by its centre."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Wire:
    """From the right side of `source` to the left side of `consumer`: points to be joined by curves, level at each."""

    source: int
    consumer: int
    place: int
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class GraphLayout:
    """boxes by node; wires; the size of the whole picture, whose corner is at (0, 0)."""

    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    width: float
    height: float


def lay_out(graph: Graph) -> GraphLayout:
    """The picture of `graph`."""
    plan = _Plan(graph)
    plan.order()
    heights = plan.heights()
    top = min(y - plan.size(slot)[1] / 2 for slot, y in heights.items()) - MARGIN
    bottom = max(y + plan.size(slot)[1] / 2 for slot, y in heights.items()) + MARGIN
    boxes = tuple(
        Box(_column_x(plan.layers[index]), heights[index, -1, -1] - top, *plan.size((index, -1, -1)))
        for index in range(len(graph.nodes))
    )
    wires = tuple(
        Wire(source, consumer, place, _points(plan, boxes, heights, top, (source, consumer, place)))
        for consumer, node in enumerate(graph.nodes)
        for place, source in enumerate(node.inputs)
    )
    return GraphLayout(boxes, wires, _column_x(max(plan.layers)) + WIDTH / 2 + MARGIN, bottom - top)


Slot = tuple[int, int, int]
"""What stands in a column: (node, −1, −1), or the wires of a node that pass through it, together: (node, 0, layer)."""
Edge = tuple[int, int, int]


class _Plan:
    """Layers, the order in each, and heights."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.layers = _layers(graph)
        self._columns: list[list[Slot]] = [[] for _ in range(max(self.layers) + 1)]
        self._before: dict[Slot, list[tuple[Slot, float]]] = {}
        self._behind: dict[Slot, list[tuple[Slot, float]]] = {}
        for index in sorted(range(len(graph.nodes)), key=lambda index: graph.nodes[index].start):
            self._columns[self.layers[index]].append((index, -1, -1))
        for consumer, node in enumerate(graph.nodes):
            for place, source in enumerate(node.inputs):
                self._join(source, consumer, place)

    def size(self, slot: Slot) -> tuple[float, float]:
        """Width and height of what stands in `slot`."""
        if slot[1] >= 0:
            return WIDTH, 0.0
        if self._graph.nodes[slot[0]].number is not None:
            return NUMBER_WIDTH, NUMBER_HEIGHT
        return WIDTH, HEIGHT

    def inputs_of(self, index: int) -> int:
        """How many wires end at the node `index`."""
        return len(self._graph.nodes[index].inputs)

    def order(self) -> None:
        """Sort every column by where its neighbours stand, to and fro."""
        for turn in range(_ROUNDS):
            neighbours = self._before if turn % 2 == 0 else self._behind
            columns = self._columns[1:] if turn % 2 == 0 else self._columns[-2::-1]
            for column in columns:
                places = {slot: index for other in self._columns for index, slot in enumerate(other)}
                column.sort(key=lambda slot: _mean(neighbours.get(slot, []), places, places[slot]))

    def heights(self) -> dict[Slot, float]:
        """The centre of every slot, downwards."""
        found = {slot: 0.0 for column in self._columns for slot in column}
        for column in self._columns:
            found.update(zip(column, _spread([0.0] * len(column), self._gaps(column)), strict=True))
        for turn in range(2 * _ROUNDS):
            columns = self._columns if turn % 2 == 0 else self._columns[::-1]
            for column in columns:
                wanted = [self._wanted(slot, found) for slot in column]
                found.update(zip(column, _spread(wanted, self._gaps(column)), strict=True))
        return found

    def _join(self, source: int, consumer: int, index: int) -> None:
        inputs = len(self._graph.nodes[consumer].inputs)
        port = (index - (inputs - 1) / 2) * PORT
        last: Slot = (source, -1, -1)
        for layer in range(self.layers[source] + 1, self.layers[consumer]):
            slot = (source, 0, layer)
            if slot not in self._columns[layer]:
                self._columns[layer].append(slot)
                self._link(last, slot, 0.0)
            last = slot
        self._link(last, (consumer, -1, -1), port)

    def _link(self, left: Slot, right: Slot, port: float) -> None:
        self._before.setdefault(right, []).append((left, -port))
        self._behind.setdefault(left, []).append((right, port))

    def _wanted(self, slot: Slot, heights: dict[Slot, float]) -> float:
        neighbours = [*self._before.get(slot, []), *self._behind.get(slot, [])]
        return _mean(neighbours, heights, heights[slot], scale=1.0)

    def _gaps(self, column: Sequence[Slot]) -> list[float]:
        """The least distance between the centres of neighbours in `column`."""
        halves = [self.size(slot)[1] / 2 for slot in column]
        return [
            upper + lower + (GAP if first[1] < 0 and second[1] < 0 else WIRE_GAP)
            for upper, lower, first, second in zip(halves, halves[1:], column, column[1:], strict=False)
        ]


def _layers(graph: Graph) -> list[int]:
    """Each operation one column behind the last of its inputs; leaves close to where they are used.

    Variables that are used early stand all in the first column, as one writes them.
    """
    layers: list[int] = []
    for node in graph.nodes:
        layers.append(1 + max((layers[source] for source in node.inputs), default=-1))
    for index, node in enumerate(graph.nodes):
        if node.operation is None and graph.consumers(index):
            first = min(layers[consumer] for consumer, _ in graph.consumers(index))
            layers[index] = 0 if node.is_variable and first <= 2 else first - 1
    return layers


def _mean(
    neighbours: Sequence[tuple[Slot, float]], places: dict[Slot, float] | dict[Slot, int], default: float,
    scale: float = 0.01,
) -> float:  # fmt: skip
    """The mean place of the neighbours, each shifted by its port times `scale`."""
    if not neighbours:
        return default
    return sum(places[slot] + scale * shift for slot, shift in neighbours) / len(neighbours)


def _spread(wanted: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Heights in the given order, at least `gaps` apart, with the least sum of squared distances from `wanted`."""
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, int]] = []  # mean and count of neighbours that have been pushed together
    for value, offset in zip(wanted, offsets, strict=False):
        mean, count = value - offset, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    levels = [mean for mean, count in pools for _ in range(count)]
    return [level + offset for level, offset in zip(levels, offsets, strict=False)]


def _points(
    plan: _Plan, boxes: Sequence[Box], heights: dict[Slot, float], top: float, edge: Edge
) -> tuple[tuple[float, float], ...]:
    source, consumer, place = edge
    start, end = boxes[source], boxes[consumer]
    points = [(start.x + start.width / 2, start.y)]
    for layer in range(plan.layers[source] + 1, plan.layers[consumer]):
        y = heights[source, 0, layer] - top
        points += [(_column_x(layer) - WIDTH / 2, y), (_column_x(layer) + WIDTH / 2, y)]
    return (*points, (end.x - end.width / 2, end.y + _port_of(plan, consumer, place, end)))


def _port_of(plan: _Plan, consumer: int, index: int, box: Box) -> float:
    count = plan.inputs_of(consumer)
    return (index - (count - 1) / 2) * min(PORT, (box.height - 16) / max(count - 1, 1))


def _column_x(layer: int) -> float:
    return MARGIN + WIDTH / 2 + layer * COLUMN
