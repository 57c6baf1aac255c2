"""Where data come from: gates, point sets, tables and the recipe that a project stores.

May import the modules of `data` beside it and what they may import.
"""

from engine.data.datasets.gates import LOGIC_GATES, logic_gate
from engine.data.datasets.generators import GENERATORS, Generator, make
from engine.data.datasets.lecture import LECTURE_SAMPLES
from engine.data.datasets.real import REAL_SETS
from engine.data.datasets.recipe import DatasetSpec, names, settings_of
from engine.data.datasets.tables import load_table, table_spec

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
