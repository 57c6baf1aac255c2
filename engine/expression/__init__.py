"""Expressions that a person types, as graphs: values forward, gradients backward, node by node. No `eval` anywhere.

May import `spec` alone.
"""

from engine.expression.arrays import evaluate_columns
from engine.expression.errors import ExpressionError
from engine.expression.evaluate import Contribution, Evaluation, Fault, evaluate
from engine.expression.graph import Graph, Node
from engine.expression.operations import FUNCTIONS, GRAPH_FUNCTIONS, Operation
from engine.expression.parser import parse
from engine.expression.presets import PRESETS, Preset
from engine.expression.walk import Moment, Step, StepKind, Walk

__all__ = [
    "FUNCTIONS",
    "GRAPH_FUNCTIONS",
    "PRESETS",
    "Contribution",
    "Evaluation",
    "ExpressionError",
    "Fault",
    "Graph",
    "Moment",
    "Node",
    "Operation",
    "Preset",
    "Step",
    "StepKind",
    "Walk",
    "evaluate",
    "evaluate_columns",
    "parse",
]
