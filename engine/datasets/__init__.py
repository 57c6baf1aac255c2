"""Where data come from: gates, point sets, tables and the recipe that a project stores."""

from engine.datasets.build import names, settings_of
from engine.datasets.gates import LOGIC_GATES, logic_gate
from engine.datasets.generators import GENERATORS, Generator, make
from engine.datasets.lecture import LECTURE_SAMPLES
from engine.datasets.real import REAL_SETS
from engine.datasets.spec import DatasetSpec
from engine.datasets.tables import load_table, table_spec

__all__ = [
    "GENERATORS",
    "LECTURE_SAMPLES",
    "LOGIC_GATES",
    "REAL_SETS",
    "DatasetSpec",
    "Generator",
    "load_table",
    "logic_gate",
    "make",
    "names",
    "settings_of",
    "table_spec",
]
